"""After its display period an entry is shown to nobody; later its key is destroyed, and that can be proved."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.blobs import blobs
from integrity_archive.clock import SHANGHAI
from integrity_archive.database import rows
from integrity_archive.entries import changes, clocks, expiry, queries, settling
from integrity_archive.entries.actions import Reason, Say, restart_service, state
from integrity_archive.entries.changes import Change
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.expiry import HeldAlready, HeldUntilPast, NotHeld, PutOnHold
from integrity_archive.entries.kinds import ChangeKind, Ending, Objection, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.entries.settling import revoke
from integrity_archive.errors import Forbidden, NotFound
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.actions import Remedy
from integrity_archive.remedies.kinds import Ground, ObjectionOutcome, Redress
from integrity_archive.remedies.redress import Ended
from integrity_archive.sealing import Unreadable, key_of
from integrity_archive.transitions import NoSuchStep

from ..building import NOW, Office, a_reviewer, an_effective_entry, as_the_person

WHY = Reason(text="原记录有误。")


def on(day: date, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await an_effective_entry(office, student)


async def test_golden_13(office: Office, student: Person, entry: Entry) -> None:
    """The display ends today at 24:00: a minute later it is in no answer, before any job has run."""
    last = entry.display_until
    assert last
    person = await as_the_person(student)
    for by in (office.clerk, person):
        await queries.view(entry.id, by=by, now=on(last, 23, 59))
        with pytest.raises(queries.NoLongerShown):
            await queries.view(entry.id, by=by, now=on(last + timedelta(1), 0, 0))
    assert [row.id for row in await queries.of_person(student.id, on=last)] == [entry.id]
    tomorrow = last + timedelta(1)
    assert await queries.of_person(student.id, on=tomorrow) == []
    assert await queries.listing(office.clerk, on=tomorrow) == []
    assert await disclosable(student.id, ["EXF"], on=tomorrow) == []
    [put_away] = await queries.put_away(office.clerk, on=tomorrow)
    assert (put_away.number, put_away.state) == (entry.number, State.EFFECTIVE)


async def test_over_by_rule_it_has_ended_for_every_act_before_any_job_has_run(
    office: Office, student: Person, entry: Entry
) -> None:
    """No longer term, no new service, no mark and no remedy brings back what was shown for its time."""
    assert entry.display_until and entry.sanction_to
    after, own = on(entry.display_until + timedelta(1)), await as_the_person(student)
    longer: dict[str, Any] = {"sanction_to": entry.sanction_to + timedelta(180)}
    asked_for = Change(kind=ChangeKind.CORRECTION, reason="处理期限录错。", **longer)
    acts: list[Callable[[], Awaitable[Any]]] = [
        lambda: changes.propose(entry.id, asked_for, by=office.clerk, now=after),
        lambda: settling.correct(entry.id, longer, WHY, by=SYSTEM, now=after),
        lambda: settling.revise(entry.id, longer, WHY, by=SYSTEM, now=after),
        lambda: settling.lift(entry.id, entry.decided_on, by=SYSTEM, now=after),
        lambda: settling.suspend(entry.id, WHY, by=SYSTEM, now=after),
        lambda: settling.mark_objected(entry.id, Objection.OPEN, by=SYSTEM, now=after),
        lambda: settling.repair(entry.id, by=SYSTEM, now=after),
        lambda: restart_service(entry.id, ServiceOf.NOTICE, WHY, by=SYSTEM, now=after),
        lambda: state(entry.id, Say(text="我不同意。"), by=own, now=after),
        lambda: remedies.lodge_objection(entry.id, objecting, by=own, now=after),
    ]
    objecting = remedies.Objecting(ground=Ground.FACTS, text="没有送达。")
    before = await rows("select * from entries_entry")

    for act in acts:
        with pytest.raises(NoSuchStep):
            await act()

    assert await rows("select * from entries_entry") == before
    assert await expiry.expire_due(now=after, limit=10) == 1


async def test_what_was_open_when_it_ended_by_rule_is_answered_and_changes_nothing(
    office: Office, student: Person, entry: Entry
) -> None:
    assert entry.display_until
    last, own, arbiter = on(entry.display_until), await as_the_person(student), await a_reviewer(office.organisation)
    proposal = Change(kind=ChangeKind.CORRECTION, reason="标题有误。", document_title="处理决定书")
    proposed = await changes.propose(entry.id, proposal, by=office.clerk, now=last)
    objecting = remedies.Objecting(ground=Ground.FACTS, text="没有送达。")
    objection = await remedies.lodge_objection(entry.id, objecting, by=own, now=last)
    upheld = {"outcome": ObjectionOutcome.UPHELD, "text": "送达无效。"}
    after = last + timedelta(1)

    with pytest.raises(NoSuchStep):
        await changes.approve(proposed.id, by=office.reviewer, now=after)
    with pytest.raises(Ended):
        restart = remedies.Answering(remedy=Remedy(kind=Redress.RESTART_NOTICE), **upheld)
        await remedies.answer_objection(objection.id, restart, by=arbiter, now=after)
    await remedies.answer_objection(objection.id, remedies.Answering(**upheld), by=arbiter, now=after)

    found = await Entry.get(id=entry.id)
    assert (found.state, found.display_until, found.objection) == (State.EFFECTIVE, entry.display_until, Objection.OPEN)
    assert await queries.listing(office.clerk, on=after.date()) == []
    assert await queries.of_person(student.id, on=after.date()) == []
    assert (await queries.counts(office.clerk, on=after.date()))[State.EFFECTIVE] == 0, "nor is it counted on the desk"


async def test_the_job_marks_it_on_the_day_after_and_not_before(entry: Entry) -> None:
    last = entry.display_until
    assert last
    assert await expiry.expire_due(now=on(last, 23, 59), limit=10) == 0
    assert await expiry.expire_due(now=on(last + timedelta(1), 0, 0), limit=10) == 1
    assert await expiry.expire_due(now=on(last + timedelta(1), 0, 1), limit=10) == 0
    ended = await Entry.get(id=entry.id)
    assert (ended.state, ended.ended_because) == (State.EXPIRED, Ending.EXPIRED)
    assert ended.erase_after and ended.erase_after >= last


async def an_expired_entry(entry: Entry) -> Entry:
    assert entry.display_until
    await expiry.expire_due(now=on(entry.display_until + timedelta(1)), limit=10)
    return await Entry.get(id=entry.id)


async def test_erasure_destroys_the_key_and_the_files_and_leaves_a_line_that_proves_it(entry: Entry) -> None:
    ended = await an_expired_entry(entry)
    assert ended.erase_after
    names = [str(one.blob) for one in await Evidence.filter(entry_id=entry.id)]
    assert await expiry.erase_due(now=on(ended.erase_after), limit=10) == 0, "its last day is whole"
    assert await expiry.erase_due(now=on(ended.erase_after + timedelta(1)), limit=10) == 1
    assert (await Entry.get(id=entry.id)).state is State.ERASED
    with pytest.raises(Unreadable):
        await key_of(entry.key_id)
    for name in names:
        with pytest.raises(NotFound):
            blobs().get(name)
    *before, last = await journal.of_entry(entry.id)
    assert all(act.body is None for act in before), "what was said of it in the journal cannot be read any more"
    assert last.kind is Kind.ENTRY_ERASED
    assert last.body == {"number": entry.number, "because": "EXPIRED"}
    assert await expiry.erase_due(now=on(ended.erase_after + timedelta(2)), limit=10) == 0


async def test_no_column_of_an_erased_entry_says_what_it_was_about(entry: Entry) -> None:
    kept = {
        "id", "number", "person_id", "organisation_id", "clerk_id", "reviewer_id", "key_id", "edition", "state",
        "state_since", "version", "ended_because", "erase_after",
    }  # fmt: skip
    neutral = {"objection": "NONE", "decision_route": "already_served"}
    ended = await an_expired_entry(entry)
    assert ended.erase_after
    await expiry.erase_due(now=on(ended.erase_after + timedelta(1)), limit=10)
    [left] = await rows("select * from entries_entry where id = $1", [entry.id])
    said = {name: value for name, value in dict(left).items() if value and name not in kept}
    assert said == neutral


async def test_a_job_that_comes_years_late_still_leaves_the_time_to_tell_its_recipients(entry: Entry) -> None:
    """Its retention was over when the end was noticed: the key lives a month longer, the display ended on its day."""
    late = date(2033, 3, 10)
    assert await expiry.expire_due(now=on(late), limit=10) == 1
    assert await expiry.erase_due(now=on(date(2033, 4, 10)), limit=10) == 0
    assert (await Entry.get(id=entry.id)).state is State.EXPIRED
    assert await expiry.erase_due(now=on(date(2033, 4, 11)), limit=10) == 1


async def test_a_legal_hold_keeps_the_sealed_copy_and_never_the_display(office: Office, entry: Entry) -> None:
    held = await expiry.hold(entry.id, PutOnHold(text="人民法院调取。"), by=office.reviewer, now=NOW)
    with pytest.raises(HeldAlready):
        await expiry.hold(entry.id, PutOnHold(text="再次保全。"), by=office.reviewer, now=NOW)
    ended = await an_expired_entry(entry)
    assert ended.state is State.EXPIRED, "a hold does not prolong the display"
    assert ended.erase_after
    late = on(ended.erase_after + timedelta(400))
    assert await expiry.erase_due(now=late, limit=10) == 0
    key = await key_of(entry.key_id)
    assert key.open(bytes(held.sealed), place=f"entries_hold.sealed:{held.id}").decode() == "人民法院调取。"
    await expiry.release_hold(entry.id, by=office.reviewer, now=late)
    with pytest.raises(NotHeld):
        await expiry.release_hold(entry.id, by=office.reviewer, now=late)
    assert await expiry.erase_due(now=late, limit=10) == 1


async def test_a_hold_with_a_last_day_ends_with_it(office: Office, entry: Entry) -> None:
    ended = await an_expired_entry(entry)
    assert ended.erase_after
    until = ended.erase_after + timedelta(30)
    await expiry.hold(entry.id, PutOnHold(text="审计期间保全。", until=until), by=office.reviewer, now=NOW)
    assert await expiry.erase_due(now=on(until), limit=10) == 0
    assert await expiry.erase_due(now=on(until + timedelta(1)), limit=10) == 1


async def test_no_hold_ends_before_it_begins(office: Office, entry: Entry) -> None:
    """It would look kept, and be erased on its day all the same."""
    yesterday = NOW.date() - timedelta(1)
    with pytest.raises(HeldUntilPast):
        await expiry.hold(entry.id, PutOnHold(text="人民法院调取。", until=yesterday), by=office.reviewer, now=NOW)
    assert await expiry.hold(entry.id, PutOnHold(text="调取。", until=NOW.date()), by=office.reviewer, now=NOW)


async def test_when_a_hold_is_over_another_may_be_placed(office: Office, entry: Entry) -> None:
    until = NOW.date() + timedelta(30)
    await expiry.hold(entry.id, PutOnHold(text="人民法院调取。", until=until), by=office.reviewer, now=NOW)
    with pytest.raises(HeldAlready):
        await expiry.hold(entry.id, PutOnHold(text="审计期间保全。"), by=office.reviewer, now=on(until))
    after = until + timedelta(1)
    with pytest.raises(NotHeld):
        await expiry.release_hold(entry.id, by=office.reviewer, now=on(after))
    await expiry.hold(entry.id, PutOnHold(text="审计期间保全。"), by=office.reviewer, now=on(after))
    await expiry.release_hold(entry.id, by=office.reviewer, now=on(after))


async def test_the_end_of_a_hold_and_the_erasure_after_it_stand_on_the_desk(office: Office, entry: Entry) -> None:
    ended = await an_expired_entry(entry)
    day = ended.erase_after
    assert day
    until = day - timedelta(10)
    await expiry.hold(entry.id, PutOnHold(text="人民法院调取。", until=until), by=office.reviewer, now=NOW)

    async def on_the_desk(today: date) -> dict[str, date]:
        found = await clocks.running(organisation=office.organisation.id, today=today, until=day + timedelta(60))
        return {one.kind: one.due_on for one in found if one.about == entry.id}

    assert await on_the_desk(until) == {"hold": until}
    assert await on_the_desk(until + timedelta(1)) == {"erase": day}
    [row] = await queries.put_away(office.clerk, on=until + timedelta(1))
    assert not row.held


async def test_a_clerk_places_no_hold(office: Office, entry: Entry) -> None:
    with pytest.raises(Forbidden):
        await expiry.hold(entry.id, PutOnHold(text="不应由经办人保全。"), by=office.clerk, now=NOW)


async def test_what_was_revoked_meanwhile_does_not_expire(office: Office, entry: Entry) -> None:
    await revoke(entry.id, Reason(text="决定已被撤销。"), Ending.REVOKED, by=SYSTEM, now=NOW)
    assert entry.display_until
    await expiry.expire(entry.id, now=on(entry.display_until + timedelta(1)))
    assert (await Entry.get(id=entry.id)).ended_because is Ending.REVOKED
