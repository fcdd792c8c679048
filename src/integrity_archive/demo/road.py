"""The main road, from the rosters to the provincial receipts and a signed report, by the same actions as pages,
interface and worker use."""

import asyncio
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from integrity_archive import clock, database, postgres
from integrity_archive.accounts import actions as accounts
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.catalogue import edition
from integrity_archive.demo import aftermath
from integrity_archive.demo.cases import Case
from integrity_archive.demo.officers import Office, open_account, open_office
from integrity_archive.demo.papers import paper
from integrity_archive.demo.spreadsheets import broken_roster, roster
from integrity_archive.demo.walk import STILL_OPEN, Walk
from integrity_archive.demo.world import Group, Tenant, misspelt
from integrity_archive.entries import actions as entries
from integrity_archive.entries import findings
from integrity_archive.entries.kinds import Proof, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.minors import correct_person
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import actions as exchange
from integrity_archive.exchange import queries as deliveries
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.registration import Registration
from integrity_archive.inquiries import actions as inquiries
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.paper.layout import render
from integrity_archive.people import actions as people
from integrity_archive.people import queries as persons
from integrity_archive.people.identity import DocumentKind
from integrity_archive.remedies.documents import Handed
from integrity_archive.remedies.kinds import DocumentKind as Filed
from integrity_archive.remedies.statements import make_statement
from integrity_archive.reports import actions as reports
from integrity_archive.reports import queries as issued
from integrity_archive.rosters.kinds import RosterKind, RosterState

LOOK_EVERY = 0.3


async def go(
    walk: Walk, registration: Registration, people_of: list[Group], tenants: dict[str, Tenant], listed: list[Case]
) -> int:
    """All of it, and what comes after it; returns 1 if something was still open when the time was over."""
    await database.connect(postgres.address(), pool=4)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    try:
        with Progress(*columns, console=walk.console) as walk.progress:
            for tenant in walk.each("机构与账号 organisations", tenants.values(), len(tenants)):
                walk.offices[tenant.short] = await open_office(tenant, walk.logins, now=walk.now)
            walk.api_key = await api_key(walk.offices["fenhe"], now=walk.now)
            await exchange.register(registration, by=SYSTEM, now=walk.now)
            await import_rosters(walk, people_of, wrong_name_of=mismatch(listed))
            for case in walk.each("记录与告知 entries", listed, len(listed)):
                await record(walk, case)
            status = await everything_final(walk) or await onwards(walk, listed)
            await tally(walk)
            return status or await aftermath.happen(walk)
    finally:
        await database.disconnect()


async def onwards(walk: Walk, listed: list[Case]) -> int:
    """What needs the province's first answers; 1 if it does not take what was mended."""
    case = mismatch(listed)
    clerk = walk.offices[case.tenant.short].clerk
    mended = await mend(walk, case, by=clerk)
    await ask(walk, listed)
    return await everything_final(walk) or (await taken_now(walk, mended, by=clerk) if mended else 0)


async def api_key(office: Office, *, now: datetime) -> str:
    """A machine key that acts as the office's clerk."""
    assert office.clerk.account
    return await accounts.issue_api_key(office.clerk.account, "demo", by=SYSTEM, now=now)


def mismatch(listed: list[Case]) -> Case:
    """The case whose person's name the roster has wrong."""
    return next(case for case in listed if case.record_type == "SN-EXF-0602")


async def import_rosters(walk: Walk, people_of: list[Group], *, wrong_name_of: Case) -> None:
    """Every roster; one comes broken first, is refused whole, and comes again."""
    year = walk.today.year
    for place, group in enumerate(walk.each("导入名册 rosters", people_of, len(people_of))):
        kind = RosterKind.MEMBERS if group.profession else RosterKind.STUDENTS
        clerk = walk.offices[group.tenant].clerk
        if place == 1:
            broken = broken_roster(group, year=year)
            refused = await people.import_roster(kind, "名册.xlsx", broken, by=clerk, now=walk.now)
            assert refused.state is RosterState.REFUSED
            walk.count("roster_rows_refused", refused.rows_failed)
        adults = [misspelt(one) if one == wrong_name_of.adult else one for one in group.adults]
        data = roster(replace(group, adults=adults), year=year)
        done = await people.import_roster(kind, "名册.xlsx", data, by=clerk, now=walk.now)
        walk.count("rosters")
        walk.count("persons", done.rows_new)


async def record(walk: Walk, case: Case) -> None:
    """One entry from the clerk's form as far as recorded dates allow."""
    office, now = walk.offices[case.tenant.short], walk.now
    person = await persons.find(case.adult.number, by=office.clerk)
    assert person is not None
    entry = await entries.draft(case.draft(person.id, walk.today), by=office.clerk, now=now)
    walk.made.append((case, entry.id))
    walk.count("entries")
    rests_on: list[UUID] = []
    for kind, name in needed(case).items():
        proof = render(paper(case, kind, name, now=now))
        document = await entries.add_evidence(entry.id, kind, f"{name}.pdf", proof, by=office.clerk, now=now)
        rests_on.append(document.id)
        walk.count("documents")
    if not case.merit:
        found = findings.Found(text=case.summary, evidence=rests_on[:1])
        await findings.add_finding(entry.id, found, by=office.clerk, now=now)
    await entries.file(entry.id, by=office.clerk, now=now)
    if case.merit:
        await entries.confirm(entry.id, by=office.reviewer, now=now)
        return
    await entries.sight_service(entry.id, ServiceOf.DECISION, by=office.reviewer, now=now)
    await entries.notify(entry.id, by=office.reviewer, now=now)
    served = entries.Service(method=ServiceMethod.IN_PERSON, served_on=case.notice_served_on(walk.today))
    receipt = render(paper(case, Proof.NOTICE_SERVICE, "告知书送达回证", now=now))
    await entries.serve(entry.id, served, "告知书送达回证.pdf", receipt, by=office.clerk, now=now)
    await entries.sight_service(entry.id, ServiceOf.NOTICE, by=office.reviewer, now=now)
    walk.count("told")
    if case.serial % 5 == 0:
        said = entries.Say(text="本人对此深感懊悔，已作出书面检讨。")
        written = Handed(Filed.FILING, "书面陈述.pdf", render(paper(case, "statement", "本人书面陈述", now=now)))
        await make_statement(entry.id, said, [written], by=office.clerk, now=now)
        walk.count("statements")


def needed(case: Case) -> dict[str, str]:
    """The kinds of evidence this case must have, with what each is called."""
    law = edition.current(clock.present_day())
    kinds = {kind: law.evidence_kinds[kind].zh for kind in law.record_type(case.record_type).required_evidence}
    if not case.merit:
        kinds[Proof.DECISION_SERVICE] = "决定书送达回证"
    if case.consented:
        kinds[Proof.CONSENT] = "信息使用同意书"
    return kinds


async def everything_final(walk: Walk) -> int:
    """Wait until every entry that is due has taken effect and every delivery is final; 1 if some are not in time."""
    due = sum(not case.waits for case, _ in walk.made)
    assert walk.progress
    bar = walk.progress.add_task("报送省平台 deliveries", total=due)
    while True:
        effective = await Entry.filter(state=State.EFFECTIVE).count()
        waiting = await deliveries.open_deliveries()
        walk.progress.update(bar, completed=min(due, max(0, effective - len(waiting))))
        if effective == due and not waiting:
            walk.progress.update(bar, completed=due)
            return 0
        if not walk.patient():
            walk.console.print(f"未办结 / still open: {due - effective} entries not effective; " + ", ".join(waiting))
            return STILL_OPEN
        await asyncio.sleep(LOOK_EVERY)


async def mend(walk: Walk, case: Case, *, by: Actor) -> UUID | None:
    """The name that the platform did not recognise is corrected by the clerk, and the worker sends the entry again.
    Returns the entry if the platform had rejected it; one that does not know our people has not."""
    walk.count("rejected", (await deliveries.status()).counts.get(DeliveryState.REJECTED, 0))
    rejected = await deliveries.deliveries(by, state=DeliveryState.REJECTED)
    person = await persons.find(case.adult.number, by=by)
    assert person is not None
    correction = people.CorrectIdentity(name=case.adult.name, reason="名册姓名录入有误，已核对身份证件原件")
    await correct_person(person.id, correction, by=by, now=clock.now())
    entry = next(id for one, id in walk.made if one == case)
    if any(row.entry == entry for row in rejected):
        return entry
    walk.console.print("平台没有退回姓名有误的条目 / the platform did not reject the entry with the wrong name")
    return None


async def taken_now(walk: Walk, mended: UUID, *, by: Actor) -> int:
    """Count the entry as mended if the platform has accepted it now; else 1."""
    accepted = await deliveries.deliveries(by, state=DeliveryState.ACCEPTED)
    if any(row.entry == mended for row in accepted):
        walk.count("mended")
        return 0
    walk.console.print("更正后仍未被接收 / mended, and not accepted all the same")
    return STILL_OPEN


async def ask(walk: Walk, listed: list[Case]) -> None:
    """A student consents, the committee asks, and gets a signed report."""
    case = next(case for case in listed if case.record_type == "SN-ACM-2701")
    office, committee = walk.offices[case.tenant.short], walk.offices["grants"]
    person = await persons.find(case.adult.number, by=office.clerk)
    assert person is not None
    student = await open_account("student", "学生本人", Role.SUBJECT, case.tenant.name, walk.logins, now=walk.now)
    assert student.account
    await people.attach_account(person.id, student.account, by=SYSTEM, now=walk.now)
    student = walk.student = replace(student, person=person.id)
    consent = inquiries.GiveConsent(organisation=committee.id, purpose=Purpose.SCHOLARSHIP, families=[], uses=3)
    await inquiries.give_consent(consent, by=student, now=clock.now())
    walk.count("consents")
    question = inquiries.Question(
        kind=DocumentKind.RESIDENT_ID, number=case.adult.number, name=case.adult.name, purpose=Purpose.SCHOLARSHIP
    )
    answer = await inquiries.ask(question, by=committee.committee, now=clock.now())
    walk.count("asked")
    report = await reports.issue(answer.inquiry, by=committee.committee, now=clock.now())
    walk.report = walk.home / "report.pdf"
    walk.report.write_bytes(await issued.pdf(report.id, by=committee.committee, now=clock.now()))
    walk.count("issued")


async def tally(walk: Walk) -> None:
    """What the deliveries came to."""
    found = await deliveries.status()
    walk.counts["accepted"] = found.counts.get(DeliveryState.ACCEPTED, 0)
    walk.counts["not_registered"] = found.not_registered
    walk.counts["effective"] = await Entry.filter(state=State.EFFECTIVE).count()
    walk.counts["waiting"] = await Entry.filter(state=State.NOTIFIED).count()
