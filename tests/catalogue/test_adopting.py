"""Adopting an edition: what is refused, what stays, who hears of it, and whom it would touch."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from integrity_archive import cli
from integrity_archive.actors import SYSTEM
from integrity_archive.app import create_app
from integrity_archive.catalogue import actions, edition, edition_file, registry
from integrity_archive.catalogue.difference import compare
from integrity_archive.catalogue.findings import EditionRefused
from integrity_archive.catalogue.models import AdoptedEdition
from integrity_archive.database import rows
from integrity_archive.entries.actions import draft
from integrity_archive.entries.affected import affected
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Forbidden
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.settings import settings

from ..building import MERIT, NOW, SUBSTITUTE, a_person, a_university, an_effective_entry, facts
from ..conftest import Database
from .amended import NEW, SAMPLE, SHIPPED, next_edition


def without_type(text: str, code: str) -> str:
    found = re.subn(rf'\[\[record_type\]\]\ncode = "{code}"\n(?:(?!\[).*\n|\n)*', "", text)
    assert found[1] == 1
    return found[0]


async def test_an_adopted_edition_is_in_force_from_its_day_on_and_written_in_the_journal(database: object) -> None:
    adopted, new = await actions.adopt(next_edition(), by=SYSTEM, now=NOW)

    assert (adopted.code, new) == (NEW, True)
    assert edition.current(date(2026, 11, 30)).code == SAMPLE.code
    assert edition.current(date(2026, 12, 1)).code == NEW
    row = await AdoptedEdition.get(code=NEW)
    assert row.text == next_edition()
    assert await Event.filter(kind=Kind.CATALOGUE_ADOPTED, about=row.id).count() == 1


async def test_adopting_the_same_file_again_does_nothing_and_another_file_of_its_code_is_refused(
    database: object,
) -> None:
    await actions.adopt(next_edition(), by=SYSTEM, now=NOW)

    assert await actions.adopt(next_edition(), by=SYSTEM, now=NOW) == (edition.load(NEW), False)
    with pytest.raises(actions.EditionCodeTaken):
        await actions.adopt(next_edition(since="2026-12-02"), by=SYSTEM, now=NOW)
    assert await Event.filter(kind=Kind.CATALOGUE_ADOPTED).count() == 1


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (next_edition(since="2026-01-01"), "overlap"),
        (next_edition(("min_age_at_conduct = 18", "min_age_at_conduct = 16")), "minors"),
        ("code = ", "not-toml"),
    ],
)
async def test_what_the_linter_finds_is_refused_and_nothing_is_kept(database: object, text: str, finding: str) -> None:
    with pytest.raises(EditionRefused) as refused:
        await actions.adopt(text, by=SYSTEM, now=NOW)

    assert finding in [one.code for one in refused.value.findings]
    assert await AdoptedEdition.all().count() == 0


REAL = ("\nsample = true", "\nsample = false")


async def test_a_real_edition_takes_the_place_of_a_sample_and_no_sample_stands_in_after_it(database: object) -> None:
    ends = ("min_age_at_conduct", "in_force_until = 2026-12-31\nmin_age_at_conduct")
    second = next_edition(REAL, code="SX-2027-2", since="2027-02-01")
    await actions.adopt(second, by=SYSTEM, now=NOW)
    with pytest.raises(EditionRefused) as refused:  # a month would be left without an edition
        await actions.adopt(next_edition(REAL, ends), by=SYSTEM, now=NOW)
    assert [one.code for one in refused.value.findings] == ["gap"]

    edition.hold([edition_file.expanded(next_edition(REAL, ends))])  # as one adopted before that was refused
    assert edition.current(date(2026, 11, 30)).code == SAMPLE.code
    assert edition.current(date(2026, 12, 31)).code == NEW
    with pytest.raises(edition.NoEditionInForce):
        edition.current(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (next_edition(REAL, ("min_age_at_conduct", "in_force_until = 2027-12-31\nmin_age_at_conduct")), "no-successor"),
        (next_edition(REAL, since="2026-01-01"), "begins-before-adoption"),
    ],
)
async def test_an_edition_neither_ends_without_a_successor_nor_judges_what_was_done_before_it_was_known(
    database: object, text: str, finding: str
) -> None:
    with pytest.raises(EditionRefused) as refused:
        await actions.adopt(text, by=SYSTEM, now=NOW)
    with pytest.raises(EditionRefused):
        await actions.rehearse(text, now=NOW)

    assert [one.code for one in refused.value.findings] == [finding]
    assert await AdoptedEdition.all().count() == 0


async def test_adopting_the_same_file_again_after_its_first_day_still_does_nothing(database: object) -> None:
    await actions.adopt(next_edition(), by=SYSTEM, now=NOW)

    assert not (await actions.adopt(next_edition(), by=SYSTEM, now=NOW + timedelta(days=60)))[1]


async def test_only_an_operator_and_the_system_adopt(database: object) -> None:
    office = await a_university()

    with pytest.raises(Forbidden):
        await actions.adopt(next_edition(), by=office.clerk, now=NOW)


async def test_a_process_adopts_the_shipped_editions_once_when_it_starts(database: object) -> None:
    assert await actions.adopt_shipped(now=NOW) == [SAMPLE.code]
    assert await actions.adopt_shipped(now=NOW) == []
    assert (await AdoptedEdition.get()).text == SHIPPED


async def test_a_service_that_starts_adopts_them_and_hears_of_what_others_adopt_later(
    fresh_database: Callable[..., Awaitable[Database]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "REFRESH_EVERY", 0.01)
    app = create_app(settings(), database_url=(await fresh_database()).app)

    async with app.router.lifespan_context(app):
        assert [row.code for row in await AdoptedEdition.all()] == [SAMPLE.code]
        await actions.place_edition(next_edition(), by=SYSTEM, now=NOW)
        for _ in range(1000):
            if NEW in edition.by_code():
                break
            await asyncio.sleep(0.01)
        assert edition.load(NEW).in_force_from == date(2026, 12, 1)


async def test_an_edition_that_another_process_adopted_is_known_as_soon_as_it_is_met(database: object) -> None:
    await actions.place_edition(next_edition(), by=SYSTEM, now=NOW)  # as far as the other process goes
    with pytest.raises(edition.UnknownEdition):
        edition.load(NEW)

    await registry.know([NEW])

    assert edition.load(NEW).code == NEW


async def test_an_entry_keeps_the_edition_it_was_made_under(database: object) -> None:
    office = await a_university()
    old = await draft(facts((await a_person(office)).id), by=office.clerk, now=NOW)
    await actions.adopt(next_edition(since="2026-11-25"), by=SYSTEM, now=NOW)
    later = NOW + timedelta(days=1)
    young = await draft(facts((await a_person(office)).id), by=office.clerk, now=later)

    kept = {entry.id: entry.edition for entry in await Entry.all()}
    assert (kept[old.id], kept[young.id]) == (SAMPLE.code, NEW)


async def test_an_adopted_edition_cannot_be_changed_in_the_database(database: object) -> None:
    await actions.adopt(next_edition(), by=SYSTEM, now=NOW)

    for statement in ("update catalogue_edition set text = ''", "delete from catalogue_edition"):
        with pytest.raises(Exception, match="permission denied"):
            await rows(statement)


def test_the_difference_names_what_comes_goes_and_changes() -> None:
    text = next_edition(
        ('record_types = ["SP-VOL-02", "SP-VOL-03"]', 'record_types = ["SP-VOL-03"]'), text=without_type(SHIPPED, MERIT)
    )
    text = text.replace("max_display_months = 60", "max_display_months = 48", 1)

    found = compare(SAMPLE, edition_file.expanded(text))

    assert found.record_types.removed == (MERIT,)
    assert found.items.changed["ST-EXM-CHEAT"] == {"max_display_months": (60, 48)}
    assert set(found.head) == {"code", "in_force_from"}
    assert f"- {MERIT}" in list(found.lines())
    assert "~ ST-EXM-CHEAT max_display_months: 60 → 48" in list(found.lines())
    assert compare(SAMPLE, SAMPLE).record_types.changed == {}


async def test_the_preview_counts_entries_that_would_be_judged_otherwise_and_names_nobody(database: object) -> None:
    office = await a_university()
    for _ in range(2):
        await an_effective_entry(office, await a_person(office))
    await draft(facts((await a_person(office)).id, MERIT), by=office.clerk, now=NOW)
    shorter = SAMPLE.model_copy(
        update={
            "items": tuple(
                item.model_copy(update={"max_display_months": 1}) if item.code == "ST-EXM-CHEAT" else item
                for item in SAMPLE.items
            )
        }
    )
    silent = SAMPLE.model_copy(
        update={
            "record_types": tuple(
                kind.model_copy(update={"catalogue_item": None}) if kind.code == SUBSTITUTE else kind
                for kind in SAMPLE.record_types
            )
        }
    )

    [display] = await affected(shorter, SAMPLE, by=SYSTEM)
    [push] = await affected(silent, SAMPLE, by=SYSTEM)

    assert (display.record_type, display.otherwise, display.falls_out) == (SUBSTITUTE, {State.EFFECTIVE: 2}, {})
    assert (push.otherwise, push.falls_out) == ({State.EFFECTIVE: 2}, {"ST-EXM-CHEAT": 2})
    assert await affected(SAMPLE, SAMPLE, by=SYSTEM) == []


def test_the_command_checks_a_file_without_a_database(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(next_edition(), "utf-8")
    bad.write_text(next_edition(("min_age_at_conduct = 18", "min_age_at_conduct = 16")), "utf-8")

    assert NEW in CliRunner().invoke(cli.app, ["catalogue", "check", str(good)]).output
    assert isinstance(CliRunner().invoke(cli.app, ["catalogue", "check", str(bad)]).exception, EditionRefused)
