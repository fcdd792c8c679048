"""Two services, two clocks: of the body's decision, and of our own notice.

A service is believed with its proof. One that is recorded after its day needs the second officer's sight of the proof
as well; the person sees that it was recorded later, and may contest it. If that succeeds, the clock starts anew.
"""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from integrity_archive import clock
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import rows, tx
from integrity_archive.entries import documents
from integrity_archive.entries.certificate import names
from integrity_archive.entries.documents import Stored
from integrity_archive.entries.draft import Reason, wrong_method
from integrity_archive.entries.effect import schedule
from integrity_archive.entries.kinds import BY_OFFICERS, DecisionRoute, Proof, ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import ENTRY, State
from integrity_archive.entries.locked import SERVING, hand_on, held, known, moved, require_no_hand, reviewed
from integrity_archive.entries.models import Entry
from integrity_archive.entries.quarantine import looked_over
from integrity_archive.entries.standing import Standing, kind_of
from integrity_archive.errors import Conflict, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Key
from integrity_archive.tasks.actions import close_task
from integrity_archive.tasks.models import TaskKind

NOTICE_SERVED = """
update entries_notice set method = $2, served_on = $3, proof_id = $4, recorded_at = $5, sighted_by = null
where entry_id = $1 and served_on is null returning id
"""
DECISION_SERVED = """
update entries_entry set decision_method = $2, served_on = $3, served_recorded_at = $4, served_sighted_by = null
where id = $1 and served_on is null returning id
"""
NOTICE_ANEW = """
update entries_notice set approved_at = $2, method = null, served_on = null, proof_id = null, recorded_at = null,
    sighted_by = null where entry_id = $1
"""
SIGHTED = {
    ServiceOf.DECISION: "update entries_entry set served_sighted_by = $2 where id = $1",
    ServiceOf.NOTICE: "update entries_notice set sighted_by = $2 where entry_id = $1",
}
VOID = {
    ServiceOf.DECISION: """
update entries_entry set decision_route = 'through_us', decision_method = null, served_on = null,
    served_recorded_at = null, served_sighted_by = null, remedy_known_on = null, remedy_concluded_on = null,
    remedy_concluded = null where id = $1 and served_on is not null returning id
""",
    ServiceOf.NOTICE: """
update entries_notice set method = null, served_on = null, proof_id = null, recorded_at = null, sighted_by = null
where entry_id = $1 and served_on is not null returning id
""",
}


BY_SERVICE = (
    "decision_method", "served_on", "served_recorded_at", "served_sighted_by", "remedy_known_on",
    "remedy_concluded_on", "remedy_concluded",
)  # fmt: skip


class NoticeServedWhen(Refusal):
    """The notice was served no earlier than the decision was made, and no later than today."""

    status = 422
    zh = "告知书的送达日期不得早于作出决定的日期，也不得晚于今天。"


class DecisionServedWhen(Refusal):
    """The decision was served no earlier than it was made, and no later than today."""

    status = 422
    zh = "决定书的送达日期不得早于作出决定的日期，也不得晚于今天。"


class ServedAlready(Conflict):
    """This service has been recorded already."""

    zh = "这一送达已经登记。"


class NothingToSight(Conflict):
    """There is no service recorded after its day whose proof is still to be seen."""

    zh = "没有需要查看凭证的送达。"


class NotServed(Conflict):
    """No such service is recorded."""

    zh = "没有登记过这一送达。"


class Service(BaseModel):
    """How and when a paper reached the person. A proof that `names_others`, as whoever signed for him, reaches him as
    its redacted copy."""

    method: ServiceMethod
    served_on: date
    names_others: bool = False


class ServedByLetterOnly(Refusal):
    """An officer records what was handed over or came back from the post. Every other way is proven by its letter."""

    status = 422
    zh = "工作人员只登记当面送达和邮寄送达；其他方式须通过系统中的文书送达，由文书证明。"


class WhichService(BaseModel):
    """Of which of the two papers."""

    which: ServiceOf


@looked_over(Permission.ENTRY_SERVE)
async def serve(entry_id: UUID, service: Service, proof_name: str, proof: bytes, *, by: Actor, now: datetime) -> Entry:
    """Record that our notice was served, with its proof: from that day the person's time to answer runs."""
    require_by_officer(service)
    return await notice_served_by_letter(entry_id, service, proof_name, proof, by=by, now=now)


async def notice_served_by_letter(
    entry_id: UUID, service: Service, proof_name: str, proof: bytes, *, by: Actor, now: datetime
) -> Entry:
    """The same of a letter that came of its way, whichever that was: the letter's own record is the proof."""
    require(by, Permission.ENTRY_SERVE)
    entry, key = await known(entry_id, by=by)
    ENTRY.step(entry.state, "serve", by=by)
    if not entry.decided_on <= service.served_on <= clock.today(now):
        raise NoticeServedWhen(at="served_on")
    stored = await documents.store(entry, key, proof_name, proof)
    return await keep_service(entry.id, service, stored, by=by, now=now)


@tx
async def keep_service(entry_id: UUID, service: Service, stored: Stored, *, by: Actor, now: datetime) -> Entry:
    entry, key = await held(entry_id, by=by, now=now)
    ENTRY.step(entry.state, "serve", by=by)
    proof = await documents.attach(entry, key, Proof.NOTICE_SERVICE, stored, names_others=service.names_others, now=now)
    if not await rows(NOTICE_SERVED, [entry.id, service.method, service.served_on, proof.id, now]):
        raise ServedAlready()
    await recorded(Kind.ENTRY_SERVED, entry, key, service, stored, about=proof.id, by=by, now=now)
    return entry


@looked_over(Permission.ENTRY_SERVE)
async def serve_decision(
    entry_id: UUID, service: Service, proof_name: str, proof: bytes, *, by: Actor, now: datetime
) -> Entry:
    """Record that the body's decision was served, with its proof: from that day its remedies run.

    Through us it goes by an officer's hand, by post or by a letter; what the body served itself went as that proves.
    """
    if (await known(entry_id, by=by))[0].decision_route is DecisionRoute.THROUGH_US:
        require_by_officer(service)
    return await decision_served_by_letter(entry_id, service, proof_name, proof, by=by, now=now)


async def decision_served_by_letter(
    entry_id: UUID, service: Service, proof_name: str, proof: bytes, *, by: Actor, now: datetime
) -> Entry:
    """The same of a letter that came of its way, as far as the law of the decision allows that way."""
    require(by, Permission.ENTRY_SERVE)
    entry, key = await known(entry_id, by=by)
    ENTRY.step(entry.state, "serve_decision", by=by)
    if not entry.decided_on <= service.served_on <= clock.today(now):
        raise DecisionServedWhen(at="served_on")
    for refusal in wrong_method(service.method, kind_of(entry), at="method"):
        raise refusal
    stored = await documents.store(entry, key, proof_name, proof)
    return await keep_decision_service(entry.id, service, stored, by=by, now=now)


@tx
async def keep_decision_service(entry_id: UUID, service: Service, stored: Stored, *, by: Actor, now: datetime) -> Entry:
    entry, key = await held(entry_id, by=by, now=now)
    ENTRY.step(entry.state, "serve_decision", by=by)
    proof = await documents.attach(
        entry, key, Proof.DECISION_SERVICE, stored, names_others=service.names_others, now=now
    )
    if not await rows(DECISION_SERVED, [entry.id, service.method, service.served_on, now]):
        raise ServedAlready()
    entry.decision_method, entry.served_on = service.method, service.served_on
    entry.served_recorded_at, entry.served_sighted_by = now, None
    await recorded(Kind.ENTRY_DECISION_SERVED, entry, key, service, stored, about=proof.id, by=by, now=now)
    return entry


def require_by_officer(service: Service) -> None:
    """Raises `ServedByLetterOnly` for a way that no officer can speak for (行政处罚法 61; 民事诉讼法 89-95)."""
    if service.method not in BY_OFFICERS:
        raise ServedByLetterOnly(at="method")


async def recorded(
    kind: Kind, entry: Entry, key: Key, service: Service, stored: Stored, *, about: UUID, by: Actor, now: datetime
) -> None:
    """What follows when one of the two services was recorded."""
    standing = await Standing.of(entry)
    await schedule(standing, now=now)
    await record(
        kind, by=by, now=now, key=key, person=entry.person_id, entry=entry.id, about=about,
        method=service.method, served_on=service.served_on.isoformat(), sha256=stored.sha256,
    )  # fmt: skip
    if entry.served_on and standing.notice and standing.notice.served_on:
        await close_task(TaskKind.SERVE_NOTICE, entry.id, key=key, by=by, now=now)
    if service.names_others:
        await hand_on(TaskKind.REDACT, entry, key=key, by=by, now=now)
    await ask_for_sight(standing, key, by=by, now=now)


async def ask_for_sight(standing: Standing, key: Key, *, by: Actor, now: datetime) -> None:
    """Put the proofs that the second officer has to see on his desk, or take the task off it when he has."""
    if standing.facts.unsighted:
        await hand_on(TaskKind.SIGHT_SERVICE, standing.entry, key=key, by=by, now=now)
    else:
        await close_task(TaskKind.SIGHT_SERVICE, standing.entry.id, key=key, by=by, now=now)


@tx
async def sight_service(entry_id: UUID, which: ServiceOf, *, by: Actor, now: datetime) -> Entry:
    """The second officer has seen the proof of a service that was recorded after its day.

    Raises `SameOfficer` for whoever recorded it or wrote in the entry, and `NothingToSight`.
    """
    entry, key = await reviewed(entry_id, by=by, now=now, also=SERVING)
    ENTRY.step(entry.state, "sight_service", by=by)
    standing = await Standing.of(entry)
    if which not in standing.facts.unsighted:
        raise NothingToSight()
    await rows(SIGHTED[which], [entry.id, by.account])
    if which is ServiceOf.DECISION:
        entry.served_sighted_by = by.account
    elif standing.notice:
        standing.notice.sighted_by = by.account
    proof = standing.proof_of(which)
    await record(
        Kind.ENTRY_SERVICE_SIGHTED, by=by, now=now, key=key, person=entry.person_id, entry=entry.id,
        about=proof.id if proof else None, which=which, sha256=names(proof, key)["sha256"] if proof else None,
    )  # fmt: skip
    await ask_for_sight(standing, key, by=by, now=now)
    if entry.state is State.NOTIFIED:
        await schedule(standing, now=now)
    return entry


async def serve_anew(entry: Entry, *, now: datetime) -> list[str]:
    """The decision was changed before the entry took effect: it and our notice of it have still to be served, and what
    proved the services of the former one proves nothing of this. Returns the columns that the caller has to write."""
    await rows(NOTICE_ANEW, [entry.id, now])
    cleared = dict.fromkeys((*BY_SERVICE, "effect_due_on"))
    entry.update_from_dict({"decision_route": DecisionRoute.THROUGH_US, **cleared})
    return ["decision_route", *cleared]


async def call_for_service(entry: Entry, key: Key, *, by: Actor, now: datetime) -> None:
    """Put it on the desk that something has to be served, and nothing that was is left to be sighted."""
    await ask_for_sight(await Standing.of(entry), key, by=by, now=now)
    await hand_on(TaskKind.SERVE_NOTICE, entry, key=key, by=by, now=now)


@says_nothing_prohibited
@tx
async def restart_service(entry_id: UUID, which: ServiceOf, reason: Reason, *, by: Actor, now: datetime) -> Entry:
    """A contested service was void: its clock is cleared, and what had taken effect by it is so no more.

    A decision's remedy has its whole time again from the new service, whatever came of the void one. The certificate
    stays as history. Raises `NotServed`, or `SameOfficer` for whoever recorded the service.
    """
    require(by, Permission.ENTRY_SETTLE)
    entry, key = await held(entry_id, by=by, now=now)
    step = ENTRY.step(entry.state, "restart_service", by=by)
    await require_no_hand(entry, SERVING, by=by)
    if not await rows(VOID[which], [entry.id]):
        raise NotServed()
    if which is ServiceOf.DECISION:
        nothing = dict.fromkeys(BY_SERVICE)
        entry.update_from_dict({"decision_route": DecisionRoute.THROUGH_US, **nothing})
    entry.effect_due_on = entry.final_on = entry.told_on = entry.display_until = None
    restarted = Kind.ENTRY_SERVICE_RESTARTED
    said = {"which": which, "reason": reason.text, "version": entry.version + 1}
    await moved(entry, step.after, restarted, key=key, by=by, now=now, **said)
    await call_for_service(entry, key, by=by, now=now)
    return entry
