"""Every channel by which what an entry says can leave the archive, each with a question put to it through real code.

A page that is looked at and an endpoint that is read are channels by their names; what leaves otherwise is a function
here. What is no channel stands in `silent`, with the reason.
"""

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx2

from integrity_archive import clock
from integrity_archive.database import tx
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Refusal
from integrity_archive.exchange import batches, payload
from integrity_archive.exchange.models import Target
from integrity_archive.inquiries import queries as inquiries
from integrity_archive.inquiries.actions import ask
from integrity_archive.inquiries.kinds import NoAdverse
from integrity_archive.people.papers import OnPaper
from integrity_archive.reports import case_file
from integrity_archive.reports import queries as reports
from integrity_archive.reports.actions import issue

from .one_entry_everywhere import World, it_is

Answers = Callable[[World, Entry, datetime], Awaitable[bool]]
COUNTED = (NoAdverse.NO, NoAdverse.UNCERTAIN)
PARAMETER = re.compile(r"\{(\w+?)(_id)?(:\w+)?\}")


@dataclass(frozen=True)
class Channel:
    """`answers`: whether somebody learns through it what the entry says; a refusal and an empty list are a no.

    `modules` read the entries for it; `to` is who is answered: a recipient, unless it is the office or the person.
    """

    name: str
    modules: tuple[str, ...]
    answers: Answers
    to: str = "recipient"


def address(path: str, world: World) -> str:
    return PARAMETER.sub(lambda found: str(world.ids[found[1]]), path)


def learned(world: World, reply: httpx2.Response) -> bool:
    """A document is all of it; a page or a list may hold nothing of what the entry says."""
    assert reply.status_code in (200, 201, 404, 409, 410), f"{reply.request.url} answers {reply.status_code}"
    if reply.status_code >= 400:
        return False
    kind = reply.headers["content-type"].partition(";")[0]
    if kind == "application/json":
        return world.tells(json.dumps(reply.json(), ensure_ascii=False))
    return world.tells(reply.text) if kind.startswith("text/") else True


def page(who: str, name: str, path: str, *modules: str) -> Channel:
    """A page or a download of the web interface."""

    async def answers(world: World, entry: Entry, at: datetime) -> bool:
        with it_is(at):
            browser = await world.doors.browser(who)
            return learned(world, await browser.client.get(address(path, world)))

    return Channel(name, modules, answers, who)


def endpoint(who: str, path: str, *modules: str) -> Channel:
    """The same question over the interface for machines."""

    async def answers(world: World, entry: Entry, at: datetime) -> bool:
        with it_is(at):
            machine = await world.doors.machine(who)
            return learned(world, await machine.get(address(path, world)))

    return Channel(f"GET {path.partition('?')[0]}", modules, answers, who)


def channel(name: str, *modules: str, to: str = "recipient") -> Callable[[Answers], Channel]:
    """What no door of ours opens: sent by a worker, or asked for with a form."""

    def made(ask_for: Answers) -> Channel:
        async def answers(world: World, entry: Entry, at: datetime) -> bool:
            try:
                return await ask_for(world, entry, at)
            except Refusal:
                return False

        return Channel(name, modules, answers, to)

    return made


@channel("an inquiry", "entries/disclosure", "inquiries/actions")
async def inquiry(world: World, entry: Entry, at: datetime) -> bool:
    answer = await ask(world.question, by=world.secretary, now=at)
    return entry.id in [told.entry for told in answer.entries]


@channel("the indicator of an inquiry", "entries/adverse", "inquiries/actions")
async def indicator(world: World, entry: Entry, at: datetime) -> bool:
    return (await ask(world.question, by=world.secretary, now=at)).no_adverse in COUNTED


@channel("the indicator of an answer read again", "entries/adverse", "inquiries/queries")
async def indicator_again(world: World, entry: Entry, at: datetime) -> bool:
    return (await inquiries.answer(world.ids["inquiry"], by=world.secretary, now=at)).no_adverse in COUNTED


@channel("a question repeated under its key", "api/inquiries", "inquiries/queries")
async def repetition(world: World, entry: Entry, at: datetime) -> bool:
    with it_is(at):
        machine = await world.doors.machine("secretary")
        question = world.question.model_dump(mode="json")
        return learned(world, await machine.post("/inquiries", question, key="asked"))


@channel("a new report", "inquiries/queries", "reports/actions")
async def report(world: World, entry: Entry, at: datetime) -> bool:
    return (await issue(world.unprinted.pop(), by=world.secretary, now=at)).id is not None


@channel("a report that anybody checks", "inquiries/queries", "reports/queries")
async def verification(world: World, entry: Entry, at: datetime) -> bool:
    found = await reports.verify(world.ids["code"], now=at)
    return found is not None and found.standing is reports.Standing.VALID


@channel("what is pushed", "exchange/payload", "exchange/planner")
async def image(world: World, entry: Entry, at: datetime) -> bool:
    return entry.id in await payload.images([entry.id], today=clock.today(at))


class Undone(Exception):
    """Ends a transaction that only looked."""


@channel("what waits to be pushed", "exchange/batches")
async def batch(world: World, entry: Entry, at: datetime) -> bool:
    taken: list[Any] = []
    try:
        async with tx():
            taken.append(await batches.take_new(await Target.get(), lease=60, now=at))
            raise Undone()
    except Undone:
        return taken != [None]


@channel("a case file", "reports/case_file", "reports/case_file_content", to="own")
async def file(world: World, entry: Entry, at: datetime) -> bool:
    _, data = await case_file.make(entry.id, OnPaper(), by=world.own, now=at)
    return data.startswith(b"%PDF")


REMEDIES = ("remedies/queries", "remedies/views")
LETTERS = ("letters/queries", "letters/telling")
CHANNELS = (
    inquiry,
    indicator,
    indicator_again,
    repetition,
    report,
    verification,
    image,
    batch,
    file,
    page("clerk", "entries:list", "/entries", "entries/queries", "web/entries", "web/rows"),
    page(
        "clerk",
        "entries:show",
        "/entries/{entry}",
        "entries/queries",
        "web/entry_page",
        "web/entry_gate",
        "web/findings",
    ),
    page("clerk", "entries:evidence", "/entries/{entry}/evidence/{evidence}", "entries/queries", "entries/documents"),
    page("clerk", "entries:certificate", "/entries/{entry}/certificate.pdf", "reports/certificate", "reports/content"),
    page("clerk", "changes:form", "/entries/{entry}/changes/new?kind=correction", "web/changes"),
    page("clerk", "changes:show", "/changes/{change}", "entries/former", "web/changes"),
    page("clerk", "changes:document", "/changes/{change}/document", "entries/former"),
    page("clerk", "people:show", "/people/{person}", "entries/queries", "web/people"),
    page("clerk", "desk:show", "/desk", "entries/queries", "web/desk"),
    page("clerk", "deadlines:show", "/deadlines", "deadlines/queries", "entries/clocks", "remedies/limits"),
    page("clerk", "deliveries:list", "/deliveries", "exchange/queries"),
    page("clerk", "deliveries:show", "/deliveries/{delivery}", "exchange/queries"),
    page("clerk", "letters:show", "/letters/{letter}", *LETTERS),
    page("clerk", "letters:pdf", "/letters/{letter}/pdf", *LETTERS),
    page("clerk", "letters:decision", "/letters/{enclosed}/decision", *LETTERS),
    page("clerk", "letters:batch_pdf", "/letters/batches/{batch}/pdf", "letters/batches"),
    page("clerk", "remedies:desk", "/remedies", *REMEDIES),
    page("clerk", "objections:show", "/objections/{objection}", *REMEDIES),
    page("clerk", "appeals:show", "/appeals/{appeal}", *REMEDIES),
    page("clerk", "repairs:show", "/repairs/{repair}", *REMEDIES),
    page("clerk", "entries:file_objection_form", "/entries/{entry}/objection", *REMEDIES),
    page("clerk", "entries:file_appeal_form", "/entries/{entry}/appeal", *REMEDIES),
    page("clerk", "entries:file_repair_form", "/entries/{entry}/repair", *REMEDIES),
    page("clerk", "entries:file_mitigation_form", "/entries/{entry}/mitigation", *REMEDIES),
    page("own", "own:show", "/own", "entries/queries", "web/own"),
    page("own", "own:entry", "/own/entries/{entry}", "entries/queries", "web/own"),
    page("own", "own:evidence", "/own/entries/{entry}/evidence/{evidence}", "entries/queries", "entries/documents"),
    page("own", "own:certificate", "/own/entries/{entry}/certificate.pdf", "reports/certificate"),
    page("own", "own_letters:show", "/own/letters/{letter}", *LETTERS),
    page("own", "own_letters:pdf", "/own/letters/{letter}/pdf", *LETTERS),
    page("own", "own_letters:decision", "/own/letters/{enclosed}/decision", *LETTERS),
    page("own", "own:what_if", "/own/entries/{entry}/what-if", *REMEDIES),
    page("own", "own:objection", "/own/objections/{objection}", *REMEDIES, "web/entry_heading"),
    page("own", "own:appeal", "/own/appeals/{appeal}", *REMEDIES),
    page("own", "own:repair", "/own/repairs/{repair}", *REMEDIES),
    page("own", "own:file_objection_form", "/own/entries/{entry}/objection", *REMEDIES),
    page("own", "own:file_appeal_form", "/own/entries/{entry}/appeal", *REMEDIES),
    page("own", "own:file_repair_form", "/own/entries/{entry}/repair", *REMEDIES),
    page("own", "own:file_mitigation_form", "/own/entries/{entry}/mitigation", *REMEDIES),
    page("secretary", "inquiries:show", "/inquiries/{inquiry}", "inquiries/queries"),
    page("secretary", "inquiries:report", "/inquiries/{inquiry}/report.pdf", "reports/queries"),
    endpoint("clerk", "/entries", "api/entries"),
    endpoint("clerk", "/entries/{entry}", "api/entries", "api/entry_out"),
    endpoint("clerk", "/entries/{entry}/evidence/{evidence}", "api/entries"),
    endpoint("clerk", "/entries/{entry}/findings", "api/findings", "entries/findings"),
    endpoint("clerk", "/entries/{entry}/changes", "api/changes", "entries/former"),
    endpoint("clerk", "/entries/{entry}/versions", "api/changes", "entries/former"),
    endpoint("clerk", "/changes/{change}/document", "api/changes", "entries/former"),
    endpoint("clerk", "/letters/{letter}", *LETTERS),
    endpoint("clerk", "/letters/{letter}/pdf", *LETTERS),
    endpoint("own", "/own/entries", "api/own"),
    endpoint("own", "/own/entries/{entry}", "api/own"),
    endpoint("own", "/own/entries/{entry}/evidence/{evidence}", "api/own"),
    endpoint("own", "/own/letters/{letter}/pdf", *LETTERS),
    endpoint("secretary", "/inquiries/{inquiry}", "inquiries/queries"),
    endpoint("secretary", "/reports/{report}/pdf", "reports/queries"),
)
