"""`demo --platform FILE`: the same road against somebody else's platform, which keeps its own ledger."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from integrity_archive import clock, postgres
from integrity_archive.accounts.uscc import check_character
from integrity_archive.catalogue import edition
from integrity_archive.database import connect, disconnect
from integrity_archive.demo.walk import STILL_OPEN
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.exchange.lifecycle import DeliveryState

from ..exchange.province import a_unit, all_in, ours, running
from .conftest import run

HEADS = ("12149900999909901", "12149900999909902")
EVERYTHING, MERITS_ONLY = (head + check_character(head) for head in HEADS)


@asynccontextmanager
async def left_in(home: Path) -> AsyncIterator[None]:
    """The database that a demo left in its folder, and this process connected to it."""
    with postgres.EmbeddedPostgres(home) as server:
        await connect(server.url(), pool=2)
        try:
            yield
        finally:
            await disconnect()


async def test_the_road_ends_at_the_platform_of_the_registration_file_and_at_no_other(tmp_path: Path) -> None:
    items = [item.code for item in edition.current(clock.today(clock.now())).items]
    units = [a_unit(EVERYTHING, items), a_unit(MERITS_ONLY, ["ST-VOL-MERIT"], unit_code="14E0102")]
    home = tmp_path / "home"
    with running(tmp_path / "elsewhere", population={}, units=units) as platform:
        demo = run(home, "--platform", str(platform.file))
        assert demo.status == 0, demo.output
        there = platform.accepted

    async with left_in(home):
        assert await all_in(DeliveryState.ACCEPTED)
        assert there == await ours()
        took_effect = (State.EFFECTIVE, State.REVOKED)
        effective = await Entry.filter(state__in=took_effect)
        law = edition.current(clock.today(clock.now()))
        pushable = {one.number for one in effective if law.item_for(one.record_type, one.severity)}
    sent = {number for number, _, _ in there}
    assert {number[:18] for number in sent} == {EVERYTHING, MERITS_ONLY}
    assert sum(number.startswith(MERITS_ONLY) for number in sent) == 1
    assert len(effective) == 39 and sent < pushable
    assert demo.told["counts"]["not_registered"] == len(pushable - sent)

    assert not (home / "province").exists() and not (home / "province.log").exists()
    postgres.remove(home)


def test_a_platform_that_never_answers_is_waited_for_once_and_what_is_open_is_named(tmp_path: Path) -> None:
    items = [item.code for item in edition.current(clock.today(clock.now())).items]
    with running(tmp_path / "elsewhere", population={}, units=[a_unit(EVERYTHING, items)]) as platform:
        gone = platform.file

    demo = run(tmp_path / "home", "--platform", str(gone), "--patience", "2")

    assert demo.status == STILL_OPEN
    assert demo.output.count("still open") == 1 and re.search(rf"{EVERYTHING}-\d{{4}}-\d{{10}} A1", demo.output)
    assert {"asked", "objections"} & set(demo.told["counts"]) == set(), "what rests on the answers is left alone"
    postgres.remove(tmp_path / "home")
