"""The desk of deadlines: every running clock, what happens when it lapses, and an officer's own calendar feed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.accounts.words import ROLES
from integrity_archive.actors import Permission, Role
from integrity_archive.catalogue.terms import Rule, rule
from integrity_archive.deadlines import queries
from integrity_archive.errors import NotFound
from integrity_archive.language import Language, _, translations
from integrity_archive.settings import settings
from integrity_archive.tasks import feeds, ics
from integrity_archive.tasks.clocks import Clock, ClockKind
from integrity_archive.tasks.words import CLOCKS
from integrity_archive.web import rows
from integrity_archive.web.access import Open, get, post
from integrity_archive.web.desk import may_open, place
from integrity_archive.web.pages import page, see

CALENDAR = _("诚信档案办理期限")


@dataclass(frozen=True)
class Running:
    """A clock with what it is about, who has to act, where, and its rule in words."""

    clock: Clock
    name: str
    record_type: str | None
    owners: list[str]
    recused: bool  # his role would do it, he himself may not
    address: str | None
    rule: Rule | None
    overdue: bool


async def show(request: Request) -> Response:
    return page(request, "deadlines/show.html", **await shown(request))


async def shown(request: Request) -> dict[str, Any]:
    by, today = request.user, clock.present_day()
    clocks = await queries.running(by, today=today)
    sees_entries = Permission.ENTRY_SEE in by.permissions
    about = await rows.about({one.entry for one in clocks if one.entry}, by=by) if sees_entries else {}
    lines = [line(request, one, about) for one in clocks]
    return {
        "lines": lines,
        "overdue": sum(one.overdue for one in lines),
        "feed_since": await feeds.feed_since(by),
        "feed_address": None,
    }


def line(request: Request, one: Clock, about: dict[UUID, rows.Named]) -> Running:
    by, known = request.user, about.get(one.entry) if one.entry else None
    return Running(
        clock=one,
        name=known.name if known else "",
        record_type=known.entry.record_type if known else None,
        owners=[ROLES[role] for role in sorted(one.owners, key=list(Role).index)],
        recused=bool(one.owners & by.roles) and not one.is_for(by),
        address=address(request, one, shown=known is not None or one.entry is None),
        rule=rule(one.rule),
        overdue=one.overdue(clock.present_day()),
    )


def address(request: Request, one: Clock, *, shown: bool) -> str | None:
    """Where he can do something about it; of an entry that shows itself no more, its letters still stand."""
    if shown and may_open(one.kind, by=request.user):
        return place(request, one.kind, one.about, one.entry)
    if one.kind is ClockKind.TELL and Permission.LETTER_SEE in request.user.permissions:
        return str(request.app.url_path_for("letters:desk"))
    return None


async def make_feed(request: Request) -> Response:
    """The address is shown now and never again: only its hash is kept."""
    token = await feeds.make_feed(by=request.user, now=clock.now())
    path = request.app.url_path_for("deadlines:feed", token=token)
    known = await shown(request) | {"feed_address": f"{str(settings().public_url).rstrip('/')}{path}"}
    answer = page(request, "deadlines/show.html", here=request.app.url_path_for("deadlines:show"), **known)
    answer.headers["cache-control"] = "no-store"
    return answer


async def revoke_feed(request: Request) -> Response:
    await feeds.revoke_feed(by=request.user, now=clock.now())
    return see(request, "deadlines:show")


async def feed(request: Request) -> Response:
    """For a calendar program: whoever knows the secret is the officer, and gets what he himself has to do."""
    by = await feeds.reader(request.path_params["token"])
    if by is None:
        raise NotFound()
    now = clock.now()
    clocks = queries.of_officer(await queries.running(by, today=clock.today(now)), by)
    language = request.scope["language"]
    name = translations(language).gettext(CALENDAR)
    found = ics.calendar(name, [day(one, language) for one in clocks], now=now)
    return Response(found, media_type=ics.MEDIA_TYPE, headers={"cache-control": "no-store"})


def day(one: Clock, language: Language) -> ics.Day:
    speak, words = translations(language).gettext, rule(one.rule)
    said = [words.name.text(language), words.lapse.text(language)] if words else []
    return ics.Day(
        uid=f"{one.id}@integrity-archive",
        on=one.due_on,
        summary=speak(CLOCKS[one.kind]),
        description="\n".join([*said, str(one.about)]),
        tentative=one.provisional,
    )


SEE = Permission.DESK_SEE
routes = [
    get("/deadlines", show, SEE, name="deadlines:show"),
    post("/deadlines/feed", make_feed, SEE, name="deadlines:make_feed"),
    post("/deadlines/feed/revoke", revoke_feed, SEE, name="deadlines:revoke_feed"),
    get("/deadlines/feed/{token}.ics", feed, Open.PUBLIC, name="deadlines:feed"),
]
