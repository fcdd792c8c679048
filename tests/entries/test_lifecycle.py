"""The lifecycle's table is the whole of what may happen: every other (state, act, role) is refused."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.entries import actions, settling
from integrity_archive.entries.actions import Reason, Say, Service
from integrity_archive.entries.findings import Found, add_finding
from integrity_archive.entries.kinds import Ending, Objection, ServiceMethod, ServiceOf
from integrity_archive.entries.legacy import take_up
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
SERVICE = Service(method=ServiceMethod.POST, served_on=NOTICE_SERVED)
FAULT = Reason(text="有误。")
ACTS: dict[str, Act] = {
    "edit": lambda e, by: actions.edit(e.id, facts(e.person_id), version=e.version, by=by, now=NOW),
    "add_evidence": lambda e, by: actions.add_evidence(e.id, "HEARING_RECORD", "笔录.pdf", PDF, by=by, now=NOW),
    "add_finding": lambda e, by: add_finding(e.id, Found(text="他人代考。", evidence=[e.id]), by=by, now=NOW),
    "redact": lambda e, by: actions.add_redacted(e.id, e.id, "遮盖.pdf", PDF, by=by, now=NOW),
    "file": lambda e, by: actions.file(e.id, by=by, now=NOW),
    "refer_back": lambda e, by: actions.refer_back(e.id, FAULT, by=by, now=NOW),
    "notify": lambda e, by: actions.notify(e.id, by=by, now=NOW),
    "confirm": lambda e, by: actions.confirm(e.id, by=by, now=NOW),
    "serve": lambda e, by: actions.serve(e.id, SERVICE, "回执.pdf", PDF, by=by, now=NOW),
    "serve_decision": lambda e, by: actions.serve_decision(e.id, SERVICE, "回执.pdf", PDF, by=by, now=NOW),
    "sight_service": lambda e, by: actions.sight_service(e.id, ServiceOf.NOTICE, by=by, now=NOW),
    "restart_service": lambda e, by: actions.restart_service(e.id, ServiceOf.NOTICE, FAULT, by=by, now=NOW),
    "state": lambda e, by: actions.state(e.id, Say(text="我有异议。"), by=by, now=NOW),
    "take_effect": lambda e, by: actions.take_effect(e.id, by=by, now=NOW),
    "withdraw": lambda e, by: actions.withdraw(e.id, FAULT, by=by, now=NOW),
    "mark": lambda e, by: settling.mark_objected(e.id, Objection.OPEN, by=by, now=NOW),
    "suspend": lambda e, by: settling.suspend(e.id, FAULT, by=by, now=NOW),
    "resume": lambda e, by: settling.resume(e.id, by=by, now=NOW),
    "lift": lambda e, by: settling.lift(e.id, NOTICE_SERVED, by=by, now=NOW),
    "correct": lambda e, by: settling.correct(e.id, {"summary": "更正。"}, FAULT, by=by, now=NOW),
    "revise": lambda e, by: settling.revise(e.id, {"summary": "变更。"}, FAULT, by=by, now=NOW),
    "revoke": lambda e, by: settling.revoke(e.id, FAULT, Ending.REVOKED, by=by, now=NOW),
    "repair": lambda e, by: settling.repair(e.id, by=by, now=NOW),
    "take_up": lambda e, by: take_up(e.id, by=by, now=NOW),
}
BY_THE_CLOCK = {"expire", "erase"}  # done by the worker to all entries whose day has come, not to one that is named


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
    assert {step.act for step in ENTRY} == set(ACTS) | BY_THE_CLOCK


@pytest.mark.parametrize("state", State)
async def test_whatever_the_table_does_not_name_is_refused_and_changes_nothing(
    office: Office, student: Person, state: State
):
    entry = await REACHED.get(state, an_effective_entry)(office, student)
    if state not in REACHED:
        await Entry.filter(id=entry.id).update(state=state)
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
