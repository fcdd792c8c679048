"""Every running clock of an organisation, from all who have clocks, the most urgent first."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.periods import corresponding_end
from integrity_archive.catalogue.terms import terms
from integrity_archive.entries import clocks as entries
from integrity_archive.exchange import clocks as exchange
from integrity_archive.letters import clocks as letters
from integrity_archive.recipients import clocks as recipients
from integrity_archive.remedies import limits
from integrity_archive.tasks import queries as tasks
from integrity_archive.tasks.clocks import Clock, most_urgent_first
from integrity_archive.tasks.models import TaskKind


async def running(by: Actor, *, today: date) -> list[Clock]:
    """Of the actor's organisation; to whom the office's own are not open, those for himself. A complaint is shown to
    those who may answer it, and to nobody it concerns."""
    require(by, Permission.DESK_SEE)
    assert by.organisation
    found = await to_be_done(by.organisation)
    if Permission.ENTRY_SEE in by.permissions:
        ahead = corresponding_end(today, terms("tasks")["outlook"])
        found += await entries.running(organisation=by.organisation, today=today, until=ahead)
    if Permission.LETTER_SEE in by.permissions:
        found += await letters.running(by.organisation)
    return most_urgent_first((one for one in found if open_to(by, one)), today=today)


async def to_be_done(organisation: UUID | None, *, until: date | None = None) -> list[Clock]:
    """The clocks by which somebody must act, of one organisation or of all."""
    return [
        *await tasks.running(organisation=organisation, until=until),
        *await limits.running(organisation=organisation, until=until),
        *await recipients.running(organisation=organisation, until=until),
        *await exchange.running(organisation=organisation, until=until),
    ]


def open_to(by: Actor, clock: Clock) -> bool:
    everybodys = Permission.TASK_SEE in by.permissions and clock.kind is not TaskKind.COMPLAINT
    return everybodys or clock.is_for(by)


def of_officer(clocks: Iterable[Clock], by: Actor) -> list[Clock]:
    """What this officer himself may do, and what happens by itself: the content of his calendar."""
    return [one for one in clocks if not one.owners or one.is_for(by)]
