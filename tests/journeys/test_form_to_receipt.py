"""The whole road on pages, against the real platform process and a real worker process, with the platform's first
answer lost after it had done the work: one effect there, one accepted delivery here, and a paper that verifies."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.models import Batch, Delivery, Receipt
from integrity_archive.paper.signature import verify as verify_signature
from integrity_archive.people import queries as people
from integrity_archive.people.actions import attach_account
from integrity_archive.settings import settings
from integrity_archive.tasks.models import Task, TaskState

from ..exchange.province import PATIENCE, Reachable, Sandbox, register, running, worker
from ..web.archive import DOCUMENTS, PDF, SOMEBODY, XLSX, roster_file, written
from ..web.conftest import Officer, Opens

FILE = ("材料.pdf", PDF, "application/pdf")


async def test_an_entry_goes_from_the_clerks_form_to_the_receipt_and_into_a_signed_report(
    clerk: Officer,
    reviewer: Officer,
    secretary: Officer,
    committee: UUID,
    opens: Opens,
    database: Reachable,
    home: Path,
    tmp_path: Path,
) -> None:
    with running(tmp_path / "province", population={SOMEBODY.number: SOMEBODY.name}, drop_after_commit=1) as sandbox:
        await register(sandbox)
        person = await enrol(clerk)
        entry = await record(clerk, reviewer, person)

        with worker(database.app, home):
            await until_accepted()

        await one_effect_there_and_one_delivery_here(sandbox, entry)
        await consent_and_answer(opens, secretary, committee, person)


async def test_a_name_the_platform_does_not_know_comes_back_as_a_task_and_is_mended(
    clerk: Officer, reviewer: Officer, database: Reachable, home: Path, tmp_path: Path
) -> None:
    right = SOMEBODY.name[:-1] + "霁"
    assert right != SOMEBODY.name
    with running(tmp_path / "province", population={SOMEBODY.number: right}) as sandbox:
        await register(sandbox)
        person = await enrol(clerk)
        await record(clerk, reviewer, person)
        with worker(database.app, home):
            await until(DeliveryState.REJECTED)
            delivery = await Delivery.get()
            desk = await clerk.browser.see("desk:show")
            page = await clerk.browser.see("deliveries:show", delivery_id=delivery.id)
            assert f"/deliveries/{delivery.id}" in desk.text
            assert "E3002" in page.text and f"/people/{person}/correct" in page.text

            mended = {"name": right, "reason": "录入有误，已核对身份证件原件"}
            answer = await clerk.browser.send("people:correct", mended, person_id=person)
            assert answer.status_code == 303
            await until_accepted()

        assert [(seq, op) for seq, op in await Delivery.all().values_list("seq", "op")] == [(1, "A")]
        assert len(sandbox.accepted) == 1
        assert not await Task.filter(about=delivery.id, state=TaskState.OPEN).exists()


async def enrol(clerk: Officer) -> UUID:
    """The roster goes in by the page; the person is there after it."""
    answer = await clerk.browser.send(
        "rosters:import", {"kind": "students"}, files={"file": ("名册.xlsx", roster_file(), XLSX)}
    )
    assert answer.status_code == 303
    found = await people.find(SOMEBODY.number, by=clerk.actor)
    assert found
    return found.id


async def record(clerk: Officer, reviewer: Officer, person: UUID) -> UUID:
    """Form, documents, second officer, notice served on paper long enough ago, statement."""
    files = {f"evidence.{kind}": FILE for kind in DOCUMENTS}
    answer = await clerk.browser.send("entries:draft", written(person), files=files)
    assert answer.status_code == 303
    entry = await Entry.get()
    document = await Evidence.filter(entry_id=entry.id).first()
    assert document
    found = {"add_finding.text": "论文第三章与已发表论文雷同。", "add_finding.evidence": str(document.id)}
    await clerk.browser.send("entries:add_finding", found, entry_id=entry.id)
    await clerk.browser.send("entries:file", entry_id=entry.id)
    await reviewer.browser.send("entries:sight_service", {"sight_service.which": "decision"}, entry_id=entry.id)
    await reviewer.browser.send("entries:notify", entry_id=entry.id)
    served = {"serve.method": "in_person", "serve.served_on": str(clock.today(clock.now()) - timedelta(12))}
    await clerk.browser.send("entries:serve", served, files={"serve.proof": FILE}, entry_id=entry.id)
    await reviewer.browser.send("entries:sight_service", {"sight_service.which": "notice"}, entry_id=entry.id)
    said = {"state.text": "本人深感懊悔。"}
    await clerk.browser.send("entries:state", said, files={"filing": FILE}, entry_id=entry.id)
    assert (await Entry.get(id=entry.id)).state is State.NOTIFIED
    return entry.id


async def one_effect_there_and_one_delivery_here(sandbox: Sandbox, entry: UUID) -> None:
    delivery = await Delivery.get().prefetch_related("head")
    assert (delivery.state, delivery.seq, delivery.head.entry_id) == (DeliveryState.ACCEPTED, 1, entry)
    assert sandbox.accepted == [(delivery.head.number, 1, delivery.payload_hash)]
    assert await Receipt.all().count() == 1
    batch = await Batch.get()
    assert batch.attempts >= 1 and batch.last_unknown_at is not None, "the first answer was to be lost"


async def consent_and_answer(opens: Opens, secretary: Officer, committee: UUID, person: UUID) -> None:
    student = await opens(Role.SUBJECT, None, "student")
    assert student.actor.account
    await attach_account(person, student.actor.account, by=SYSTEM, now=clock.now())
    question: dict[str, Any] = {"number": SOMEBODY.number, "name": SOMEBODY.name, "purpose": "SCHOLARSHIP"}
    refused = await secretary.browser.send("inquiries:ask", question)
    assert refused.status_code == 403

    consent = {"organisation": str(committee), "purpose": "SCHOLARSHIP", "uses": "1"}
    assert (await student.browser.send("own:give_consent", consent)).status_code == 303
    answered = await secretary.browser.send("inquiries:ask", question)
    assert answered.status_code == 303
    inquiry = UUID(answered.headers["location"].rsplit("/", 1)[1])
    shown = await secretary.browser.see("inquiries:show", inquiry_id=inquiry)
    assert "剽窃" in shown.text
    assert "本人深感懊悔。" in shown.text and SOMEBODY.number not in shown.text

    await secretary.browser.send("inquiries:issue", inquiry_id=inquiry)
    paper = await secretary.browser.see("inquiries:report", inquiry_id=inquiry)
    assert paper.content.startswith(b"%PDF-") and b"/ByteRange" in paper.content
    own = await student.browser.see("own:show")
    assert own.text.count("励志奖学金评审委员会") >= 2, "both the refused and the answered question are shown"
    shown = await secretary.browser.see("inquiries:show", inquiry_id=inquiry)
    code = re.search(r"/verify/([2-9A-Z]{16})", shown.text)
    assert code, "the answer's page says how its paper is verified"
    verified = await secretary.browser.see("verify:show", code=code[1])
    assert verified.status_code == 200 and "报告真实，在有效期内" in verified.text
    root = (settings().home / "keys" / "paper" / "root.pem").read_bytes()
    proven = await asyncio.to_thread(verify_signature, paper.content, root, now=clock.now())
    assert proven.intact and proven.trusted


async def until_accepted() -> None:
    await until(DeliveryState.ACCEPTED)


async def until(state: DeliveryState) -> None:
    limit = monotonic() + PATIENCE
    while [one.state for one in await Delivery.all()] != [state]:
        assert monotonic() < limit
        await asyncio.sleep(0.05)
