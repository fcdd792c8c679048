"""Every act of the tables of entries, objections, appeals and repairs, done for real."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from integrity_archive.actors import Actor
from integrity_archive.entries import actions, effect, expiry, findings, lapsing, legacy, redaction, settling
from integrity_archive.entries.actions import Reason, Say, Service
from integrity_archive.entries.findings import Found
from integrity_archive.entries.kinds import Ending, Objection, ServiceMethod
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.remedies import actions as remedies
from integrity_archive.remedies.actions import (
    Accepting,
    Answering,
    Appealing,
    Applying,
    Concluding,
    Deciding,
    Handed,
    Hearing,
    Objecting,
    Remedy,
)
from integrity_archive.remedies.kinds import AppealKind, DocumentKind, Ground, Redress

from ..building import FOUND, PDF, facts
from .model import UPHELD, Chosen, Model

WHY, SAYS = Reason(text="原记录有误。"), Say(text="我已说明情况。")
NOT_THERE = UUID(int=0)
PAPERS = [Handed(kind, f"{kind}.pdf", PDF) for kind in DocumentKind]


@dataclass
class Case:
    """An entry as the verbs need it: its id, the draft it was typed as, and the latest remedies."""

    id: UUID
    draft: dict[str, Any]
    person: UUID
    said: int = 0
    ids: dict[str, UUID] = field(default_factory=dict)

    @property
    def another(self) -> str:
        """A wording that the entry did not have before."""
        self.said += 1
        return f"违规处理决定书（{self.said}）"

    @property
    def another_record(self) -> str:
        """The number of volunteer service that has repaired nothing yet."""
        self.said += 1
        return f"ZY{self.said:06}"


Verb = Callable[..., Awaitable[Any]]


def on_entry(act: str, case: Case, model: Model, chosen: Chosen) -> Verb:
    """The verb, still to be told by whom and when."""
    served = Service(method=ServiceMethod.IN_PERSON, served_on=model.served_on(chosen))
    mark = Objection.OPEN if model.mark is Objection.NONE else Objection.NONE
    said = {"decided_on": model.facts.decided_on, "remedies_told": model.facts.remedies_told}
    said |= {"steps_taken": sorted(model.facts.steps_taken)}
    mended = {"sanction_to": model.another_term} if chosen.late else {"document_title": case.another}
    id = case.id

    async def edit(*, by: Actor, now: datetime) -> None:
        version = (await Entry.get(id=id)).version
        await actions.edit(id, facts(case.person, **case.draft), version=version, by=by, now=now)

    async def find(*, by: Actor, now: datetime) -> None:
        first = await Evidence.filter(entry_id=id).order_by("id").first()
        rests_on = [first.id if first else NOT_THERE]
        await findings.add_finding(id, Found(text=FOUND, evidence=rests_on), by=by, now=now)

    async def revise(*, by: Actor, now: datetime) -> None:
        first = await Evidence.filter(entry_id=id).order_by("id").first()
        found = {"findings": [{"text": case.another, "evidence": [first.id if first else NOT_THERE]}]}
        anew = said | found if model.state is State.NOTIFIED else {}
        await settling.revise(id, {"summary": case.another, **anew}, WHY, by=by, now=now)

    async def redact(*, by: Actor, now: datetime) -> None:
        original = await Evidence.filter(entry_id=id, redacts=None).order_by("id").first()
        of = original.id if original else NOT_THERE
        await redaction.add_redacted(id, of, "遮盖件.pdf", PDF, by=by, now=now)

    async def by_itself(job: Verb, now: datetime) -> None:
        await job(now=now, limit=10)

    return {
        "take_up": lambda **who: legacy.take_up(id, **who),
        "edit": edit,
        "add_evidence": lambda **who: actions.add_evidence(id, model.next_document, "材料.pdf", PDF, **who),
        "add_finding": find,
        "redact": redact,
        "file": lambda **who: actions.file(id, **who),
        "refer_back": lambda **who: actions.refer_back(id, WHY, **who),
        "sight_service": lambda **who: actions.sight_service(id, chosen.which, **who),
        "notify": lambda **who: actions.notify(id, **who),
        "confirm": lambda **who: actions.confirm(id, **who),
        "withdraw": lambda **who: actions.withdraw(id, WHY, **who),
        "serve": lambda **who: actions.serve(id, served, "回证.pdf", PDF, **who),
        "serve_decision": lambda **who: actions.serve_decision(id, served, "回证.pdf", PDF, **who),
        "restart_service": lambda **who: actions.restart_service(id, chosen.which, WHY, **who),
        "state": lambda **who: actions.state(id, SAYS, **who),
        "take_effect": lambda **who: effect.take_effect(id, **who),
        "mark": lambda **who: settling.mark_objected(id, mark, **who),
        "suspend": lambda **who: settling.suspend(id, WHY, **who),
        "resume": lambda **who: settling.resume(id, **who),
        "lift": lambda **who: settling.lift(id, model.today, **who),
        "correct": lambda **who: settling.correct(id, mended, WHY, **who),
        "revise": revise,
        "complete": lambda **who: settling.complete(id, [], WHY, **who),
        "revoke": lambda **who: settling.revoke(id, WHY, Ending.REVOKED, **who),
        "repair": lambda **who: settling.repair(id, **who),
        "expire": lambda by, now: by_itself(expiry.expire_due, now),
        "lapse": lambda by, now: by_itself(lapsing.lapse_due, now),
        "erase": lambda by, now: by_itself(expiry.erase_due, now),
    }[act]


def on_remedy(noun: str, act: str, case: Case, model: Model, chosen: Chosen) -> Verb:
    id, entry = case.ids.get(noun, NOT_THERE), case.id
    upheld = chosen.outcome in UPHELD and model.living
    changes = {"document_title": case.another} if chosen.redress is Redress.CORRECT else {}
    remedy = Remedy(kind=chosen.redress, changes=changes) if upheld else None
    answer = Answering(outcome=chosen.outcome, text="经核查答复如下。", remedy=remedy)
    conclusion = Concluding(outcome=chosen.conclusion, concluded_on=model.today, text="见复核决定。")
    decision = Deciding(text="经审查决定如下。")
    review = Appealing(kind=AppealKind.REVIEW, body="上一级教育考试机构", filed_on=model.today)
    wish = Objecting(ground=Ground.FACTS, text="事实不符。")
    service = {"volunteer_from": model.today, "volunteer_to": model.today, "volunteer_hours": 20}
    proof = Applying(text="已经改正。", volunteer_no=case.another_record, **service)
    checked = Accepting(text="已核对。")

    def begun(verb: Callable[..., Awaitable[Any]]) -> Verb:
        async def begin(**who: Any) -> None:
            case.ids[noun] = (await verb(**who)).id

        return begin

    return {
        ("objection", "lodge"): begun(lambda **who: remedies.lodge_objection(entry, wish, PAPERS, **who)),
        ("objection", "forward"): lambda **who: remedies.forward(id, **who),
        ("objection", "hear"): lambda **who: remedies.source_answers(id, Hearing(text="属实。"), PAPERS, **who),
        ("objection", "answer"): lambda **who: remedies.answer_objection(id, answer, **who),
        ("objection", "disagree"): lambda **who: remedies.disagree(id, SAYS, PAPERS, **who),
        ("objection", "withdraw"): lambda **who: remedies.withdraw_objection(id, files=PAPERS, **who),
        ("appeal", "open"): begun(lambda **who: remedies.open_appeal(entry, review, PAPERS, **who)),
        ("appeal", "conclude"): lambda **who: remedies.conclude_appeal(id, conclusion, PAPERS, **who),
        ("repair", "apply"): begun(lambda **who: remedies.apply_repair(entry, proof, PAPERS, **who)),
        ("repair", "accept"): lambda **who: remedies.accept_repair(id, checked, **who),
        ("repair", "grant"): lambda **who: remedies.grant_repair(id, decision, **who),
        ("repair", "refuse"): lambda **who: remedies.refuse_repair(id, decision, **who),
        ("repair", "withdraw"): lambda **who: remedies.withdraw_repair(id, files=PAPERS, **who),
    }[noun, act]
