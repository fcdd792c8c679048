"""A batch from its bytes to its line in the ledger (PPG/1.0 §3.2 step 2, §3.3, §3.4)."""

import re
from typing import Any

from integrity_archive.sandbox import moments
from integrity_archive.sandbox.codes import Refused
from integrity_archive.sandbox.envelope import parse
from integrity_archive.sandbox.evaluation import Rules, Verdict, judge, marks
from integrity_archive.sandbox.faults import Faults
from integrity_archive.sandbox.form import Entry, identifiable
from integrity_archive.sandbox.holdings import Holdings, triple_digest

BATCH_NO = re.compile("[A-Z0-9]{2,16}-[0-9]{8}-[0-9]{6}")
USCC = re.compile("[0-9A-HJ-NPQRTUWXY]{18}")
UNIT_CODE = re.compile("[A-Z0-9]{2,16}")
DIGEST = re.compile("[0-9a-f]{64}")
MEMBERS = {"batch_no", "spec", "catalogue_edition", "sender", "sent_at", "entry_count", "digest_sm3", "entries"}
SPEC = "PPG/1.0"
MOST_ENTRIES = 500

Units = dict[tuple[str, str], set[str]]  # (uscc, unit_code) → catalogue items it may push


def read_batch(plaintext: bytes, idempotency_key: str) -> dict[str, Any]:
    """The batch; E1105 unless it has the form of §3.3."""
    try:
        batch = parse(plaintext)
    except ValueError:
        raise Refused("E1105") from None
    if not isinstance(batch, dict) or batch.keys() != MEMBERS:
        raise Refused("E1105")
    entries = batch["entries"]
    well_formed = (
        batch["batch_no"] == idempotency_key
        and isinstance(batch["spec"], str)
        and isinstance(batch["catalogue_edition"], str)
        and is_sender(batch["sender"])
        and moments.is_timestamp(batch["sent_at"])
        and type(batch["entry_count"]) is int
        and matches(DIGEST, batch["digest_sm3"])
        and isinstance(entries, list)
        and len(entries) > 0
        and all(identifiable(entry) for entry in entries)
        and len({entry["entry_no"] for entry in entries}) == len(entries)
    )
    if not well_formed:
        raise Refused("E1105")
    return batch


def is_sender(value: Any) -> bool:
    """Whether `value` has the form of `sender`."""
    return (
        isinstance(value, dict)
        and value.keys() == {"uscc", "unit_code"}
        and matches(USCC, value["uscc"])
        and matches(UNIT_CODE, value["unit_code"])
    )


def matches(pattern: re.Pattern[str], value: Any) -> bool:
    """Whether `value` is a string that the pattern matches as a whole."""
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def check_batch(batch: dict[str, Any], units: Units) -> None:
    """The checks between form and the known `batch_no`, in their order."""
    if batch["spec"] != SPEC:
        raise Refused("E1103")
    if (batch["sender"]["uscc"], batch["sender"]["unit_code"]) not in units:
        raise Refused("E1006")
    entries = batch["entries"]
    if len(entries) > MOST_ENTRIES:
        raise Refused("E1101")
    stated = triple_digest([(entry["entry_no"], entry["seq"], entry["payload_hash"]) for entry in entries])
    if batch["entry_count"] != len(entries) or batch["digest_sm3"] != stated:
        raise Refused("E1102")


class Evaluator:
    """Turns checked batches into lines of the ledger."""

    def __init__(self, holdings: Holdings, rules: Rules, units: Units, faults: Faults) -> None:
        self.holdings = holdings
        self.rules = rules
        self.units = units
        self._faults = faults

    def line(self, batch: dict[str, Any], app_id: str) -> dict[str, Any]:
        """The batch as received now, with the receipt of every entry in array order."""
        sender, at, today = batch["sender"], moments.timestamp(), moments.today()
        permitted = self.units[sender["uscc"], sender["unit_code"]]
        first = len(self.holdings.events) + 1
        outcomes = []
        for place, entry in enumerate(batch["entries"]):
            verdict = judge(
                entry,
                sender=sender["uscc"],
                permitted=permitted,
                holdings=self.holdings,
                rules=self.rules,
                today=today,
            )
            standing = self.holdings.entries.get(entry["entry_no"])
            entry_id = standing.platform_entry_id if standing else f"SX{first + place:010d}"
            receipt = self._receipt(batch["batch_no"], entry, verdict, f"R{first + place:010d}", entry_id, at)
            outcomes.append(self._outcome(entry, verdict, receipt))
        ack = {
            "batch_no": batch["batch_no"],
            "status": "RECEIVED",
            "duplicate": False,
            "entry_count": batch["entry_count"],
            "digest_sm3": batch["digest_sm3"],
            "at": at,
        }
        edition = batch["catalogue_edition"]
        return {
            "kind": "batch",
            "app_id": app_id,
            "sender": sender,
            "edition": edition,
            "ack": ack,
            "outcomes": outcomes,
        }

    def _receipt(
        self, batch_no: str, entry: Entry, verdict: Verdict, number: str, entry_id: str, at: str
    ) -> dict[str, Any]:
        return {
            "type": "RECEIPT",
            "receipt_no": number,
            "batch_no": batch_no,
            "entry_no": entry["entry_no"],
            "seq": entry["seq"],
            "payload_hash": entry["payload_hash"],
            "status": "REJECTED" if verdict.faults else "ACCEPTED",
            "platform_entry_id": None if verdict.faults else entry_id,
            "duplicate": verdict.repeated,
            "errors": [fault.as_error() for fault in verdict.faults],
            "at": at,
        }

    def _outcome(self, entry: Entry, verdict: Verdict, receipt: dict[str, Any]) -> dict[str, Any]:
        outcome: dict[str, Any] = {"receipt": receipt}
        if not verdict.faults and not verdict.repeated:
            outcome["effect"] = {
                "op": entry["op"],
                "catalogue_item": entry["catalogue_item"],
                "record_type": entry["record_type"],
                "marks": marks(entry, self.rules),
            }
            if self._faults.pending and entry["op"] != "W":
                self._faults.pending -= 1
                waiting = {**receipt, "status": "PENDING", "platform_entry_id": None}
                return {"receipt": waiting, "later": outcome}
        return outcome

    def settled(self, entry_no: str) -> dict[str, Any]:
        """The line that makes a pending entry final."""
        later = self.holdings.waiting[entry_no]
        receipt = {
            **later["receipt"],
            "receipt_no": f"R{len(self.holdings.events) + 1:010d}",
            "at": moments.timestamp(),
        }
        outcome = {"receipt": receipt, "effect": later["effect"]}
        return {"kind": "settled", "app_id": later["app_id"], "outcome": outcome}
