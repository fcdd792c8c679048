"""What an entry's page offers: the acts that this actor may do now, and how each of its two papers was served."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor
from integrity_archive.catalogue.record_types import Polarity
from integrity_archive.entries.kinds import ServiceMethod, ServiceOf
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.entries.locked import SERVING, STATING, WRITING
from integrity_archive.entries.standing import Standing, told_later
from integrity_archive.journal import queries as journal

SETTLED = frozenset({"mark", "suspend", "resume", "lift", "correct", "revise", "complete", "revoke", "repair"})


@dataclass(frozen=True)
class Served:
    """One of the two services; `recorded_later` where that needs the second officer's sight of the proof."""

    which: ServiceOf
    method: ServiceMethod | None
    served_on: date | None
    recorded_on: date | None
    recorded_later: bool
    sighted: bool
    proof: UUID | None


def services(standing: Standing) -> Iterator[Served]:
    """The decision's service, where there is a decision that can be appealed, and that of our notice once approved."""
    entry, notice = standing.entry, standing.notice
    if standing.kind.polarity is Polarity.NEGATIVE:
        yield served(standing, ServiceOf.DECISION, entry.decision_method, entry.served_on, entry.served_recorded_at,
                     entry.served_sighted_by)  # fmt: skip
    if notice:
        yield served(standing, ServiceOf.NOTICE, notice.method, notice.served_on, notice.recorded_at, notice.sighted_by)


def served(
    standing: Standing, which: ServiceOf, method: ServiceMethod | None, on: date | None, recorded: datetime | None,
    sighted_by: UUID | None,
) -> Served:  # fmt: skip
    proof = standing.proof_of(which) if on else None
    return Served(
        which=which,
        method=method,
        served_on=on,
        recorded_on=clock.today(recorded) if recorded else None,
        recorded_later=told_later(on, recorded),
        sighted=sighted_by is not None,
        proof=proof.id if proof else None,
    )


def possible(standing: Standing, history: list[journal.Act], *, by: Actor) -> list[str]:
    """The acts that the lifecycle offers this actor, less those that this entry can never take, and less those that
    only the outcome of a remedy, or a proposal that two officers agree on, brings about."""
    entry, adverse = standing.entry, standing.kind.polarity is Polarity.NEGATIVE
    acts = set(ENTRY.acts(entry.state, by=by)) - SETTLED
    acts -= {"confirm"} if adverse else {"notify", "restart_service"}
    served = {each.which for each in services(standing) if each.served_on}
    for which, act in ((ServiceOf.NOTICE, "serve"), (ServiceOf.DECISION, "serve_decision")):
        acts -= {act} if which in served else set()
    acts -= set() if served else {"restart_service"}
    acts -= set() if standing.facts.unsighted else {"sight_service"}
    own, done = by.account == entry.clerk_id, {act.kind for act in history if act.actor == by.account}
    if own or done & WRITING:
        acts -= {"notify", "confirm", "refer_back", "withdraw", "sight_service"}
    if own or done & SERVING:
        acts -= {"restart_service", "sight_service"}
    if own or done & (WRITING | SERVING | STATING):
        acts -= {"take_effect"}
    return sorted(acts)
