"""The lifecycle's table is the whole of what may happen: every other (state, act, role) is refused."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.entries import actions
from integrity_archive.entries.actions import Reason, Say, Service
from integrity_archive.entries.kinds import ServiceMethod
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Forbidden, NotFound
from integrity_archive.people.models import Person
from integrity_archive.transitions import NoSuchStep

from ..building import (
    NOTICE_SERVED,
    NOW,
    PDF,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    an_effective_entry,
    an_officer,
    as_the_person,
    facts,
)

Act = Callable[[Entry, Actor], Awaitable[Any]]
ACTS: dict[str, Act] = {
    "edit": lambda e, by: actions.edit(e.id, facts(e.person_id), version=e.version, by=by, now=NOW),
    "add_evidence": lambda e, by: actions.add_evidence(e.id, "HEARING_RECORD", "笔录.pdf", PDF, by=by, now=NOW),
    "file": lambda e, by: actions.file(e.id, by=by, now=NOW),
    "refer_back": lambda e, by: actions.refer_back(e.id, Reason(text="有误。"), by=by, now=NOW),
    "notify": lambda e, by: actions.notify(e.id, by=by, now=NOW),
    "confirm": lambda e, by: actions.confirm(e.id, by=by, now=NOW),
    "serve": lambda e, by: actions.serve(
        e.id, Service(method=ServiceMethod.POST, served_on=NOTICE_SERVED), "回执.pdf", PDF, by=by, now=NOW
    ),
    "state": lambda e, by: actions.state(e.id, Say(text="我有异议。"), by=by, now=NOW),
    "take_effect": lambda e, by: actions.take_effect(e.id, by=by, now=NOW),
    "withdraw": lambda e, by: actions.withdraw(e.id, Reason(text="有误。"), by=by, now=NOW),
}


async def withdrawn(office: Office, student: Person) -> Entry:
    entry = await a_filed_entry(office, student)
    return await actions.withdraw(entry.id, Reason(text="有误。"), by=office.reviewer, now=NOW)


REACHED: dict[State, Callable[[Office, Person], Awaitable[Entry]]] = {
    State.DRAFT: a_draft,
    State.FILED: a_filed_entry,
    State.NOTIFIED: a_notified_entry,
    State.EFFECTIVE: an_effective_entry,
    State.WITHDRAWN: withdrawn,
}


def test_every_act_of_the_table_has_its_verb():
    assert {step.act for step in ENTRY} == set(ACTS)


@pytest.mark.parametrize("state", State)
async def test_whatever_the_table_does_not_name_is_refused_and_changes_nothing(
    office: Office, student: Person, state: State
):
    entry = await REACHED[state](office, student)
    before = await Entry.filter(id=entry.id).values()
    roles = {role: await an_officer(office.organisation, role) for role in Role}
    roles |= {Role.SUBJECT: await as_the_person(student), Role.SYSTEM: SYSTEM}

    for act, attempt in ACTS.items():
        for role, by in roles.items():
            step = ENTRY.steps.get((state, act))
            if step is None or role not in step.by:
                with pytest.raises((Forbidden, NoSuchStep, NotFound)):
                    await attempt(entry, by)

    assert await Entry.filter(id=entry.id).values() == before
