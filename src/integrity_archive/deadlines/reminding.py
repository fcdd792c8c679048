"""Reminders by letter: once for each clock, some working days before its day. How many is data (`tasks/terms.toml`)."""

from datetime import date, datetime
from uuid import UUID

from tortoise.exceptions import IntegrityError

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue.terms import due, rule
from integrity_archive.database import rows, tx
from integrity_archive.deadlines.queries import to_be_done
from integrity_archive.entries.clocks import holds
from integrity_archive.letters import actions as letters
from integrity_archive.letters.content import Content, Part
from integrity_archive.letters.kinds import LetterKind
from integrity_archive.tasks.clocks import Clock, ClockKind, most_urgent_first
from integrity_archive.tasks.models import TaskKind

REMINDED = "select about from letters_letter where kind = 'reminder' and about = any($1::uuid[])"
SILENT = (TaskKind.SERVE_LETTER,)  # a reminder does not remind of reminders
FOR_SOME = "一件只向有权办理的人员显示的事项"
HOW = "请登录系统，在“期限”页查看并办理。已经办结的，不必理会本提醒。"


async def remind_due(*, now: datetime, limit: int) -> int:
    """Write what is due and has not been written; returns how many letters."""
    today = clock.today(now)
    soon = due("tasks", "reminder", since=today)
    near = [*await to_be_done(None, until=soon), *await holds(organisation=None, today=today, until=soon)]
    known = {row["about"] for row in await rows(REMINDED, [[one.id for one in near]])}
    left = [one for one in near if one.id not in known and rule(one.rule) and speaks(one, today)]
    return sum([await remind(one, now=now) for one in most_urgent_first(left, today=today)[:limit]])


def speaks(one: Clock, today: date) -> bool:
    """What our own exchange sends within the hour is spoken of on its last day, if it is still not there."""
    return one.kind not in SILENT and (one.kind is not ClockKind.WITHDRAW or one.due_on <= today)


async def remind(one: Clock, *, now: datetime) -> bool:
    """Two workers at once write one letter: the database holds one reminder for each clock."""
    try:
        await write(one, await name_of(one.organisation), now=now)
    except IntegrityError:
        return False
    return True


async def name_of(organisation: UUID) -> str:
    return (await Organisation.get(id=organisation)).name


@tx
async def write(one: Clock, office: str, *, now: datetime) -> None:
    await letters.create(
        LetterKind.REMINDER, content(one, office), organisation=one.organisation, recipient=one.organisation,
        about=one.id, by=SYSTEM, now=now,
    )  # fmt: skip


def content(one: Clock, office: str) -> Content:
    """Kinds, ids and days: the letter says nothing about a person, so that it need not die with an entry."""
    words = rule(one.rule)
    assert words
    day = f"{one.due_on.isoformat()}{'（暂定）' if one.provisional else ''}"
    said = [("事项", words.name.zh), ("编号", str(one.about)), ("依据", words.basis or "内部规则")]
    lapse = words.lapse.zh
    if one.kind is TaskKind.COMPLAINT:
        # It may be about any officer of the office that reads its letters: who may answer it, finds it on the desk.
        said, lapse = [("事项", FOR_SOME)], "逾期的事项列在“期限”页首位"
    facts = (*said, ("期限", day))
    return Content(
        subject="办理期限提醒",
        to=office,
        parts=(
            Part(title="一、期限", facts=facts),
            Part(title="二、逾期的后果", sentences=(f"{lapse}。",)),
            Part(title="三、办理", sentences=(HOW,)),
        ),
    )
