"""Reminders by letter: once for each clock, some working days before its day. How many is data (`tasks/terms.toml`)."""

from datetime import datetime
from uuid import UUID

from tortoise.exceptions import IntegrityError

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue.terms import due, rule
from integrity_archive.database import rows, tx
from integrity_archive.deadlines.queries import to_be_done
from integrity_archive.letters import actions as letters
from integrity_archive.letters.content import Content, Part
from integrity_archive.letters.kinds import LetterKind
from integrity_archive.tasks.clocks import Clock, most_urgent_first
from integrity_archive.tasks.models import TaskKind

REMINDED = "select about from letters_letter where kind = 'reminder' and about = any($1::uuid[])"
# A complaint may be about any officer of the office that reads its letters; a reminder does not remind of reminders.
SILENT = (TaskKind.COMPLAINT, TaskKind.SERVE_LETTER)
HOW = "请登录系统，在“期限”页查看并办理。已经办结的，不必理会本提醒。"


async def remind_due(*, now: datetime, limit: int) -> int:
    """Write what is due and has not been written; returns how many letters."""
    today = clock.today(now)
    near = await to_be_done(None, until=due("tasks", "reminder", since=today))
    known = {row["about"] for row in await rows(REMINDED, [[one.id for one in near]])}
    left = [one for one in near if one.id not in known and one.kind not in SILENT and rule(one.rule)]
    return sum([await remind(one, now=now) for one in most_urgent_first(left, today=today)[:limit]])


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
    facts = (("事项", words.name.zh), ("编号", str(one.about)), ("期限", day), ("依据", words.basis or "内部规则"))
    return Content(
        subject="办理期限提醒",
        to=office,
        parts=(
            Part(title="一、期限", facts=facts),
            Part(title="二、逾期的后果", sentences=(f"{words.lapse.zh}。",)),
            Part(title="三、办理", sentences=(HOW,)),
        ),
    )
