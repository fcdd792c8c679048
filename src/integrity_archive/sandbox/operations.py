"""The seven operations of channel A (PPG/1.0 §3), on one sender's holdings."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from integrity_archive.sandbox import moments
from integrity_archive.sandbox.batch import (
    BATCH_NO,
    DIGEST,
    SPEC,
    Evaluator,
    check_batch,
    is_sender,
    matches,
    read_batch,
)
from integrity_archive.sandbox.codes import Refused
from integrity_archive.sandbox.envelope import CannotRead, is_envelope, open_envelope, parse
from integrity_archive.sandbox.form import ENTRY_NO
from integrity_archive.sandbox.gate import Asked
from integrity_archive.sandbox.holdings import Accepted, Batch, Holdings, triple_digest
from integrity_archive.sandbox.ledger import Ledger

ROUTES = [
    ("POST", re.compile("/ppg/v1/batches"), "submit"),
    ("GET", re.compile(f"/ppg/v1/batches/({BATCH_NO.pattern})"), "batch"),
    ("GET", re.compile("/ppg/v1/events"), "events"),
    ("GET", re.compile(f"/ppg/v1/entries/({ENTRY_NO.pattern})"), "entry"),
    ("GET", re.compile("/ppg/v1/entries"), "entries"),
    ("POST", re.compile("/ppg/v1/reconciliations"), "reconcile"),
    ("GET", re.compile("/ppg/v1/catalogues/current"), "catalogue"),
]
QUERY_FORMS = {
    "after": re.compile("[A-Za-z0-9_-]{1,64}"),
    "catalogue_item": re.compile("[A-Z0-9-]{3,40}"),
    "limit": re.compile("[1-9][0-9]{0,2}"),
    "uscc": re.compile("[0-9A-HJ-NPQRTUWXY]{18}"),
}
CURSOR = re.compile("c(0|[1-9][0-9]{0,17})")
START = "start"  # the cursor before the first entry of a list
DEFAULT_LIMIT, MOST = 100, 500

Reply = dict[str, Any]
Operation = Callable[[Asked, str], Reply]


@dataclass(frozen=True)
class Encryption:
    """The platform's encryption key pair."""

    kid: str
    private_key: str


class Operations:
    """Answers to admitted requests; every method returns the body of a success, or raises `Refused`."""

    def __init__(
        self, *, holdings: Holdings, ledger: Ledger, evaluator: Evaluator, encryption: Encryption, edition: Reply
    ) -> None:
        self.holdings = holdings
        self.ledger = ledger
        self.evaluator = evaluator
        self._encryption = encryption
        self.edition = edition

    def find(self, method: str, path: str) -> tuple[Operation, str]:
        """The operation and the number in its path; E1107 if there is none."""
        for known, pattern, name in ROUTES:
            if known == method and (found := pattern.fullmatch(path)):
                operation: Operation = getattr(self, name)
                return operation, found.group(1) if found.groups() else ""
        raise Refused("E1107")

    def keep(self, line: Reply) -> None:
        """Store durably first, then know it."""
        self.ledger.append(line)
        self.holdings.apply(line)

    def submit(self, asked: Asked, _: str) -> Reply:
        read_query(asked, set())
        envelope = read_object(asked.body)
        if not is_envelope(envelope):
            raise Refused("E1105")
        aad = f"{asked.app_id}|{asked.idempotency_key}".encode("ascii")
        if envelope["kid"] != self._encryption.kid:
            raise Refused("E1005")
        try:
            plaintext = open_envelope(envelope, self._encryption.private_key, aad)
        except CannotRead:
            raise Refused("E1005") from None
        batch = read_batch(plaintext, asked.idempotency_key)
        check_batch(batch, self.evaluator.units)
        if known := self.holdings.batches.get((asked.app_id, batch["batch_no"])):
            sender = batch["sender"]
            content = (sender["uscc"], sender["unit_code"], batch["catalogue_edition"], batch["digest_sm3"])
            if known.content != content:
                raise Refused("E1104")
            return {**known.ack, "duplicate": True}
        if batch["catalogue_edition"] != self.edition["edition"]:
            raise Refused("E1106")
        line = self.evaluator.line(batch, asked.app_id)
        self.keep(line)
        ack: Reply = line["ack"]
        return ack

    def batch(self, asked: Asked, batch_no: str) -> Reply:
        read_query(asked, set())
        read_no_body(asked)
        batch = self.holdings.batches.get((asked.app_id, batch_no))
        if batch is None:
            raise Refused("E1107")
        return {**batch.ack, "receipts": in_batch_order(batch)}

    def events(self, asked: Asked, _: str) -> Reply:
        query = read_query(asked, {"after", "limit"})
        read_no_body(asked)
        after = 0
        if "after" in query:
            cursor = CURSOR.fullmatch(query["after"])
            if not cursor or int(cursor[1]) > len(self.holdings.events):
                raise Refused("E1107")
            after = int(cursor[1])
        page = self.holdings.events[after : after + int(query["limit"])]
        end = after + len(page)
        more = end < len(self.holdings.events)
        return {"items": page, "next": f"c{end}", "more": more, "at": moments.timestamp()}

    def entry(self, asked: Asked, entry_no: str) -> Reply:
        read_query(asked, set())
        read_no_body(asked)
        self._require_unit(entry_no[:18])
        standing, unresolved = self.holdings.entries.get(entry_no), self.holdings.unresolved.get(entry_no)
        if standing is None and unresolved is None:
            raise Refused("E2003")
        state: Reply = {"entry_no": entry_no, "catalogue_item": None, "seq": 0, "op": None, "payload_hash": None}
        state |= {"platform_entry_id": None, "at": None}
        if standing:
            state |= {"catalogue_item": standing.catalogue_item, "platform_entry_id": standing.platform_entry_id}
            state |= standing.last._asdict()
        return {**state, "unresolved": unresolved._asdict() if unresolved else None}

    def entries(self, asked: Asked, _: str) -> Reply:
        query = read_query(asked, {"after", "catalogue_item", "limit", "uscc"}, required={"catalogue_item", "uscc"})
        read_no_body(asked)
        self._require_unit(query["uscc"])
        after = query.get("after", START)
        if after != START and after not in self.holdings.entries:
            raise Refused("E1107")
        start = "" if after == START else after
        numbers = sorted(
            number
            for number in self.holdings.numbers.get(query["uscc"], ())
            if number > start and self.holdings.entries[number].catalogue_item == query["catalogue_item"]
        )
        page = numbers[: int(query["limit"])]
        items = [{"entry_no": number, **self.holdings.entries[number].last._asdict()} for number in page]
        end = page[-1] if page else after
        return {"items": items, "next": end, "more": len(numbers) > len(page), "at": moments.timestamp()}

    def reconcile(self, asked: Asked, _: str) -> Reply:
        read_query(asked, set())
        told = read_object(asked.body)
        now = moments.timestamp()
        if not is_reconciliation(told) or told["as_of"] >= now:
            raise Refused("E1105")
        if told["spec"] != SPEC:
            raise Refused("E1103")
        sender = told["sender"]
        if (sender["uscc"], sender["unit_code"]) not in self.evaluator.units:
            raise Refused("E1006")
        ours = self.holdings.compared(sender["uscc"], told["as_of"])
        theirs = {item["catalogue_item"]: item for item in told["items"]}
        items = [compare(code, theirs.get(code), ours.get(code, [])) for code in sorted(theirs.keys() | ours.keys())]
        match = all(item["match"] for item in items)
        return {"recon_no": told["recon_no"], "as_of": told["as_of"], "match": match, "items": items, "at": now}

    def catalogue(self, asked: Asked, _: str) -> Reply:
        read_query(asked, set())
        read_no_body(asked)
        return self.edition

    def _require_unit(self, uscc: str) -> None:
        if uscc not in {registered for registered, _ in self.evaluator.units}:
            raise Refused("E1006")


def in_batch_order(batch: Batch) -> list[Reply]:
    """The latest receipt of each entry."""
    return [batch.receipts[entry_no] for entry_no in batch.entry_nos]


def compare(code: str, theirs: Reply | None, ours: list[tuple[str, Accepted]]) -> Reply:
    """The platform's figures for one item, and whether both sides know it and agree (§3.6)."""
    withdrawn = sum(state.op == "W" for _, state in ours)
    figures = {
        "active": len(ours) - withdrawn,
        "withdrawn": withdrawn,
        "digest": triple_digest([(number, state.seq, state.payload_hash) for number, state in ours]),
    }
    match = theirs is not None and bool(ours) and figures == {name: theirs[name] for name in figures}
    return {"catalogue_item": code, "match": match, **figures}


def is_reconciliation(told: Reply) -> bool:
    """Whether the request has the form of §3.6."""
    return (
        told.keys() == {"recon_no", "spec", "sender", "as_of", "items"}
        and matches(BATCH_NO, told["recon_no"])
        and isinstance(told["spec"], str)
        and is_sender(told["sender"])
        and moments.is_timestamp(told["as_of"])
        and isinstance(told["items"], list)
        and all(is_figure(item) for item in told["items"])
        and len({item["catalogue_item"] for item in told["items"]}) == len(told["items"])
    )


def is_figure(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and item.keys() == {"catalogue_item", "active", "withdrawn", "digest"}
        and matches(QUERY_FORMS["catalogue_item"], item["catalogue_item"])
        and type(item["active"]) is int
        and type(item["withdrawn"]) is int
        and matches(DIGEST, item["digest"])
    )


def read_object(body: bytes) -> Reply:
    """The JSON object of a body; E1105."""
    try:
        value = parse(body)
    except ValueError:
        raise Refused("E1105") from None
    if not isinstance(value, dict):
        raise Refused("E1105")
    return value


def read_no_body(asked: Asked) -> None:
    if asked.body:
        raise Refused("E1105")


def read_query(asked: Asked, allowed: set[str], *, required: frozenset[str] | set[str] = frozenset()) -> dict[str, str]:
    """The parameters, each at most once and in ascending order (§3); E1105."""
    pairs = [part.partition("=") for part in asked.query.split("&")] if asked.query else []
    names = [name for name, _, _ in pairs]
    if names != sorted(set(names)) or not required <= set(names) <= allowed:
        raise Refused("E1105")
    query = {"limit": str(DEFAULT_LIMIT)} | {name: value for name, _, value in pairs}
    if not all(QUERY_FORMS[name].fullmatch(value) for name, value in query.items()) or int(query["limit"]) > MOST:
        raise Refused("E1105")
    return query
