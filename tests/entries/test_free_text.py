"""Whoever adds a free text or a file decides: it waits for a second person, is refused, or it is said here why not."""

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from pydantic import BaseModel

import integrity_archive
from integrity_archive.catalogue.prohibited import suspected
from integrity_archive.catalogue.wording import REFUSING
from integrity_archive.entries import actions, changes, expiry, quarantine
from integrity_archive.entries.actions import Reason
from integrity_archive.entries.kinds import ChangeState
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Hold, Quarantine
from integrity_archive.entries.quarantine import ACTS, HeldForSecondPerson
from integrity_archive.errors import Invalid, NotFound
from integrity_archive.letters.addresses import Confirmed, confirm
from integrity_archive.letters.serving import Delivery, deliver
from integrity_archive.people.models import Person
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.kinds import DocumentKind, Ground, ObjectionOutcome

from ..building import NOW, PDF, Office, a_filed_entry, a_reviewer, a_university, an_effective_entry, as_the_person

LATER = NOW + timedelta(hours=3)
SUSPECT = "该生患有乙肝，系回族、党员。"
DOORS = ("web", "api", "sandbox", "demo", "cli", "app", "worker", "__main__")

HIS_OWN = "the person's own words, on his page or from his paper: numbers are refused, and what travels is looked over"
INSIDE = "an inner step: the verb before it has decided"
AN_OFFICE = "names an office, an account or an address, and says nothing of a person an entry is about"
THE_LAW = "an edition of the law or a notice of holidays, which a linter reads"
NOT_KEPT = "names or numbers that are compared, and a file name that is not kept"
DECIDED: dict[str, str] = {
    "accounts.actions.add_account": AN_OFFICE,
    "accounts.actions.add_organisation": AN_OFFICE,
    "accounts.actions.issue_api_key": AN_OFFICE,
    "accounts.replies.recall": "the hash of a request",
    "entries.statements.state": f"{HIS_OWN}; {INSIDE}",
    "catalogue.actions.adopt": THE_LAW,
    "catalogue.actions.import_notice": THE_LAW,
    "catalogue.actions.place_edition": THE_LAW,
    "catalogue.actions.place_notice": THE_LAW,
    "entries.affected.affected": THE_LAW,
    "entries.affected.preview": THE_LAW,
    "entries.quarantine.hold": INSIDE,
    "entries.legacy.import_register": "each of its rows is looked over; the file's name is not kept",
    "entries.service.decision_served_by_letter": INSIDE,
    "entries.service.notice_served_by_letter": INSIDE,
    "entries.settling.amended_by": INSIDE,
    "entries.settling.complete": INSIDE,
    "entries.settling.correct": INSIDE,
    "entries.settling.revise": INSIDE,
    "entries.settling.revoke": INSIDE,
    "entries.settling.suspend": INSIDE,
    "entries.statements.pass_on": "nothing but the person's own words, less some of them",
    "exchange.actions.register": AN_OFFICE,
    "inquiries.actions.ask": NOT_KEPT,
    "inquiries.actions.registered": NOT_KEPT,
    "inquiries.consents.give_consent": "codes of the catalogue",
    "inquiries.consents.scanned": INSIDE,
    "letters.heading.set_heading": "the organisation's own name, signatory and address, and concerns no person",
    "letters.serving.arrived": INSIDE,
    "letters.serving.start_clocks": INSIDE,
    "letters.writing.create": "a letter is made of what has been decided",
    "people.importing.import_roster": NOT_KEPT,
    "people.importing.take_in": INSIDE,
    "people.registers.refused": "a workbook that we made of the faults in his",
    "remedies.appeals.follow": INSIDE,
    "remedies.appeals.open_appeal": HIS_OWN,
    "remedies.complaints.lodge_complaint": HIS_OWN,
    "remedies.complaints.require_paper": INSIDE,
    "remedies.documents.store": "refuses a name itself",
    "remedies.mitigations.add_mitigation": HIS_OWN,
    "remedies.objections.disagree": HIS_OWN,
    "remedies.objections.lodge_objection": HIS_OWN,
    "remedies.redress.apply": INSIDE,
    "remedies.redress.require_favourable": INSIDE,
    "remedies.redress.suspend": INSIDE,
    "remedies.repairs.accepted": INSIDE,
    "remedies.repairs.apply_repair": HIS_OWN,
    "remedies.repairs.decide": INSIDE,
    "remedies.statements.make_statement": HIS_OWN,
}
# Files whose names `remedies.documents.store` looks at, for whoever hands them in; there is no text with them.
NAMED_WITH_CARE = {
    "remedies.objections.withdraw_objection",
    "remedies.redaction.redact_paper",
    "remedies.repairs.withdraw_repair",
}


def test_every_verb_that_takes_a_free_text_has_a_decision() -> None:
    taking = taking_text()
    guarded = {act.verb for act in ACTS.values()} | {*REFUSING}
    open_ = {
        name for name, verb in taking.items() if inspect.unwrap(verb, stop=lambda one: one in guarded) not in guarded
    }

    assert open_ == DECIDED.keys() | NAMED_WITH_CARE


def taking_text() -> dict[str, Callable[..., Any]]:
    """Every coroutine of ours that acts for somebody and is handed a model with a free text in it, such a text, or a
    file."""
    return {name: verb for name, verb in verbs() if any(takes(*parameter) for parameter in parameters(verb))}


def verbs() -> Iterator[tuple[str, Callable[..., Any]]]:
    for found in pkgutil.walk_packages(integrity_archive.__path__, "integrity_archive."):
        if found.name.split(".")[1] in DOORS:
            continue
        module = importlib.import_module(found.name)
        for name, verb in inspect.getmembers(module, inspect.iscoroutinefunction):
            halved = name.startswith("keep")  # the second half of a verb, in its transaction
            if verb.__module__ == found.name and "by" in inspect.signature(verb).parameters and not halved:
                yield f"{found.name.removeprefix('integrity_archive.')}.{name}", verb


def parameters(verb: Callable[..., Any]) -> Iterator[tuple[str, Any]]:
    hints = typing.get_type_hints(verb)
    return ((name, hints[name]) for name in inspect.signature(verb).parameters if name in hints)


def takes(name: str, annotation: Any) -> bool:
    if name in ("reason", "text", "body", "name") or name.endswith("_name"):
        return is_free(annotation)
    if is_file(annotation):
        return True
    if typing.get_origin(annotation) in (dict, Mapping):
        return is_free(typing.get_args(annotation)[1])
    return inspect.isclass(annotation) and issubclass(annotation, BaseModel) and is_free(annotation)


def is_file(annotation: Any) -> bool:
    """Bytes, or a file with its name, alone or in a list."""
    return annotation in (bytes, remedies.Handed) or any(is_file(part) for part in typing.get_args(annotation))


def is_free(annotation: Any) -> bool:
    """A text without a pattern of its own: alone, in a list, or somewhere below in a model."""
    if annotation is str:
        return True
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.values()
        return any(
            is_free(one.annotation) for one in fields if not any(hasattr(rule, "pattern") for rule in one.metadata)
        )
    return any(is_free(part) for part in typing.get_args(annotation))


async def test_a_reviewers_reason_waits_for_another_reviewer_and_is_then_his_own(office: Office, student: Person):
    entry = await a_filed_entry(office, student)

    with pytest.raises(HeldForSecondPerson) as waits:
        await actions.refer_back(entry.id, Reason(text="事实写的是民族班。"), by=office.reviewer, now=NOW)

    await entry.refresh_from_db()
    assert (entry.state, entry.reviewer_id) == (State.FILED, None)
    with pytest.raises(SameOfficer):
        await quarantine.release(waits.value.held, by=office.reviewer, now=LATER)
    await quarantine.release(waits.value.held, by=await a_reviewer(office.organisation), now=LATER)
    await entry.refresh_from_db()
    assert (entry.state, entry.reviewer_id) == (State.DRAFT, office.reviewer.account)


async def test_the_reason_of_a_refused_change_waits_with_its_entry(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    change = changes.Change.model_validate({"kind": "correction", "summary": "由他人代考两科。", "reason": "漏写。"})
    proposed = await changes.propose(entry.id, change, by=office.clerk, now=NOW)
    second, third = await a_reviewer(office.organisation), await a_reviewer(office.organisation)

    with pytest.raises(HeldForSecondPerson) as waits:
        await changes.refuse(proposed.id, Reason(text=SUSPECT), by=second, now=NOW)
    with pytest.raises(NotFound):
        elsewhere = await a_university(which=1)
        await changes.refuse(proposed.id, Reason(text=SUSPECT), by=elsewhere.reviewer, now=NOW)

    held = await Quarantine.get(id=waits.value.held)
    assert (held.entry_id, held.act) == (entry.id, "refuse")
    await quarantine.release(held.id, by=third, now=LATER)
    await proposed.refresh_from_db()
    assert (proposed.state, proposed.decided_by) == (ChangeState.REFUSED, second.account)


async def test_what_cannot_wait_is_refused_beside_the_field_with_the_category(office: Office, student: Person):
    entry = await a_filed_entry(office, student)

    for act, new in ((actions.withdraw, Reason(text=SUSPECT)), (expiry.hold, expiry.PutOnHold(text=SUSPECT))):
        with pytest.raises(Invalid) as refused:
            await act(entry.id, new, by=office.reviewer, now=NOW)
        [fault] = refused.value.faults
        assert (fault.path, fault.code) == ("text", "may-not-be-collected")
        assert "疾病和病史、民族、政治面貌" in fault.text("zh") and "illness and medical history" in fault.text("en")
        assert "乙肝" not in fault.text("zh")

    await entry.refresh_from_db()
    assert entry.state is State.FILED and not await Hold.exists() and not await Quarantine.exists()


async def test_an_answer_in_writing_says_nothing_prohibited_and_neither_does_what_it_corrects(
    office: Office, student: Person
):
    entry = await an_effective_entry(office, student)
    new = remedies.Objecting(ground=Ground.FACTS, text="我当时住院，患有乙肝。")  # his own words
    objection = await remedies.lodge_objection(entry.id, new, by=await as_the_person(student), now=NOW)
    answering = {"outcome": ObjectionOutcome.UPHELD, "text": "异议成立。"}
    mends = answering | {"remedy": {"kind": "correct", "changes": {"summary": SUSPECT}}}

    for given, path in ((answering | {"text": SUSPECT}, "text"), (mends, "summary")):
        with pytest.raises(Invalid) as refused:
            answer = remedies.Answering.model_validate(given)
            await remedies.answer_objection(objection.id, answer, by=await a_reviewer(office.organisation), now=NOW)
        assert [fault.path for fault in refused.value.faults] == [path]


async def test_what_an_officer_types_from_a_confirmation_or_names_as_a_witness_says_nothing_prohibited(
    office: Office, student: Person
):
    given = Confirmed(post="岚泓市精神病院住院部", confirmed_on=NOW.date())
    left = Delivery(on=NOW.date(), witnesses=["见证人甲", "乙（党员）"])

    for act, path in (
        (confirm(student.id, given, "确认书.pdf", PDF, by=office.clerk, now=NOW), "post"),
        (
            confirm(student.id, given.model_copy(update={"post": "一号楼"}), "乙肝.pdf", PDF, by=office.clerk, now=NOW),
            "file",
        ),
        (deliver(student.id, left, "照片.jpg", PDF, by=office.clerk, now=NOW), "witnesses"),
    ):
        with pytest.raises(Invalid) as refused:
            await act
        assert [fault.path for fault in refused.value.faults] == [path]


async def test_a_scan_that_an_officer_names_after_an_illness_is_named_otherwise(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    scan = remedies.Handed(DocumentKind.FILING, "乙肝检查单.pdf", PDF)

    with pytest.raises(Invalid) as refused:
        new = remedies.Objecting(ground=Ground.FACTS, text="我没有请人代考。")
        await remedies.lodge_objection(entry.id, new, [scan], by=office.clerk, now=NOW)

    assert [fault.path for fault in refused.value.faults] == [DocumentKind.FILING]


@pytest.mark.parametrize("text", ["宁夏回族自治区教育考试院", "湘西土家族苗族自治州", "广西壮族自治区"])
def test_the_name_of_a_region_says_nothing_of_a_person(text: str):
    assert not any(suspected(text))
