"""What comes after an entry: one matter of each kind, made by the actions, so that every page has something to show."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor
from integrity_archive.demo.spreadsheets import workbook
from integrity_archive.entries import actions as entries
from integrity_archive.entries import changes, legacy, quarantine
from integrity_archive.entries.kinds import ChangeKind, Ending
from integrity_archive.entries.models import Entry
from integrity_archive.inquiries import actions as inquiries
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.journal import readers
from integrity_archive.letters import addresses
from integrity_archive.letters import planner as letters
from integrity_archive.letters.models import Letter
from integrity_archive.letters.sending import send_due
from integrity_archive.people import representations
from integrity_archive.people.papers import Scope
from integrity_archive.recipients import planner as recipients
from integrity_archive.remedies import appeals, complaints, mitigations, objections, repairs
from integrity_archive.remedies.documents import Handed
from integrity_archive.remedies.kinds import AppealKind, DocumentKind, Ground, MitigationKind

from ..web.archive import PDF, SOMEBODY, Office, written


@dataclass(frozen=True)
class Matters:
    """The ids of what has come after."""

    contested: UUID
    unverified: UUID
    revoked: UUID
    objection: UUID
    appeal: UUID
    repair: UUID
    complaint: UUID
    change: UUID
    held: UUID
    inquiry: UUID
    to_person: UUID
    to_committee: UUID


def paper(kind: DocumentKind) -> Handed:
    return Handed(kind, f"{kind}.pdf", PDF)


async def afterwards(office: Office, student: Actor, committee: Actor) -> Matters:
    """All of it, about the student."""
    clerk, now, today = office.clerk, clock.now(), clock.present_day()
    person = student.person
    assert person
    await readers.enrol(recipients.READER, recipients.KINDS)
    await readers.enrol(letters.READER, letters.KINDS)
    power = representations.Representing(
        name="代理人甲", number="E00000017", scope=list(Scope), valid_from=today, valid_until=today + timedelta(90)
    )
    await representations.record_power(person, power, "委托书.pdf", PDF, by=clerk, now=now)
    agreed = addresses.Confirmed(post="汾霁市学府街1号", electronic=True, confirmed_on=today)
    await addresses.confirm(person, agreed, "确认书.pdf", PDF, by=clerk, now=now)

    contested = await office.effective(person)
    wrong = objections.Objecting(ground=Ground.FACTS, text="第三章已注明出处。", wishes="请撤销该记录。")
    objection = await objections.lodge_objection(contested, wrong, by=student, now=clock.now())
    filed = appeals.Appealing(kind=AppealKind.SCHOOL_APPEAL, body="学生申诉处理委员会", filed_on=today)
    proof = [paper(DocumentKind.APPEAL_FILED)]
    appeal = await appeals.open_appeal(contested, filed, proof, by=clerk, now=clock.now())
    mend = changes.Change(kind=ChangeKind.CORRECTION, summary="学位论文第三章、第四章抄袭。", reason="录入时漏写。")
    change = await changes.propose(contested, mend, by=clerk, now=clock.now())
    eased = mitigations.Easing(kind=MitigationKind.SELF_EXPLANATION, text="本人深感懊悔。", happened_on=today)
    await mitigations.add_mitigation(contested, eased, by=student, now=clock.now())

    long_ago = today - timedelta(200)
    then = {"decided_on": long_ago, "served_on": long_ago, "conduct_ended_on": long_ago - timedelta(30)}
    old = await office.effective(person, document_no="校处〔2026〕5号", **then)
    pledge = [paper(DocumentKind.PERFORMANCE), paper(DocumentKind.PLEDGE)]
    repair = await repairs.apply_repair(old, repairs.Applying(text="已改正。"), pledge, by=student, now=clock.now())

    revoked = await office.effective(person, document_no="校处〔2026〕6号")
    asked = await inquiry(committee, student)
    ends = changes.Change(kind=ChangeKind.REVOCATION, cause=Ending.REVOKED, reason="申诉决定撤销了原决定。")
    gone = await changes.propose(revoked, ends, "决定.pdf", PDF, by=clerk, now=clock.now())
    await changes.approve(gone.id, by=office.reviewer, now=clock.now())
    assert committee.organisation and office.clerk.organisation
    about = complaints.Complaining(organisation=office.clerk.organisation, text="答复拖延。")
    complaint = await complaints.lodge_complaint(about, person, by=student, now=clock.now())

    while await recipients.plan(now=clock.now()) + await letters.plan(now=clock.now()):
        pass
    await send_due(now=clock.now())
    to_person = await Letter.filter(person_id=person).order_by("-id").first()
    to_committee = await Letter.filter(recipient_id=committee.organisation).first()
    assert to_person and to_committee
    return Matters(
        contested=contested,
        unverified=await brought_over(clerk),
        revoked=revoked,
        objection=objection.id,
        appeal=appeal.id,
        repair=repair.id,
        complaint=complaint.id,
        change=change.id,
        held=await doubtful(person, clerk),
        inquiry=asked,
        to_person=to_person.id,
        to_committee=to_committee.id,
    )


async def inquiry(committee: Actor, student: Actor) -> UUID:
    """The student lets the committee ask, and it asks."""
    assert committee.organisation
    given = inquiries.GiveConsent(organisation=committee.organisation, purpose=Purpose.SCHOLARSHIP)
    await inquiries.give_consent(given, by=student, now=clock.now())
    question = inquiries.Question(number=SOMEBODY.number, name=SOMEBODY.name, purpose=Purpose.SCHOLARSHIP)
    return (await inquiries.ask(question, by=committee, now=clock.now())).inquiry


async def doubtful(person: UUID, clerk: Actor) -> UUID:
    """A draft that may hold what may not be collected."""
    draft = entries.Draft.model_validate(written(person, summary="以患病住院为由，伪造实验记录的日期。"))
    try:
        await entries.draft(draft, by=clerk, now=clock.now())
    except quarantine.HeldForSecondPerson as held:
        return held.held
    raise AssertionError("it was not held")


async def brought_over(clerk: Actor) -> UUID:
    """One line of an older register."""
    decided = clock.present_day() - timedelta(400)
    cells = {
        "姓名": SOMEBODY.name, "证件号码": SOMEBODY.number, "信息类型": "SN-EXF-0605",
        "文号": f"岚考〔{decided.year}〕9号", "文书名称": "国家教育考试违规处理决定书",
        "决定机关": "岚泓省招生考试管理中心", "决定机关代码": "1114000099990002XN",
        "作出日期": decided.isoformat(), "事实摘要": "由他人冒名代替参加考试。",
        "行为终了日期": (decided - timedelta(30)).isoformat(), "处理种类": "SUSPEND_EXAM",
        "处理内容": "暂停参加该项考试三年",
        "处理起始日": decided.isoformat(), "处理届满日": (decided + timedelta(1094)).isoformat(),
    }  # fmt: skip
    await legacy.import_register("旧档.xlsx", workbook(tuple(cells), [list(cells.values())]), by=clerk, now=clock.now())
    return (await Entry.get(state="unverified")).id
