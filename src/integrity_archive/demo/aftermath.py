"""What comes after the road: somebody objects, somebody appeals, a decision is quashed. One matter of each kind stays
open, so that every desk has something to look at."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

from integrity_archive import clock
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.demo.cases import Case
from integrity_archive.demo.officers import Office
from integrity_archive.demo.papers import paper
from integrity_archive.demo.spreadsheets import workbook
from integrity_archive.demo.walk import STILL_OPEN, Walk
from integrity_archive.entries import actions as entries
from integrity_archive.entries import changes, legacy, quarantine
from integrity_archive.entries.kinds import ChangeKind, Ending
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import queries as deliveries
from integrity_archive.exchange.planner import READER as EXCHANGE
from integrity_archive.inquiries import actions as inquiries
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.journal.models import Pending
from integrity_archive.letters import addresses, heading
from integrity_archive.letters.kinds import Channel, LetterState
from integrity_archive.letters.models import Attempt, Letter
from integrity_archive.paper.layout import render
from integrity_archive.people import representations
from integrity_archive.people.papers import Scope
from integrity_archive.recipients.kinds import RecipientKind
from integrity_archive.recipients.models import Duty
from integrity_archive.remedies import appeals, complaints, mitigations, objections, repairs
from integrity_archive.remedies.documents import Handed
from integrity_archive.remedies.kinds import AppealKind, DocumentKind, Ground, MitigationKind, ObjectionOutcome

LOOK_EVERY = 0.3
OFFICE = "fenhe"  # where all of it happens
BODY = "岚泓省人民政府行政复议办公室"


async def happen(walk: Walk) -> int:
    """All of it, then wait until everybody concerned has been told; 1 if some are not in time."""
    assert walk.progress
    matters: tuple[Callable[[Walk], Awaitable[None]], ...] = (
        letterheads, dissatisfied, contested, appealed, made_good, miswritten, quashed, doubtful, brought_over,
    )  # fmt: skip
    for matter in walk.each("异议、变更与救济 afterwards", matters, len(matters)):
        await matter(walk)
    status = await everybody_told(walk)
    walk.counts["letters"] = await Letter.all().count()
    return status


def of(walk: Walk, record_type: str, short: str = OFFICE) -> tuple[Case, UUID, Office]:
    """The office's entry of that type."""
    found = ((case, id) for case, id in walk.made if (case.record_type, case.tenant.short) == (record_type, short))
    return *next(found), walk.offices[short]


def proof(walk: Walk, case: Case, name: str, kind: DocumentKind = DocumentKind.FILING) -> Handed:
    return Handed(kind, f"{name}.pdf", pdf(walk, case, name))


def pdf(walk: Walk, case: Case, name: str) -> bytes:
    return render(paper(case, name, name, now=walk.now))


async def person_of(entry: UUID) -> UUID:
    return (await Entry.get(id=entry)).person_id


async def letterheads(walk: Walk) -> None:
    """Every office says how it writes."""
    for office in walk.offices.values():
        if office.tenant.kind in (OrganisationKind.UNIVERSITY, OrganisationKind.ASSOCIATION):
            name = office.tenant.name
            said = heading.Heading(
                heading=name, word=f"{name[:2]}诚", signatory=f"{name}诚信办公室",
                contact=f"{office.tenant.address}　0359-5550{len(name):03d}",
                email=f"{office.tenant.short}@fenhe.example",
            )  # fmt: skip
            await heading.set_heading(said, by=office.clerk, now=walk.now)


async def dissatisfied(walk: Walk) -> None:
    """The student agrees to be served electronically, objects, is answered, and complains about the office."""
    case, entry, office = of(walk, "SN-ACM-2701")
    student, now = walk.student, clock.now()
    assert student and student.person
    agreed = addresses.Confirmed(
        post="汾霁市学府街1号学生公寓", email="student@fenhe.example", phone="13900000010", electronic=True,
        confirmed_on=walk.today,
    )  # fmt: skip
    signed = pdf(walk, case, "送达地址确认书")
    await addresses.confirm(student.person, agreed, "送达地址确认书.pdf", signed, by=office.clerk, now=now)
    wrong = objections.Objecting(ground=Ground.FACTS, text="第三章已注明引用出处。", wishes="请撤销该记录。")
    objection = await objections.lodge_objection(entry, wrong, by=student, now=now)
    answer = objections.Answering(
        outcome=ObjectionOutcome.DISMISSED,
        text="经核查，第三章有六处未注明出处，调查报告附有比对结果，记录与决定一致。",
    )
    await objections.answer_objection(objection.id, answer, by=office.answers, now=clock.now())
    walk.count("objections")
    about = complaints.Complaining(organisation=office.id, text="答复过程中未安排本人当面说明情况。")
    await complaints.lodge_complaint(about, student.person, by=student, now=clock.now())
    walk.count("complaints")


async def contested(walk: Walk) -> None:
    """A teacher's representative brings an objection on paper; it waits for its answer."""
    case, entry, office = of(walk, "PN-TEA-01")
    person, now = await person_of(entry), clock.now()
    power = representations.Representing(
        name="代理人甲", number="E00000017", scope=[Scope.SEE, Scope.OBJECT, Scope.STATE],
        valid_from=walk.today - timedelta(10), valid_until=walk.today + timedelta(80),
    )  # fmt: skip
    signed = pdf(walk, case, "授权委托书")
    given = await representations.record_power(person, power, "授权委托书.pdf", signed, by=office.clerk, now=now)
    wrong = objections.Objecting(
        ground=Ground.FACTS, text="成果材料由课题组其他成员提供，本人并不知情。", wishes="请更正事实摘要。",
        received_on=walk.today - timedelta(1), representation=given.id,
    )  # fmt: skip
    await objections.lodge_objection(entry, wrong, [proof(walk, case, "异议申请书")], by=office.clerk, now=now)
    walk.count("objections")


async def appealed(walk: Walk) -> None:
    """A student has asked for reconsideration: the entry is not shown until that is decided."""
    case, entry, office = of(walk, "SN-EXF-0605")
    filed = appeals.Appealing(
        kind=AppealKind.RECONSIDERATION, body=BODY, case_no="岚复〔2026〕31号", filed_on=walk.today - timedelta(5)
    )
    files = [proof(walk, case, "行政复议受理通知书", DocumentKind.APPEAL_FILED)]
    await appeals.open_appeal(entry, filed, files, by=office.clerk, now=clock.now())
    walk.count("appeals")


async def made_good(walk: Walk) -> None:
    """A borrower has paid; a lawyer's suspension is over and he asks for repair."""
    case, entry, office = of(walk, "SN-LOA-01")
    paid = mitigations.Easing(
        kind=MitigationKind.LATE_PERFORMANCE, text="已结清全部欠款。", happened_on=walk.today - timedelta(20)
    )
    settled = proof(walk, case, "贷款结清证明", DocumentKind.PERFORMANCE)
    await mitigations.add_mitigation(entry, paid, [settled], by=office.clerk, now=clock.now())
    case, entry, office = of(walk, "PN-LAW-01", "lawyers")
    asked = repairs.Applying(text="停止执业期限已满，违法所得已全部退还。", received_on=walk.today - timedelta(1))
    files = [
        proof(walk, case, "信用修复申请书"),
        proof(walk, case, "履行完毕证明", DocumentKind.PERFORMANCE),
        proof(walk, case, "信用承诺书", DocumentKind.PLEDGE),
    ]
    await repairs.apply_repair(entry, asked, files, by=office.clerk, now=clock.now())
    walk.count("repairs")


async def miswritten(walk: Walk) -> None:
    """The clerk finds a mistake of his own and proposes to mend it; his colleague has not looked yet."""
    _, entry, office = of(walk, "SN-EXF-0601")
    change = changes.Change(
        kind=ChangeKind.CORRECTION, summary="携带存储有考试相关资料的电子设备参加考试，当场被发现。",
        reason="录入时漏写了一句，已与决定书核对。",
    )  # fmt: skip
    await changes.propose(entry, change, by=office.clerk, now=clock.now())
    walk.count("changes")


async def quashed(walk: Walk) -> None:
    """The committee has seen an entry; then its decision is quashed. Everybody who saw it is told."""
    case, entry, office = of(walk, "SN-FIN-01")
    committee, person = walk.offices["grants"], await person_of(entry)
    consent = inquiries.GiveConsent(organisation=committee.id, purpose=Purpose.SCHOLARSHIP)
    signed = pdf(walk, case, "查询同意书")
    await inquiries.consent_on_paper(person, consent, "查询同意书.pdf", signed, by=office.clerk, now=clock.now())
    question = inquiries.Question(number=case.adult.number, name=case.adult.name, purpose=Purpose.SCHOLARSHIP)
    await inquiries.ask(question, by=committee.committee, now=clock.now())
    change = changes.Change(kind=ChangeKind.REVOCATION, cause=Ending.REVOKED, reason="行政复议决定撤销了处罚决定。")
    ruling = pdf(walk, case, "行政复议决定书")
    proposed = await changes.propose(entry, change, "行政复议决定书.pdf", ruling, by=office.clerk, now=clock.now())
    await changes.approve(proposed.id, by=office.reviewer, now=clock.now())
    walk.count("revoked")


async def doubtful(walk: Walk) -> None:
    """A clerk writes what may not be collected: it is kept sealed until a second person has looked."""
    case, _, office = of(walk, "SN-ACM-2703")
    someone = await person_of(of(walk, "SP-VOL-02")[1])
    draft = case.draft(someone, walk.today).model_copy(
        update={"document_no": f"汾霁决〔{walk.today.year}〕91号", "summary": "以患病住院为由，伪造实验记录的日期。"}
    )
    try:
        await entries.draft(draft, by=office.clerk, now=clock.now())
    except quarantine.HeldForSecondPerson:
        walk.count("quarantined")


async def brought_over(walk: Walk) -> None:
    """One line of an older register: nobody believes it until it has been proven."""
    case, _, office = of(walk, "SN-EXF-0602")
    decided = walk.today - timedelta(400)
    cells = {
        "姓名": case.adult.name, "证件号码": case.adult.number, "信息类型": "SN-EXF-0605",
        "文号": f"岚考〔{decided.year}〕9号", "文书名称": case.title, "决定机关": case.authority,
        "决定机关代码": case.authority_uscc, "决定机关类别": case.deciding_body, "作出日期": decided.isoformat(),
        "事实摘要": "由他人冒名代替参加考试。",
        "行为终了日期": (decided - timedelta(30)).isoformat(), "处理种类": "SUSPEND_EXAM",
        "处理内容": "暂停参加该项考试三年",
        "处理起始日": decided.isoformat(), "处理届满日": (decided + timedelta(1094)).isoformat(),
    }  # fmt: skip
    register = workbook(tuple(cells), [list(cells.values())])
    done = await legacy.import_register("旧档登记簿.xlsx", register, by=office.clerk, now=clock.now())
    walk.count("unverified", done.rows_new)


async def everybody_told(walk: Walk) -> int:
    """Wait until the province has taken every change, the inquirer has a duty, and mail and messages have gone."""
    _, entry, _ = of(walk, "SN-FIN-01")
    while True:
        waiting = await deliveries.open_deliveries()
        owed = await Duty.filter(entry_id=entry, recipient_kind=RecipientKind.ORGANISATION).count()
        unread = await Pending.filter(reader=EXCHANGE).exists()  # the revocation may not have become a message yet
        gone = {attempt.channel for attempt in await Attempt.exclude(state=LetterState.CREATED)}
        if owed and not unread and not waiting and gone >= {Channel.EMAIL, Channel.TEXT}:
            return 0
        if not walk.patient():
            walk.console.print("未办结 / still open: " + ", ".join(waiting or ["letters"]))
            return STILL_OPEN
        await asyncio.sleep(LOOK_EVERY)
