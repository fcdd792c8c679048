"""Nobody reviews what he wrote himself; what the second officer refers back comes to the clerk with the reason."""

import pytest
from tortoise.exceptions import IntegrityError

from integrity_archive.actors import Role
from integrity_archive.database import tx
from integrity_archive.entries import actions, queries
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Entry
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.models import Person

from ..building import (
    MERIT,
    NOW,
    PDF,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    an_officer,
    as_the_person,
    facts,
)

FAULT = Reason(text="决定书文号有误。")


async def test_a_clerk_who_is_also_a_reviewer_does_not_review_his_own_entry(office: Office, student: Person):
    both = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    own = Office(office.organisation, clerk=both, reviewer=both)
    adverse, merit = await a_filed_entry(own, student), await a_filed_entry(own, student, MERIT)

    with pytest.raises(SameOfficer):
        await actions.notify(adverse.id, by=both, now=NOW)
    with pytest.raises(SameOfficer):
        await actions.confirm(merit.id, by=both, now=NOW)
    assert (await queries.view(adverse.id, by=both, now=NOW)).acts == ["redact"]


@pytest.mark.parametrize("wrote", ["edit", "add_evidence", "file"])
async def test_nor_an_entry_of_a_colleague_in_which_he_had_a_hand(office: Office, student: Person, wrote: str):
    both = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    entry = await a_draft(office, student)
    if wrote == "edit":
        await actions.edit(entry.id, facts(student.id), version=entry.version, by=both, now=NOW)
    if wrote == "add_evidence":
        await actions.add_evidence(entry.id, "HEARING_RECORD", "笔录.pdf", PDF, by=both, now=NOW)
    await actions.file(entry.id, by=both if wrote == "file" else office.clerk, now=NOW)

    with pytest.raises(SameOfficer):
        await actions.notify(entry.id, by=both, now=NOW)

    assert (await queries.view(entry.id, by=both, now=NOW)).acts == ["redact"]
    assert (await actions.notify(entry.id, by=office.reviewer, now=NOW)).state is State.NOTIFIED


async def test_the_database_itself_refuses_an_entry_with_one_officer_for_both(office: Office, student: Person):
    entry = await a_notified_entry(office, student)

    with pytest.raises(IntegrityError, match="two_officers"):
        async with tx():
            await Entry.filter(id=entry.id).update(reviewer_id=office.clerk.account)


async def test_what_was_referred_back_is_mended_and_filed_again(office: Office, student: Person):
    entry = await a_filed_entry(office, student)

    returned = await actions.refer_back(entry.id, FAULT, by=office.reviewer, now=NOW)
    mended = facts(student.id, document_no="岚考〔2026〕18号")
    await actions.edit(entry.id, mended, version=returned.version, by=office.clerk, now=NOW)
    await actions.file(entry.id, by=office.clerk, now=NOW)
    await actions.notify(entry.id, by=office.reviewer, now=NOW)

    view = await queries.view(entry.id, by=office.clerk, now=NOW)
    assert (view.entry.state, view.facts["document_no"]) == (State.NOTIFIED, "岚考〔2026〕18号")
    [back] = [act for act in view.history if act.kind is Kind.ENTRY_REFERRED_BACK]
    assert back.body == {"reason": FAULT.text}


async def test_an_entry_that_is_withdrawn_keeps_its_reason_and_is_opened_no_more(office: Office, student: Person):
    """What should not be recorded is not read either: its number stands on the list of what was put away."""
    entry = await a_notified_entry(office, student)

    await actions.withdraw(entry.id, Reason(text="原决定已被撤销。"), by=office.reviewer, now=NOW)

    for reader in (office.clerk, office.reviewer, await as_the_person(student)):
        with pytest.raises(queries.NoLongerShown):
            await queries.view(entry.id, by=reader, now=NOW)
    assert await queries.listing(office.clerk, on=NOW.date()) == []
    [put_away] = await queries.put_away(office.clerk, on=NOW.date())
    assert (put_away.number, put_away.state) == (entry.number, State.WITHDRAWN)
    assert (await Entry.get(id=entry.id)).effect_due_on is None
    [withdrawn] = [act for act in await journal.of_entry(entry.id) if act.kind is Kind.ENTRY_WITHDRAWN]
    assert withdrawn.body == {"reason": "原决定已被撤销。"}


async def test_an_officers_look_at_an_entry_is_part_of_its_history(office: Office, student: Person):
    entry = await a_filed_entry(office, student)

    view = await queries.view(entry.id, by=office.reviewer, now=NOW)

    assert [act.actor for act in view.history if act.kind is Kind.ENTRY_SEEN] == [office.reviewer.account]


async def test_each_officer_is_offered_what_he_may_do_next(office: Office, student: Person):
    entry = await a_draft(office, student)
    offered = [(await queries.view(entry.id, by=by, now=NOW)).acts for by in (office.clerk, office.reviewer)]
    await actions.file(entry.id, by=office.clerk, now=NOW)
    offered += [(await queries.view(entry.id, by=by, now=NOW)).acts for by in (office.clerk, office.reviewer)]

    assert offered == [
        ["add_evidence", "add_finding", "edit", "file", "redact"],
        [],
        ["redact"],
        ["notify", "refer_back", "sight_service", "withdraw"],
    ]
