"""What tests are set in, built through the real actions: offices with officers, persons from a roster, entries.

Days are fixed: everything happens around `NOW`, and the entries' dates lie as far back as their periods need.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from integrity_archive import sealing
from integrity_archive.accounts.actions import NewAccount, NewOrganisation, add_organisation, keep_account
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.accounts.queries import actor_of_login
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.catalogue import edition
from integrity_archive.clock import SHANGHAI
from integrity_archive.demo.spreadsheets import MEMBER_COLUMNS, STUDENT_COLUMNS, workbook
from integrity_archive.demo.world import TENANTS, Adult, groups
from integrity_archive.entries import actions, findings
from integrity_archive.entries.actions import Draft, Service
from integrity_archive.entries.findings import Found
from integrity_archive.entries.kinds import DecisionRoute, Proof, ServiceMethod
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import Standing
from integrity_archive.people.actions import attach_account, import_roster
from integrity_archive.people.identity import check_character
from integrity_archive.people.models import Identifier, Person
from integrity_archive.rosters.kinds import RosterKind, RosterState

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)
CONDUCT, DECIDED, SERVED, NOTICE_SERVED = date(2026, 6, 7), date(2026, 7, 1), date(2026, 7, 3), date(2026, 7, 10)
FINAL = date(2026, 7, 21)  # golden case 1: the last day of the review is a Saturday and moves to Monday the 20th
LAW = edition.current(NOW.date())
EXAM_BODY = "1114000099990002XN"
PDF = b"%PDF-1.7\n%test\n%%EOF\n"
FOUND = "监考人员核对证件，发现入场者不是本人。"
PASSWORD_HASH = "nobody signs in with this"
SUBSTITUTE = "SN-EXF-0605"
MERIT = "SP-VOL-02"
GENERAL = {  # a substitute who was not suspended: the catalogue counts him among the general cases
    "sanction_kind": "EXAM_VOID",
    "sanction_text": "该次考试各科成绩无效",
    "sanction_from": None,
    "sanction_to": None,
}
WARNED = {  # forged employment material that brought a warning: the mildest class with a way back
    "record_type": "SN-EMP-03",
    "document_title": "学生纪律处分决定书",
    "summary": "求职简历中的实习经历系伪造。",
    "sanction_kind": "WARNING",
    "sanction_text": "警告处分",
}

serial = count(1)


@dataclass(frozen=True)
class Office:
    """One organisation with its two officers."""

    organisation: Organisation
    clerk: Actor
    reviewer: Actor


async def an_organisation(kind: OrganisationKind = OrganisationKind.UNIVERSITY, *, which: int = 0) -> Organisation:
    """The n-th invented organisation of that kind."""
    tenant = [tenant for tenant in TENANTS if tenant.kind is kind][which]
    new = NewOrganisation(kind=kind, name=tenant.name, uscc=tenant.uscc, address=tenant.address)
    return await add_organisation(new, by=SYSTEM, now=NOW)


async def an_officer(organisation: Organisation | None, *roles: Role) -> Actor:
    """Somebody with an account, as sign-in would know him."""
    login = f"{roles[0]}{next(serial)}"
    new = NewAccount(
        login=login,
        name=login,
        password="never signed in",
        roles=list(roles),
        organisation=organisation.id if organisation else None,
    )
    await keep_account(new, PASSWORD_HASH, by=SYSTEM, now=NOW)
    return await actor_of_login(login)


async def a_clerk(organisation: Organisation) -> Actor:
    return await an_officer(organisation, Role.CLERK)


async def a_reviewer(organisation: Organisation) -> Actor:
    return await an_officer(organisation, Role.REVIEWER)


async def an_office(kind: OrganisationKind = OrganisationKind.UNIVERSITY, *, which: int = 0) -> Office:
    organisation = await an_organisation(kind, which=which)
    return Office(organisation, await a_clerk(organisation), await a_reviewer(organisation))


async def a_university(*, which: int = 0) -> Office:
    return await an_office(OrganisationKind.UNIVERSITY, which=which)


async def an_association(*, which: int = 0) -> Office:
    return await an_office(OrganisationKind.ASSOCIATION, which=which)


@cache
def invented() -> tuple[Adult, ...]:
    return tuple(adult for group in groups(11) for adult in group.adults)


def an_adult(*, born_on: date | None = None) -> Adult:
    """Somebody invented whom no other test of this run has met."""
    someone = invented()[next(serial) % len(invented())]
    birth = born_on or someone.birth
    head = f"1499{next(serial) % 100:02d}{birth:%Y%m%d}{next(serial) % 1000:03d}"
    return replace(someone, number=head + check_character(head), birth=birth)


async def a_person(office: Office, someone: Adult | None = None, *, profession: str | None = None) -> Person:
    """A student of this office or, with the Chinese name of a profession, a member; admitted by a roster of one row."""
    someone = someone or an_adult()
    own = f"{next(serial):08d}"
    start = [someone.name, "居民身份证", someone.number, own]
    if profession:
        kind, columns = RosterKind.MEMBERS, MEMBER_COLUMNS
        line = [*start, f"ZY{own}", profession, "2015-03-01", "执业"]
    else:
        kind, columns = RosterKind.STUDENTS, STUDENT_COLUMNS
        line = [*start, "本科", "信息学院", "统计学", "2024-09-01", "在读"]
    roster = await import_roster(kind, "名册.xlsx", workbook(columns, [line]), by=office.clerk, now=NOW)
    assert roster.state is RosterState.IMPORTED
    identity = sealing.vault().term("identity", f"111:{someone.number}")
    return (await Identifier.get(term=identity).prefetch_related("person")).person


async def as_the_person(person: Person) -> Actor:
    """The person signed in on an account of his own."""
    account = await an_officer(None, Role.SUBJECT)
    assert account.account
    await attach_account(person.id, account.account, by=SYSTEM, now=NOW)
    return replace(account, person=person.id)


def facts(person: UUID, record_type: str = SUBSTITUTE, **changes: Any) -> Draft:
    """What a clerk fills in: a substitute sat the exam, or a merit with the person's consent."""
    values: dict[str, Any] = {
        "person": person,
        "record_type": record_type,
        "document_no": "岚考〔2026〕17号",
        "document_title": "国家教育考试违规处理决定书",
        "authority": "岚泓省招生考试管理中心",
        "authority_uscc": EXAM_BODY,
        "decided_on": DECIDED,
        "decision_method": ServiceMethod.IN_PERSON,
        "served_on": SERVED,
        "remedies_told": True,
        "summary": "由他人冒名代替参加考试。",
        "conduct_ended_on": CONDUCT,
    }
    if record_type.startswith(("SP", "PP")):
        values |= {"document_title": "志愿服务记录证明", "summary": "参加社区志愿服务。", "consented_on": NOTICE_SERVED}
    elif record_type == SUBSTITUTE:
        values |= {
            "sanction_kind": "SUSPEND_EXAM",
            "sanction_text": "暂停参加该项考试二年",
            "sanction_from": DECIDED,
            "sanction_to": date(2028, 6, 30),
        }
    if changes.get("decision_route") is DecisionRoute.THROUGH_US:
        values |= {"decision_method": None, "served_on": None}
    if record_type in {kind.code for kind in LAW.record_types}:
        values["deciding_body"] = LAW.record_type(record_type).deciding_bodies[0]
        sanction = (values | changes).get("sanction_kind")
        values["steps_taken"] = list(LAW.record_type(record_type).steps_with(sanction))
    return Draft.model_validate(values | changes)


async def a_draft(
    office: Office, person: Person, record_type: str = SUBSTITUTE, *, now: datetime = NOW, **changes: Any
) -> Entry:
    """A draft with every document its type asks for, and what the decision found."""
    entry = await actions.draft(facts(person.id, record_type, **changes), by=office.clerk, now=now)
    kind = LAW.record_type(record_type)
    needed = [*kind.required_evidence, *([Proof.CONSENT] if kind.consent_needed else [])]
    needed += [Proof.DECISION_SERVICE] if kind.finality and entry.served_on else []
    attached = [
        await actions.add_evidence(entry.id, each, f"{each}.pdf", PDF, by=office.clerk, now=now) for each in needed
    ]
    if kind.finality:
        found = Found(text=FOUND, evidence=[attached[0].id])
        await findings.add_finding(entry.id, found, by=office.clerk, now=now)
    return entry


async def sight(office: Office, entry: Entry, *, now: datetime = NOW) -> None:
    """The second officer looks at the proof of every service that was recorded after its day."""
    for which in (await Standing.of(await Entry.get(id=entry.id))).facts.unsighted:
        await actions.sight_service(entry.id, which, by=office.reviewer, now=now)


async def a_filed_entry(
    office: Office, person: Person, record_type: str = SUBSTITUTE, *, now: datetime = NOW, **changes: Any
) -> Entry:
    entry = await a_draft(office, person, record_type, now=now, **changes)
    return await actions.file(entry.id, by=office.clerk, now=now)


async def a_notified_entry(
    office: Office, person: Person, record_type: str = SUBSTITUTE, *, now: datetime = NOW, **changes: Any
) -> Entry:
    """The notice is approved and not yet served; the proof of the decision's own service has been seen."""
    entry = await a_filed_entry(office, person, record_type, now=now, **changes)
    await sight(office, entry, now=now)
    return await actions.notify(entry.id, by=office.reviewer, now=now)


async def serve(office: Office, entry: Entry, on: date = NOTICE_SERVED, *, now: datetime = NOW) -> Entry:
    """Our notice is served; if that was some days ago, the second officer looks at its proof."""
    service = Service(method=ServiceMethod.IN_PERSON, served_on=on)
    served = await actions.serve(entry.id, service, "送达回证.pdf", PDF, by=office.clerk, now=now)
    await sight(office, entry, now=now)
    return served


async def an_effective_entry(
    office: Office, person: Person, record_type: str = SUBSTITUTE, *, now: datetime = NOW, **changes: Any
) -> Entry:
    """An entry that went the whole way: with its notice served, or, for a merit, with consent."""
    if record_type[1] == "P":
        merit = await a_filed_entry(office, person, record_type, now=now, **changes)
        return await actions.confirm(merit.id, by=office.reviewer, now=now)
    entry = await a_notified_entry(office, person, record_type, now=now, **changes)
    await serve(office, entry, now=now)
    return await actions.take_effect(entry.id, by=office.reviewer, now=now)
