"""What eases a loss of trust (item 12): late performance, a request for extension, an explanation of one's own."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import tx
from integrity_archive.entries import actions as entries
from integrity_archive.entries import settling
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.amending import Amended
from integrity_archive.entries.draft_faults import InFuture
from integrity_archive.entries.kinds import ChangeKind
from integrity_archive.entries.locked import held, known
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import kind_of
from integrity_archive.errors import Conflict, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.papers import Scope
from integrity_archive.remedies import documents, redress
from integrity_archive.remedies.documents import Handed, Stored
from integrity_archive.remedies.kinds import MitigationKind
from integrity_archive.remedies.models import Mitigation
from integrity_archive.remedies.performance import shown_until
from integrity_archive.remedies.redress import Ended
from integrity_archive.remedies.taking import Received, Text, came_in, filing, require_scan, taken


class NothingToEnd(Conflict):
    """Only late performance ends conduct, and only conduct that still goes on."""

    zh = "只有补充履行才能终止持续中的失信行为；该条目的行为已经终止。"


class PerformedBeforeDecided(Refusal):
    """What was decided is performed late only after the decision."""

    status = 422
    zh = "补充履行的日期不得早于作出决定的日期。"


class Easing(Received):
    """What happened, and when. An explanation is a statement: it travels with the entry from now on."""

    kind: MitigationKind
    text: Text = Field(min_length=2, max_length=500)
    happened_on: date


async def add_mitigation(
    entry_id: UUID, new: Easing, files: Iterable[Handed] = (), *, by: Actor, now: datetime
) -> Mitigation:
    """Attach it to the entry, where everybody who opens the entry sees it."""
    entry, key = await known(entry_id, by=by)
    filing(by, entry)
    await came_in(new, Scope.FILE, entry, by=by, now=now)
    if new.happened_on > clock.today(now):
        raise InFuture(at="happened_on")
    if new.kind is MitigationKind.LATE_PERFORMANCE and new.happened_on < entry.decided_on:
        raise PerformedBeforeDecided(at="happened_on")
    handed = list(files)
    require_scan(by, entry, handed)
    return await keep(entry_id, new, await documents.store(handed, key, by=by), by=by, now=now)


@tx
async def keep(entry_id: UUID, new: Easing, files: list[Stored], *, by: Actor, now: datetime) -> Mitigation:
    entry, key = await held(entry_id, by=by, now=now)
    channel = filing(by, entry)
    _, paper = await came_in(new, Scope.FILE, entry, by=by, now=now)
    if entry.state not in redress.LIVING:
        raise Ended()
    id = uuid7()
    mitigation = await Mitigation.create(
        id=id,
        entry_id=entry.id,
        kind=new.kind,
        sealed=key.seal_json({"text": new.text}, place=f"remedies_mitigation.sealed:{id}"),
        happened_on=new.happened_on,
        at=now,
    )
    hashes = await documents.attach(id, files, key, now=now)
    await record(
        Kind.MITIGATION_ADDED, by=by, now=now, key=key, organisation=entry.organisation_id, person=entry.person_id,
        entry=entry.id, about=id, easing=new.kind, happened_on=new.happened_on.isoformat(), documents=hashes,
        channel=channel, **paper,
    )  # fmt: skip
    if new.kind is MitigationKind.SELF_EXPLANATION:
        spoken = entries.Say(text=new.text, received_on=new.received_on)  # the power, if any, covers the explanation
        await entries.state(entry.id, spoken, hashes, by=by, now=now)
    return mitigation


@says_nothing_prohibited
@tx
async def confirm_performance(mitigation_id: UUID, reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """A reviewer has seen the proof of late performance: the conduct that went on has ended on that day.

    What the entry said before stays true of its time, as with any revision.
    """
    require(by, Permission.REMEDY_DECIDE)
    mitigation, entry, key = await taken(Mitigation, mitigation_id, by=by, now=now)
    if mitigation.kind is not MitigationKind.LATE_PERFORMANCE or entry.conduct_ended_on is not None:
        raise NothingToEnd()
    entry, key, _ = await settling.stepped(entry.id, "revise", by=by, now=now)
    kind, law, on = kind_of(entry), edition.load(entry.edition), mitigation.happened_on
    assert entry.final_on
    until = shown_until(
        kind.with_sanction(entry.sanction_kind),
        law.item_for(kind.code, entry.severity),
        decided_on=entry.decided_on,
        final_on=entry.final_on,
        performed_on=on,
        sanction_to=entry.sanction_to,
        before=entry.display_until,
    )
    rule = {"performed_on": on.isoformat(), "after": until.isoformat() if until else None}
    amended = Amended({"conduct_ended_on": on}, until, rule)
    return await settling.amended_by(entry, key, amended, ChangeKind.REVISION, reason, by=by, now=now)
