"""The walk along the main road, by the same actions as pages, interface and worker use."""

import asyncio
import signal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from integrity_archive import clock, database, postgres, settings
from integrity_archive.accounts import actions as accounts
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.catalogue import edition
from integrity_archive.demo import aftermath, processes, summary
from integrity_archive.demo.cases import Case, cases
from integrity_archive.demo.officers import Login, Office, open_account, open_office
from integrity_archive.demo.papers import paper
from integrity_archive.demo.spreadsheets import broken_roster, roster
from integrity_archive.demo.world import TENANTS, Group, Tenant, groups, misspelt
from integrity_archive.entries import actions as entries
from integrity_archive.entries import findings
from integrity_archive.entries.kinds import Proof, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import actions as exchange
from integrity_archive.exchange import queries as deliveries
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.registration import Registration, load
from integrity_archive.inquiries import actions as inquiries
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.paper.layout import render
from integrity_archive.people import actions as people
from integrity_archive.people import queries as persons
from integrity_archive.people.identity import DocumentKind
from integrity_archive.reports import actions as reports
from integrity_archive.reports import queries as issued
from integrity_archive.rosters.kinds import RosterKind, RosterState

WAIT_FOR_PROVINCE = 120.0
LOOK_EVERY = 0.3
OPEN, NOT_MENDED = 1, 1
T = TypeVar("T")


@dataclass
class Walk:
    """What the walk knows and has done so far."""

    home: Path
    url: str
    seed: int
    now: datetime
    foreign: bool
    console: Console = field(default_factory=Console)
    progress: Progress | None = None
    logins: list[Login] = field(default_factory=list)
    offices: dict[str, Office] = field(default_factory=dict)
    made: list[tuple[Case, UUID]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    student: Actor | None = None
    report: Path | None = None
    api_key: str = ""

    @property
    def today(self) -> date:
        return clock.today(self.now)

    def count(self, what: str, by: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + by

    def each(self, what: str, things: Iterable[T], total: int) -> Iterator[T]:
        """The things, with a progress bar beside them."""
        assert self.progress
        bar = self.progress.add_task(what, total=total)
        for thing in things:
            yield thing
            self.progress.advance(bar)


def run(home: Path, *, platform: Path | None, seed: int, serve: bool) -> int:
    """Walk, print the table, and keep serving if asked to; returns the exit status."""
    registration = load(platform) if platform else None
    processes.wipe(home)
    with ExitStack() as stack, processes.listening() as web:
        url = f"http://127.0.0.1:{web.getsockname()[1]}"
        own: dict[str, Any] = dict.fromkeys(("database_url", "migration_database_url"))
        own |= {"home": home, "public_url": url, "profile": "demo"}
        settings.use(**own)
        stack.enter_context(processes.database(home))
        settings.use(**own | processes.channels(stack, home))
        people_of = groups(seed)
        tenants = placed(registration) if registration else {tenant.short: tenant for tenant in TENANTS}
        listed = cases(people_of, tenants)
        if registration is None:
            registration = load(start_province(stack, home, tenants, listed))
        stack.enter_context(processes.child(home, "web", ["serve", "--fd", str(web.fileno())], pass_fds=[web.fileno()]))
        stack.enter_context(processes.child(home, "worker", ["work"]))
        processes.started(f"{url}/livez", what="service")
        walk = Walk(home, url, seed, clock.now(), foreign=platform is not None)
        status = asyncio.run(go(walk, registration, people_of, tenants, listed))
        summary.show(walk)
        summary.keep(walk)
        if serve and status == 0:
            keep_serving(walk)
    return status


def start_province(stack: ExitStack, home: Path, tenants: dict[str, Tenant], listed: list[Case]) -> Path:
    """Our own sandbox, which knows the demo's units, and how the demo's persons are really called."""
    law = edition.current(clock.today(clock.now()))
    items = [item.code for item in law.items]
    units: list[dict[str, object]] = [
        {"uscc": tenant.uscc, "unit_code": tenant.unit_code, "catalogue_items": items}
        for tenant in tenants.values()
        if tenant.unit_code
    ]
    return processes.province(
        stack, home, units=units, population={case.adult.number: case.adult.name for case in listed}
    )


def placed(registration: Registration) -> dict[str, Tenant]:
    """The demo's organisations under the units of somebody else's registration file.

    Each takes the first unused unit that permits its catalogue items, else the first that permits any of them; who
    finds none keeps its own code, and its entries wait, visibly.
    """
    law = edition.current(clock.today(clock.now()))
    tenants = {tenant.short: tenant for tenant in TENANTS}
    wanted: dict[str, set[str]] = {}
    for case in cases(groups(0), tenants):
        if item := law.record_type(case.record_type).catalogue_item:
            wanted.setdefault(case.tenant.short, set()).add(item)
    free = list(registration.units)
    for short, items in wanted.items():
        fits = [unit for unit in free if items <= set(unit.catalogue_items)]
        fits = fits or [unit for unit in free if items & set(unit.catalogue_items)]
        if fits:
            free = [unit for unit in free if unit.uscc != fits[0].uscc]
            tenants[short] = replace(tenants[short], uscc=fits[0].uscc, unit_code=fits[0].unit_code)
    return tenants


async def go(
    walk: Walk, registration: Registration, people_of: list[Group], tenants: dict[str, Tenant], listed: list[Case]
) -> int:
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
            await everything_final(walk)
            await mend(walk, mismatch(listed))
            await ask(walk, listed)
            status = await everything_final(walk)
            await tally(walk)
            return await aftermath.happen(walk) or status
    finally:
        await database.disconnect()


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
        await entries.state(entry.id, said, by=office.clerk, now=now)
        walk.count("statements")


def needed(case: Case) -> dict[str, str]:
    """The kinds of evidence this case must have, with what each is called."""
    law = edition.current(clock.today(clock.now()))
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
    until = asyncio.get_running_loop().time() + WAIT_FOR_PROVINCE
    while True:
        effective = await Entry.filter(state=State.EFFECTIVE).count()
        waiting = await deliveries.open_deliveries()
        walk.progress.update(bar, completed=min(due, max(0, effective - len(waiting))))
        if effective == due and not waiting:
            walk.progress.update(bar, completed=due)
            return 0
        if asyncio.get_running_loop().time() > until:
            walk.console.print(f"未办结 / still open: {due - effective} entries not effective; " + ", ".join(waiting))
            return OPEN
        await asyncio.sleep(LOOK_EVERY)


async def mend(walk: Walk, case: Case) -> None:
    """The name that the platform did not recognise is corrected by the clerk; the worker sends the entry again."""
    office = walk.offices[case.tenant.short]
    walk.count("rejected", (await deliveries.status()).counts.get(DeliveryState.REJECTED, 0))
    rejected = await deliveries.deliveries(office.clerk, state=DeliveryState.REJECTED)
    person = await persons.find(case.adult.number, by=office.clerk)
    assert person is not None
    entry = next(id for one, id in walk.made if one == case)
    if any(row.entry == entry for row in rejected):
        walk.count("mended")
    else:
        walk.console.print("平台没有退回姓名有误的条目 / the platform did not reject the entry with the wrong name")
    correction = people.CorrectIdentity(name=case.adult.name, reason="名册姓名录入有误，已核对身份证件原件")
    await people.correct(person.id, correction, by=office.clerk, now=clock.now())


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


def keep_serving(walk: Walk) -> None:
    """Until Ctrl-C or a signal to end."""
    walk.console.print(f"[bold]{walk.url}[/bold]  Ctrl-C 结束 / to stop")
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    try:
        signal.pause()
    except KeyboardInterrupt:
        walk.console.print("已停止 / stopped")
