"""What the platform holds, made from the lines of its ledger alone: the same when live and after a restart."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from integrity_archive import guomi

Receipt = dict[str, Any]


class Accepted(NamedTuple):
    """One accepted seq of an entry."""

    seq: int
    op: str
    payload_hash: str
    at: str


@dataclass(slots=True)
class Standing:
    """An entry that was accepted at least once. Marks are keyed hashes of what must not change (§4, F and S)."""

    platform_entry_id: str
    catalogue_item: str
    record_type: str
    marks: dict[str, str]
    accepted: list[Accepted] = field(default_factory=list)

    @property
    def last(self) -> Accepted:
        return self.accepted[-1]

    def as_of(self, moment: str) -> Accepted | None:
        """The state of §3.6 at that moment."""
        return next((state for state in reversed(self.accepted) if state.at <= moment), None)


@dataclass(slots=True)
class Batch:
    """A batch that was received."""

    app_id: str
    content: tuple[str, str, str, str]  # sender's uscc and unit_code, edition, digest: what a repetition must equal
    ack: dict[str, Any]
    entry_nos: list[str]
    receipts: dict[str, Receipt] = field(default_factory=dict)  # the latest of each entry


class Unresolved(NamedTuple):
    """An entry that waits for its final receipt."""

    batch_no: str
    seq: int
    payload_hash: str


class Holdings:
    """Batches, entries and the feed."""

    def __init__(self) -> None:
        self.batches: dict[tuple[str, str], Batch] = {}
        self.entries: dict[str, Standing] = {}
        self.unresolved: dict[str, Unresolved] = {}
        self.waiting: dict[str, dict[str, Any]] = {}  # what a pending entry will become, by entry_no
        self.events: list[dict[str, Any]] = []
        self.numbers: dict[str, list[str]] = {}  # entry numbers by the USCC they begin with

    def apply(self, line: dict[str, Any]) -> None:
        """Take in one line of the ledger."""
        match line["kind"]:
            case "batch":
                ack, sender = line["ack"], line["sender"]
                batch = Batch(
                    line["app_id"],
                    (sender["uscc"], sender["unit_code"], line["edition"], ack["digest_sm3"]),
                    ack,
                    [outcome["receipt"]["entry_no"] for outcome in line["outcomes"]],
                )
                self.batches[line["app_id"], ack["batch_no"]] = batch
                for outcome in line["outcomes"]:
                    self._take(outcome, batch)
            case "settled":
                receipt = line["outcome"]["receipt"]
                del self.waiting[receipt["entry_no"]], self.unresolved[receipt["entry_no"]]
                self._take(line["outcome"], self.batches[line["app_id"], receipt["batch_no"]])
            case "notice":
                self.events.append(line["notice"])

    def _take(self, outcome: dict[str, Any], batch: Batch) -> None:
        receipt, entry_no = outcome["receipt"], outcome["receipt"]["entry_no"]
        batch.receipts[entry_no] = receipt
        self.events.append(receipt)
        if receipt["status"] == "PENDING":
            self.unresolved[entry_no] = Unresolved(receipt["batch_no"], receipt["seq"], receipt["payload_hash"])
            self.waiting[entry_no] = {"app_id": batch.app_id, **outcome["later"]}
        elif receipt["status"] == "ACCEPTED" and not receipt["duplicate"]:
            self._accept(receipt, outcome["effect"])

    def _accept(self, receipt: Receipt, effect: dict[str, Any]) -> None:
        entry_no = receipt["entry_no"]
        standing = self.entries.get(entry_no)
        if standing is None:
            standing = Standing(receipt["platform_entry_id"], effect["catalogue_item"], effect["record_type"], {})
            self.entries[entry_no] = standing
            self.numbers.setdefault(entry_no[:18], []).append(entry_no)
        standing.marks.update(effect["marks"])
        standing.accepted.append(Accepted(receipt["seq"], effect["op"], receipt["payload_hash"], receipt["at"]))

    def compared(self, uscc: str, moment: str) -> dict[str, list[tuple[str, Accepted]]]:
        """Per catalogue item, the state of every entry of that unit at that moment (§3.6)."""
        found: dict[str, list[tuple[str, Accepted]]] = {}
        for entry_no in self.numbers.get(uscc, ()):
            standing = self.entries[entry_no]
            if state := standing.as_of(moment):
                found.setdefault(standing.catalogue_item, []).append((entry_no, state))
        return found


def triple_digest(triples: list[tuple[str, int, str]]) -> str:
    """TD of §2.1."""
    lines = sorted(f"{entry_no},{seq},{payload_hash}\n".encode() for entry_no, seq, payload_hash in triples)
    return guomi.sm3_hex(b"".join(lines))
