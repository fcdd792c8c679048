"""The sender's check before sending and the platform's evaluation were written apart and must say the same."""

import json
from datetime import date
from importlib.resources import files

import pytest

from integrity_archive.exchange.entry_content import Item, faults
from integrity_archive.sandbox.evaluation import Rules, judge, marks
from integrity_archive.sandbox.holdings import Accepted, Holdings, Standing
from integrity_archive.sandbox.register import Register

from .ppg_client import USCC, changed, days_ago, hashed, id_number, new_entry, update_of, withdrawal_of

EDITION = json.loads((files("integrity_archive.sandbox") / "SX-SAMPLE-2026-1.json").read_text("utf-8"))
BY_CODE = {item["code"]: item for item in EDITION["items"]}
ITEMS = {
    code: Item(tuple(item["record_types"]), item["display_mode"], item["max_display_months"])
    for code, item in BY_CODE.items()
}
MERIT = {
    "catalogue_item": "ST-VOL-MERIT",
    "record_type": "SP-VOL-02",
    "severity": None,
    "display_until": None,
    "sanction": None,
}


def merit(**members) -> dict:
    entry = new_entry()
    document = {**entry["document"], "served_on": days_ago(60), "final_on": days_ago(60)}
    return hashed({**entry, **MERIT, "document": document, **members})


def platform_says(entry: dict) -> set[tuple[str, str | None]]:
    holdings = Holdings()
    rules = Rules(BY_CODE, Register({}), b"key")
    if entry["seq"] != 1:  # let the order of seqs be right
        standing = Standing("SX1", entry["catalogue_item"], entry["record_type"], marks(entry, rules))
        standing.accepted.append(Accepted(entry["seq"] - 1, "A", entry["prev_hash"] or "", "2026-01-01T00:00:00+08:00"))
        holdings.entries[entry["entry_no"]] = standing
    verdict = judge(
        entry, sender=USCC, permitted={*BY_CODE, "ST-NONE"}, holdings=holdings, rules=rules, today=date.today()
    )
    return set(verdict.faults)


def sender_says(entry: dict) -> set[tuple[str, str | None]]:
    return set(faults(entry, sender=USCC, items=ITEMS, today=date.today()))


def agree(entry: dict) -> None:
    """The platform stops after the first stage that fails; the sender tells a person everything at once."""
    ours, theirs = sender_says(entry), platform_says(entry)
    assert theirs <= ours
    assert bool(theirs) == bool(ours)


NEGATIVE = [
    ("entry_no", f"{'9' * 18}-2026-0000000001"),
    ("subject.name", "甄 "),
    ("subject.name", "甄\u0007"),
    ("subject.name", "豈"),
    ("subject.name", "名" * 101),
    ("subject.name", "𠮷" * 100),
    ("subject.verified", "GUESSED"),
    ("subject.id_type", "999"),
    ("subject.id_type", "414"),
    ("subject.id_no", "149902200102030040"),
    ("subject.id_no", id_number("14990220010230004")),
    ("subject.birth_date", "2001-02-03"),
    ("subject", None),
    ("document.no", None),
    ("document.no", ""),
    ("document.authority_uscc", "1114000099990002XM"),
    ("document.authority_uscc", "1114"),
    ("document.decided_on", days_ago(-1)),
    ("document.decided_on", days_ago(59)),
    ("document.served_on", days_ago(39)),
    ("document.served_on", "2026-13-01"),
    ("document.final_on", days_ago(0)),
    ("document.final_on", days_ago(-1)),
    ("document.final_on", None),
    ("conduct.summary", "甲\n乙"),
    ("conduct.summary", "甲\r\n乙"),
    ("conduct.summary", "证件110101200001010015后"),
    ("conduct.ended_on", None),
    ("conduct.ended_on", days_ago(-1)),
    ("conduct.ended_on", "2019-02-02"),
    ("conduct.ended_on", "2019-02-03"),
    ("sanction", None),
    ("sanction.kind", None),
    ("sanction.text", None),
    ("sanction.text", "甲\n乙"),
    ("sanction.text", "银行卡6222020200112233445"),
    ("severity", None),
    ("severity", "FATAL"),
    ("display_until", None),
    ("display_until", days_ago(0)),
    ("display_until", days_ago(1)),
    ("display_until", days_ago(-1700)),
    ("display_until", days_ago(-1900)),
    ("publish", True),
    ("publish", None),
    ("publish", 1),
    ("objection", "MAYBE"),
    ("statement", ""),
    ("statement", "本人血型"),
    ("statement", "电话 13912345678"),
    ("statement", "编号 1391234567"),
    ("subject_notified_at", None),
    ("subject_notified_at", days_ago(-1)),
    ("reason", "CORRECTION"),
    ("op", "U"),
    ("seq", 1_000_000),
    ("seq", True),
    ("prev_hash", "0" * 64),
    ("catalogue_item", "ST-NONE"),
    ("catalogue_item", "st"),
    ("record_type", "SN-ACM-2701"),
    ("record_type", "SX-ACM-2701"),
]


@pytest.mark.parametrize(("path", "value"), NEGATIVE, ids=[f"{path}={str(value)[:12]}" for path, value in NEGATIVE])
def test_both_find_the_same_faults(path, value):
    entry = changed(new_entry(), path, value)

    if type(entry["seq"]) is int and entry["seq"] < 1_000_000:  # else the whole batch is malformed there
        agree(entry)
    else:
        assert {fault.field for fault in sender_says(entry)} == {"seq"}


@pytest.mark.parametrize(
    "entry",
    [
        new_entry(),
        merit(),
        merit(severity="MINOR"),
        merit(display_until=days_ago(-9000)),
        merit(document={**new_entry()["document"]}),
        changed(changed(merit(), "subject.id_type", "414"), "subject.id_no", "ESPAB1234567"),
        {**new_entry(), "payload_hash": "0" * 64},
        hashed({**new_entry(), "more": 1}),
        hashed({name: value for name, value in new_entry().items() if name != "publish"}),
        withdrawal_of(new_entry()),
        withdrawal_of(new_entry(), reason="CORRECTION"),
        changed(withdrawal_of(new_entry()), "publish", False),
        update_of(new_entry(), reason="REPAIRED"),
        update_of(new_entry(), reason=None),
    ],
)
def test_both_agree_on_merits_updates_and_withdrawals(entry):
    agree(entry)


def test_a_sound_entry_has_no_fault():
    assert sender_says(new_entry()) == sender_says(merit()) == sender_says(withdrawal_of(new_entry())) == set()


def test_a_document_without_a_date_of_birth_needs_one_beside_it():
    entry = changed(changed(new_entry(), "subject.id_type", "516"), "subject.id_no", "H12345678")

    assert sender_says(entry) == platform_says(entry) == {("E3001", "subject.birth_date")}
    assert sender_says(changed(entry, "subject.birth_date", "1999-02-28")) == set()
