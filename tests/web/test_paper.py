"""Whatever a person may do can be done on paper at the office, by himself or by a representative, for a receipt."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from integrity_archive import clock
from integrity_archive.actors import Permission, Role
from integrity_archive.api.routes import ENDPOINTS
from integrity_archive.app import routes
from integrity_archive.entries.models import Statement
from integrity_archive.inquiries.consents import GiveConsent, give_consent
from integrity_archive.inquiries.models import Consent
from integrity_archive.journal.models import Event
from integrity_archive.letters.addresses import Confirmed, confirm
from integrity_archive.people.models import Representation
from integrity_archive.people.queries import as_subject
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.kinds import DocumentKind, Ground, ObjectionOutcome
from integrity_archive.remedies.models import Appeal, Complaint, Mitigation, Objection
from integrity_archive.reports.receipts import FILED
from integrity_archive.web.access import Way

from .archive import PDF, SOMEBODY, Office
from .conftest import Officer, Opens

FILE = ("材料.pdf", PDF, "application/pdf")
TODAY = clock.today(clock.now())
SERVED = {"volunteer_from": TODAY - timedelta(20), "volunteer_to": TODAY}
PAGES = [route for route in routes() if isinstance(route, Way)]
NOUNS = ("objections", "appeals", "repairs", "mitigations")
PROOFS = ("performance", "pledge", "volunteer_record", "charity_receipt")
EVERY = ("see", "state", "object", "appeal", "repair", "consent", "file")


@pytest.fixture
async def entry(office: Office, person: UUID) -> UUID:
    return await office.effective(person)


async def a_representative(clerk: Officer, person: UUID, *scope: str) -> UUID:
    form = {
        "name": "岳承安", "number": "149901198001010017", "scope": list(scope),
        "valid_from": (TODAY - timedelta(30)).isoformat(), "valid_until": (TODAY + timedelta(30)).isoformat(),
    }  # fmt: skip
    sent = await clerk.browser.send("people:record_representative", form, files={"file": FILE}, person_id=person)
    assert sent.status_code == 303, sent.text
    return (await Representation.get()).id


# Each act of a person on his own pages, and the way on which an officer takes the same in on paper.
BY_PAPER = {
    "own:state": "entries:state",
    "own:file_objection": "entries:file_objection",
    "own:file_appeal": "entries:file_appeal",
    "own:file_repair": "entries:file_repair",
    "own:file_mitigation": "entries:file_mitigation",
    "own:disagree_objection": "objections:disagree",
    "own:withdraw_objection": "objections:withdraw",
    "own:withdraw_repair": "repairs:withdraw",
    "own:give_consent": "people:consent",
    "own:withdraw_consent": "people:withdraw_consent",
    "own:complain": "people:complain",
    "own_letters:on_paper": "letters:confirm",
}
OTHERWISE = {
    "own:case_file": "nothing is filed: it is handed out at the office, to himself or his representative (PIPL 45, 50)",
    "own_letters:open": "nothing is filed: a letter on paper is handed over, posted or left, and so proven",
}
REMEDY = "/objections/{objection:uuid}", "/repairs/{repair:uuid}"
BY_PAPER_OVER_THE_INTERFACE = {
    "/own/entries/{entry:uuid}/statement": "/entries/{entry:uuid}/statement",
    **{f"/own/entries/{{entry:uuid}}/{noun}": f"/entries/{{entry:uuid}}/{noun}" for noun in NOUNS},
    f"/own{REMEDY[0]}/disagreement": f"{REMEDY[0]}/disagreement",
    **{f"/own{one}/withdrawal": f"{one}/withdrawal" for one in REMEDY},
    "/consents": "/persons/{person:uuid}/consents",
    "/consents/{consent:uuid}/withdraw": "/persons/{person:uuid}/consents/withdrawal",
    "/own/complaints": "/persons/{person:uuid}/complaints",
}
OTHERWISE_OVER_THE_INTERFACE = {"/own/entries/{entry:uuid}/case-file", "/own/letters/{letter:uuid}/open"}


def test_whatever_a_person_can_do_himself_has_a_way_on_paper_or_a_reason() -> None:
    his_own = {way.name for way in PAGES if way.needs is Permission.OWN_FILE and "POST" in (way.methods or ())}
    paper = {way.name: way for way in PAGES}

    assert his_own == BY_PAPER.keys() | OTHERWISE.keys()
    assert [name for name in BY_PAPER.values() if not paper[name].files] == [], "a paper comes with its scan"


def test_so_it_has_over_the_interface() -> None:
    posts = {one.path: one for one in ENDPOINTS if one.method == "POST"}
    his_own = {path for path, one in posts.items() if one.permission is Permission.OWN_FILE}

    assert his_own == BY_PAPER_OVER_THE_INTERFACE.keys() | OTHERWISE_OVER_THE_INTERFACE
    assert [path for path in BY_PAPER_OVER_THE_INTERFACE.values() if not posts[path].files] == []


@dataclass(frozen=True)
class Case:
    """What an officer fills in for one paper: the form, the field of its scan, and the thing it is about."""

    form: dict[str, Any]
    params: dict[str, UUID]
    scan: str = "filing"
    prefix: str = ""
    files: tuple[str, ...] = ()  # what goes with the paper


@dataclass(frozen=True)
class Desk:
    """Everybody a paper may concern."""

    office: Office
    person: UUID
    subject: Officer
    reviewer: Officer
    arbiter: Officer
    committee: UUID


async def prepared(paper: str, desk: Desk) -> Case:
    """Whatever has to have happened before such a paper comes in."""
    office, person, own = desk.office, desk.person, await as_subject(desk.subject.actor)
    of_person = {"person_id": person}
    wrong, now = remedies.Objecting(ground=Ground.FACTS, text="第三章已注明出处。"), clock.now()
    consent = {"organisation": str(desk.committee), "purpose": "SCHOLARSHIP"}
    match paper:
        case "people:consent":
            return Case(consent, of_person, "file")
        case "people:withdraw_consent":
            await give_consent(GiveConsent.model_validate(consent), by=own, now=now)
            return Case(
                {f"withdraw.{name}": value for name, value in consent.items()}, of_person, "withdraw.file", "withdraw."
            )
        case "people:complain":
            about = f"{desk.reviewer.actor.organisation}/{desk.reviewer.actor.account}"
            return Case({"about": about, "text": "催了三次才给回执。"}, of_person)
        case "letters:confirm":
            known = Confirmed(post="岚泓市文源路1号", electronic=True, confirmed_on=TODAY)
            await confirm(person, known, "确认书.pdf", PDF, by=office.clerk, now=now)
            return Case({"confirmed_on": TODAY.isoformat()}, of_person, "file")
    long_ago = {"decided_on": TODAY - timedelta(800), "served_on": TODAY - timedelta(800)}
    entry = await office.effective(person, **long_ago, conduct_ended_on=TODAY - timedelta(830))
    of_entry = {"entry_id": entry}
    applied = {"text": "已完成修复的各项条件。", "volunteer_no": "晋志〔2026〕1", "volunteer_hours": 200} | SERVED
    match paper:
        case "entries:state":
            return Case({"state.text": "本人已向学院说明。"}, of_entry, prefix="state.")
        case "entries:file_objection":
            return Case({"ground": "facts", "text": wrong.text}, of_entry)
        case "entries:file_appeal":
            filed = {"kind": "school_appeal", "body": "学生申诉处理委员会", "filed_on": TODAY.isoformat()}
            return Case(filed, of_entry, "appeal_filed")
        case "entries:file_mitigation":
            eased = {"kind": "extension_request", "text": "家中有急事。", "happened_on": TODAY.isoformat()}
            return Case(eased, of_entry)
        case "entries:file_repair":
            return Case({name: str(value) for name, value in applied.items()}, of_entry, files=PROOFS)
        case "repairs:withdraw":
            handed = [remedies.Handed(DocumentKind(kind), "证明.pdf", PDF) for kind in PROOFS]
            new = remedies.Applying.model_validate(applied)
            repair = await remedies.apply_repair(entry, new, handed, by=own, now=now)
            return Case({}, {"repair_id": repair.id}, prefix="withdraw.")
    objection = await remedies.lodge_objection(entry, wrong, by=own, now=now)
    of_objection = {"objection_id": objection.id}
    if paper == "objections:withdraw":
        return Case({}, of_objection, prefix="withdraw.")
    given = remedies.Answering(outcome=ObjectionOutcome.DISMISSED, text="经核查，出处没有注明。")
    await remedies.answer_objection(objection.id, given, by=desk.arbiter.actor, now=now)
    return Case({"disagree.text": "我不同意该答复。"}, of_objection, prefix="disagree.")


@pytest.mark.parametrize("paper", sorted(BY_PAPER.values()))
async def test_a_paper_is_taken_in_with_its_scan_from_its_day_and_for_a_receipt(
    paper: str, clerk: Officer, reviewer: Officer, subject: Officer, opens: Opens, university: UUID, office: Office,
    person: UUID, committee: UUID,
) -> None:  # fmt: skip
    arbiter = await opens(Role.REVIEWER, university, "arbiter")
    case = await prepared(paper, Desk(office, person, subject, reviewer, arbiter, committee))
    came, before = TODAY - timedelta(2), await filed()
    form = case.form | {f"{case.prefix}received_on": came.isoformat()}
    others = {name: FILE for name in case.files}

    without = await clerk.browser.send(paper, form, files={"support": FILE}, **case.params)
    assert (without.status_code, await filed()) == (422, before)
    assert "扫描件" in without.text or "选择文件" in without.text or 'id="f-appeal_filed"' in without.text

    sent = await clerk.browser.send(paper, form, files=others | {case.scan: FILE}, **case.params)
    assert sent.status_code == 303, sent.text
    receipt = await clerk.browser.client.get(sent.headers["location"])
    assert receipt.status_code == 200 and "收件回执" in receipt.text and came.isoformat() in receipt.text
    printed = await clerk.browser.client.get(f"{sent.headers['location']}/pdf")
    assert printed.content.startswith(b"%PDF-")


async def filed() -> int:
    return await Event.filter(kind__in=list(FILED)).count()


async def test_a_clerk_records_a_representative_and_ends_him(clerk: Officer, reviewer: Officer, person: UUID) -> None:
    empty = await clerk.browser.send("people:record_representative", {}, person_id=person)
    power = await a_representative(clerk, person, "object", "see")
    shown = await reviewer.browser.see("people:representatives", person_id=person)
    await clerk.browser.send("people:end_representative", {}, person_id=person, power_id=power)
    ended = await clerk.browser.see("people:representatives", person_id=person)

    assert empty.status_code == 422 and 'id="f-scope"' in empty.text
    assert "岳承安" in shown.text and "提出异议" in shown.text and "登记代理人" not in shown.text
    assert "149901198001010017" not in shown.text
    assert "已终止" in ended.text


async def test_an_objection_on_paper_by_a_representative_gets_a_receipt_with_its_clocks(
    clerk: Officer, person: UUID, entry: UUID
) -> None:
    power = await a_representative(clerk, person, "object")
    form = await clerk.browser.see("entries:file_objection_form", entry_id=entry)
    came = (TODAY - timedelta(3)).isoformat()
    filed = {"ground": "facts", "text": "论文第三章已注明出处。", "received_on": came, "representation": str(power)}
    sent = await clerk.browser.send("entries:file_objection", filed, files={"filing": FILE}, entry_id=entry)
    objection = await Objection.get()
    receipt = await clerk.browser.client.get(sent.headers["location"])
    paper = await clerk.browser.see("receipts:pdf", about_id=objection.id)

    assert "岳承安" in form.text and "<script" not in form.text
    assert objection.limit_on == TODAY - timedelta(3) + timedelta(20)
    for words in (objection.number, "岳承安", came, objection.limit_on.isoformat(), SOMEBODY.name):
        assert words in receipt.text, words
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF-")


async def test_a_paper_beyond_the_power_comes_back_with_the_reason(clerk: Officer, person: UUID, entry: UUID) -> None:
    power = await a_representative(clerk, person, "see")
    filed = {"ground": "facts", "text": "论文第三章已注明出处。", "representation": str(power)}
    sent = await clerk.browser.send("entries:file_objection", filed, entry_id=entry)
    assert sent.status_code == 422 and "该代理权限不包括此事项" in sent.text
    assert await Objection.all().count() == 0


async def test_every_other_paper_gets_its_receipt_too(
    clerk: Officer, reviewer: Officer, opens: Opens, university: UUID, office: Office, person: UUID, committee: UUID
) -> None:
    await opens(Role.REVIEWER, university, "arbiter")  # a desk that the complaint does not concern
    entry, power = await office.served(person), await a_representative(clerk, person, *EVERY)
    by_him, browser = {"representation": str(power)}, clerk.browser
    said = {"state.text": "本人已向学院说明。", "state.representation": str(power)}
    of_person, of_entry = {"person_id": person}, {"entry_id": entry}
    appeal = {"kind": "school_appeal", "body": "学生申诉处理委员会", "filed_on": TODAY.isoformat()}
    explained = {"kind": "self_explanation", "text": "家中有急事。", "happened_on": TODAY.isoformat()}
    consent = {"organisation": str(committee), "purpose": "SCHOLARSHIP"}
    address = {"post": "岚泓市文源路1号", "confirmed_on": TODAY.isoformat()}
    complaint = {"about": f"{university}/{reviewer.actor.account}", "text": "催了三次才给回执。"}
    sent = [
        await browser.send("entries:state", said, files={"filing": FILE}, **of_entry),
        await browser.send("entries:file_appeal", appeal | by_him, files={"appeal_filed": FILE}, **of_entry),
        await browser.send("entries:file_mitigation", explained | by_him, files={"filing": FILE}, **of_entry),
        await browser.send("people:consent", consent | by_him, files={"file": FILE}, **of_person),
        await browser.send("letters:confirm", address | by_him, files={"file": FILE}, **of_person),
        await browser.send("people:complain", complaint | by_him, files={"filing": FILE}, **of_person),
    ]
    assert [one.status_code for one in sent] == [303] * 6, [one.text for one in sent if one.status_code != 303]
    receipts = [await browser.client.get(one.headers["location"]) for one in sent]
    assert all("收件回执" in one.text and "岳承安" in one.text for one in receipts)
    counts = [await model.all().count() for model in (Statement, Appeal, Mitigation, Consent, Complaint)]
    assert counts == [2, 1, 1, 1, 1]  # an explanation is a statement, too


async def test_a_statement_counts_from_the_day_the_paper_came(clerk: Officer, office: Office, person: UUID) -> None:
    entry, came = await office.served(person, on=TODAY - timedelta(4)), TODAY - timedelta(2)
    said = {"state.text": "本人已向学院说明。", "state.received_on": came.isoformat()}
    await clerk.browser.send("entries:state", said, files={"filing": FILE}, entry_id=entry)
    assert (await Statement.get()).received_on == came


async def test_a_receipt_is_for_the_office_that_took_the_paper(
    clerk: Officer, secretary: Officer, subject: Officer, entry: UUID
) -> None:
    await subject.browser.send(
        "own:file_objection", {"ground": "facts", "text": "论文第三章已注明出处。"}, entry_id=entry
    )
    objection = await Objection.get()  # filed by himself: there is no paper
    assert (await clerk.browser.see("receipts:show", about_id=objection.id)).status_code == 404
    assert (await secretary.browser.see("receipts:show", about_id=objection.id)).status_code == 403
