"""Why an entry was allowed to take effect: every fact the gate rested on, sealed and hashed as it stood that day."""

from datetime import date, datetime
from hashlib import sha256
from typing import Any

import rfc8785
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.entries.gate import Gate
from integrity_archive.entries.kinds import ServiceOf
from integrity_archive.entries.models import Certificate, Evidence
from integrity_archive.entries.standing import Standing, told_later
from integrity_archive.sealing import Key


async def keep(standing: Standing, passed: Gate, *, key: Key, now: datetime) -> bytes:
    """Store the certificate in the running transaction; returns the hash of its text."""
    id, text = uuid7(), rfc8785.dumps(certificate(standing, passed, effect_on=clock.today(now), key=key))
    digest = sha256(text).digest()
    sealed = key.seal(text, place=f"entries_certificate.sealed:{id}")
    await Certificate.create(id=id, entry_id=standing.entry.id, sealed=sealed, sha256=digest, at=now)
    return digest


def certificate(standing: Standing, passed: Gate, *, effect_on: date, key: Key) -> dict[str, Any]:
    """Every fact, with the hashes of the documents. JSON values only."""
    entry, facts = standing.entry, standing.facts
    documents = {str(one.id): {"kind": one.kind, **names(one, key)} for one in standing.evidence}
    return {
        "entry": entry.number,
        "record_type": standing.kind.code,
        "edition": entry.edition,
        "policy": standing.law.policy(entry.decided_on).code,
        "severity": entry.severity,
        "serious_basis": entry.serious_basis,
        "key_supervision": list(entry.key_supervision),
        "decision": decision(standing, passed, key),
        "notice": notice(standing, key),
        "statement": {"given_on": iso(facts.stated_on), "window_until": iso(passed.statement_until)},
        "steps_taken": sorted(facts.steps_taken),
        "findings": [
            {
                "text": key.open(one.sealed, place=f"entries_finding.sealed:{one.id}").decode(),
                "evidence": [documents[str(id)] for id in one.evidence if str(id) in documents],
            }
            for one in standing.findings
        ],
        "adult": {"from_age": standing.law.min_age_at_conduct, "on": iso(facts.conduct_on)},
        "consented_on": iso(entry.consented_on),
        "documents": list(documents.values()),
        "officers": {"clerk": str(entry.clerk_id), "reviewer": str(entry.reviewer_id)},
        "effect_on": iso(effect_on),
    }


def decision(standing: Standing, passed: Gate, key: Key) -> dict[str, Any]:
    """The body's decision and its clock."""
    entry, finality = standing.entry, standing.kind.finality
    return {
        **key.open_json(entry.sealed, place=f"entries_entry.sealed:{entry.id}"),
        "authority_uscc": entry.authority_uscc,
        "deciding_body": entry.deciding_body,
        "decided_on": iso(entry.decided_on),
        "route": entry.decision_route,
        **service(
            standing, ServiceOf.DECISION, entry.decision_method, entry.served_on, entry.served_recorded_at,
            entry.served_sighted_by, key,
        ),
        "remedies_told": entry.remedies_told,
        "remedy_known_on": iso(entry.remedy_known_on),
        "remedy_concluded_on": iso(entry.remedy_concluded_on),
        "remedy_concluded": entry.remedy_concluded,
        "remedies": [{"name": remedy.name.zh, "to": remedy.to} for remedy in finality.remedies] if finality else [],
        "remedy_until": iso(passed.remedy_until),
        "finality_rule": finality.rule if finality else None,
        "final_on": iso(passed.final_on),
    }  # fmt: skip


def notice(standing: Standing, key: Key) -> dict[str, Any] | None:
    """Our own notice and its clock."""
    own = standing.notice
    if own is None:
        return None
    served = service(standing, ServiceOf.NOTICE, own.method, own.served_on, own.recorded_at, own.sighted_by, key)
    return {"approved_on": iso(clock.today(own.approved_at)), **served}


def service(
    standing: Standing, which: ServiceOf, method: str | None, on: date | None, recorded: datetime | None,
    sighted_by: object, key: Key,
) -> dict[str, Any]:  # fmt: skip
    """How a paper reached the person, what proves it, and who saw the proof if it was recorded after its day."""
    proof = standing.proof_of(which)
    return {
        "method": method,
        "served_on": iso(on),
        "recorded_on": iso(clock.today(recorded)) if recorded else None,
        "recorded_later": told_later(on, recorded),
        "proof": names(proof, key)["sha256"] if proof else None,
        "sighted_by": str(sighted_by) if sighted_by else None,
    }


def names(document: Evidence, key: Key) -> dict[str, str]:
    found: dict[str, str] = key.open_json(document.sealed, place=f"entries_evidence.sealed:{document.id}")
    return found


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
