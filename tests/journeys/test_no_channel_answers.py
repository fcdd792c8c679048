"""From the moment an entry has ended nothing of it is answered: by rule, before any job has run."""

import ast
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from uuid import UUID

import httpx2
import pytest
from starlette.routing import BaseRoute

import integrity_archive
from integrity_archive.api.routes import ENDPOINTS
from integrity_archive.app import create_app
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.settling import revoke
from integrity_archive.remedies.actions import Answering, Deciding, Remedy, answer_objection, grant_repair
from integrity_archive.remedies.kinds import ObjectionOutcome, Redress
from integrity_archive.settings import settings

from ..letters.office import rounds_of_all
from .channels import CHANNELS, PARAMETER
from .one_entry_everywhere import World, an_entry_everywhere, it_is
from .silent import ACTS, INSIDE, LAW, SILENT

SOURCE = Path(integrity_archive.__file__).parent
THROUGH = {module for one in CHANNELS for module in one.modules}
# Who imports one of these has an entry, or what was said of it, in his hands.
TABLES = {"entries/models", "entries/locked", "entries/standing"}
HANDS_OUT = {one for one in THROUGH if not one.startswith(("web/", "api/"))} | TABLES
LAST_MINUTE = timedelta(hours=11, minutes=59)


@pytest.fixture
async def world(database: object) -> AsyncIterator[World]:
    made = await an_entry_everywhere()
    yield made
    await made.doors.close()


async def its_display_ends(world: World, at: datetime) -> None:
    """Nobody does anything."""


async def it_is_revoked(world: World, at: datetime) -> None:
    await revoke(world.entry.id, Reason(text="原决定已被撤销。"), Ending.REVOKED, by=world.arbiter, now=at)


async def it_is_repaired(world: World, at: datetime) -> None:
    granted = Deciding(text="条件已具备，准予修复。")
    await grant_repair(world.ids["repair"], granted, by=world.arbiter, now=at)


async def an_objection_is_upheld(world: World, at: datetime) -> None:
    remedy = Remedy(kind=Redress.REVOKE, cause=Ending.WRONG_SUBJECT)
    upheld = Answering(outcome=ObjectionOutcome.UPHELD, text="经核查，确属他人。", remedy=remedy)
    await answer_objection(world.ids["objection"], upheld, by=world.arbiter, now=at)


async def its_service_was_void(world: World, at: datetime) -> None:
    """The person and the office go on with it; whoever had received it is told no more of it."""
    remedy = Remedy(kind=Redress.RESTART_NOTICE)
    upheld = Answering(outcome=ObjectionOutcome.UPHELD, text="经核查，告知书未送达本人。", remedy=remedy)
    await answer_objection(world.ids["objection"], upheld, by=world.arbiter, now=at)


async def test_after_a_service_that_was_void_no_recipient_is_answered(world: World) -> None:
    end = world.noon + LAST_MINUTE
    await its_service_was_void(world, end)
    after = end + timedelta(seconds=1)
    recipients = [one for one in CHANNELS if one.to not in ("clerk", "own")]
    assert [one.name for one in recipients if await one.answers(world, world.entry, after)] == []


@pytest.mark.parametrize("ends", [its_display_ends, it_is_revoked, it_is_repaired, an_objection_is_upheld])
async def test_every_channel_answers_until_it_ends_and_none_after(
    world: World, ends: Callable[[World, datetime], Awaitable[None]]
) -> None:
    before = world.noon + LAST_MINUTE
    end = before + timedelta(minutes=1)
    dumb = [one.name for one in CHANNELS if not await one.answers(world, world.entry, before)]
    assert dumb == [], "a channel that never answered proves nothing"

    await ends(world, before if ends is not its_display_ends else end)

    after = end if ends is its_display_ends else before + timedelta(seconds=1)
    assert [one.name for one in CHANNELS if await one.answers(world, world.entry, after)] == []


def doors(routes: Iterable[BaseRoute]) -> Iterator[tuple[str, str, str]]:
    """Method, name and path of every page; the interface is asked for its endpoints."""
    for route in routes:
        if getattr(route, "routes", None) and getattr(route, "path", "") != "/api":
            yield from doors(route.routes)  # type: ignore[attr-defined]
        else:
            for method in (getattr(route, "methods", None) or set()) - {"HEAD"}:
                yield method, route.name, route.path  # type: ignore[attr-defined]


PAGES = list(doors(create_app(settings()).routes))
PLAIN = {(one.method, re.sub(r":\w+}", "}", one.path)) for one in ENDPOINTS}


def test_every_door_is_a_channel_or_has_a_reason_why_it_is_none() -> None:
    looked_at = {name for method, name, _ in PAGES if method == "GET"}
    looked_at |= {f"GET {path}" for method, path in PLAIN if method == "GET"}
    known = {one.name for one in CHANNELS} | set(SILENT)
    assert sorted(looked_at - known) == [], (
        "give it a row in channels.CHANNELS, so that it is asked; or say in silent.SILENT why it is silent"
    )


def test_every_door_that_is_acted_through_has_a_reason_why_it_tells_nothing() -> None:
    acts = {name for method, name, _ in PAGES if method != "GET"}
    acts |= {f"{method} {path}" for method, path in PLAIN if method != "GET"}
    assert sorted(acts ^ set(ACTS)) == []


@pytest.mark.parametrize(
    ("ends", "who"),
    [*product([its_display_ends, it_is_revoked], ["clerk", "own", "secretary"]), (its_service_was_void, "secretary")],
)
async def test_what_is_silent_says_nothing_of_an_entry_that_has_ended(
    world: World, ends: Callable[[World, datetime], Awaitable[None]], who: str
) -> None:
    """Whatever door somebody stands at who may not go in: he is refused, and that tells nothing either."""
    end = world.noon + LAST_MINUTE
    await ends(world, end)
    await rounds_of_all(now=end)  # who received it has his letter
    telling = []
    with it_is(end + timedelta(minutes=1)):
        browser, machine = await world.doors.browser(who), await world.doors.machine(who)
        paths = {name: path for method, name, path in PAGES if method == "GET"}
        for name in set(SILENT) - LAW:
            asked = machine.get if name.startswith("GET ") else browser.client.get
            reply = await asked(filled(paths.get(name, name.removeprefix("GET ")), world))
            assert reply.status_code < 500, name
            if reply.headers.get("content-type", "").startswith(("text/html", "application/json")):
                said = (
                    json.dumps(reply.json(), ensure_ascii=False)
                    if "json" in reply.headers["content-type"]
                    else reply.text
                )
                telling += [name] * world.tells(said)
    assert telling == []


def in_words(reply: httpx2.Response) -> str:
    is_json = reply.headers["content-type"].startswith("application/json")
    return json.dumps(reply.json(), ensure_ascii=False) if is_json else reply.text


def filled(path: str, world: World) -> str:
    """A path with what the world has of that name, and else with something that is not there."""
    return PARAMETER.sub(lambda found: str(world.ids.get(found[1], UUID(int=0))), path)


def reads_entries(module: Path) -> bool:
    """It names their table, or imports what hands entries out."""
    text = module.read_text()
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
    imported = {name for node in found for name in (node.module, *(f"{node.module}.{one.name}" for one in node.names))}
    return "entries_entry" in text or any(f"integrity_archive.{one.replace('/', '.')}" in imported for one in HANDS_OUT)


def test_every_module_that_reads_entries_belongs_to_a_channel_or_has_a_reason_why_not() -> None:
    readers = {one.relative_to(SOURCE).with_suffix("").as_posix() for one in SOURCE.rglob("*.py") if reads_entries(one)}
    readers = {one for one in readers if not one.startswith(("web/", "api/"))}  # each of their doors has a row
    new = sorted(readers - THROUGH - set(INSIDE))
    assert new == [], "name it in the channel it answers through, in channels.CHANNELS; or say why in silent.INSIDE"
    assert sorted(set(INSIDE) - readers) == [], "these read entries no more"
    assert sorted(set(INSIDE) & THROUGH) == [], "a channel answers through these"
