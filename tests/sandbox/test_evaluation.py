"""What becomes of one entry (PPG/1.0 §3.4): stages in their order, order of seqs, people, content."""

import pytest

from .ppg_client import (
    DECEASED,
    LISTED,
    batch_of,
    changed,
    days_ago,
    id_number,
    new_entry,
    update_of,
    withdrawal_of,
)


def codes(receipt: dict) -> list[tuple[str, str | None]]:
    return [(error["code"], error["field"]) for error in receipt["errors"]]


def test_an_entry_is_accepted_changed_and_withdrawn(province):
    entry = new_entry()
    updated = update_of(entry, objection="OPEN", reason="OBJECTION_OPENED")
    withdrawn = withdrawal_of(updated)

    receipts = [province.deliver(step) for step in (entry, updated, withdrawn)]

    assert [(receipt["status"], receipt["seq"], receipt["duplicate"]) for receipt in receipts] == [
        ("ACCEPTED", 1, False),
        ("ACCEPTED", 2, False),
        ("ACCEPTED", 3, False),
    ]
    assert len({receipt["platform_entry_id"] for receipt in receipts}) == 1
    view = province.send("GET", f"/ppg/v1/entries/{entry['entry_no']}").json
    assert (view["seq"], view["op"], view["payload_hash"]) == (3, "W", withdrawn["payload_hash"])
    assert view["unresolved"] is None
    assert [event["receipt_no"] for event in province.feed() if event["entry_no"] == entry["entry_no"]] == [
        receipt["receipt_no"] for receipt in receipts
    ]


def test_each_fault_of_order_has_its_code(province):
    entry = new_entry()
    unknown = update_of(new_entry())
    assert codes(province.deliver(unknown)) == [("E2003", "entry_no")]

    province.deliver(entry)
    updated = update_of(entry)
    assert province.deliver(entry)["duplicate"] is True
    assert codes(province.deliver(changed(entry, "statement", "另一内容"))) == [("E2002", "seq")]
    assert codes(province.deliver(changed(updated, "seq", 3))) == [("E2004", "seq")]
    assert codes(province.deliver(changed(updated, "prev_hash", "0" * 64))) == [("E2005", "prev_hash")]

    province.deliver(updated)
    province.deliver(withdrawal_of(updated))
    closed = update_of(withdrawal_of(updated), **{name: updated[name] for name in updated if name in COMPLETE})
    assert codes(province.deliver(closed)) == [("E2006", None)]
    assert province.deliver(entry)["duplicate"] is True


COMPLETE = {
    *("subject", "document", "conduct", "sanction", "severity", "display_until", "publish", "objection"),
    *("statement", "subject_notified_at"),
}


def test_a_pending_entry_is_unresolved_until_the_register_has_spoken(province):
    entry = new_entry()
    province.faults(pending=1)

    receipt = province.deliver(entry)

    assert (receipt["status"], receipt["platform_entry_id"]) == ("PENDING", None)
    view = province.send("GET", f"/ppg/v1/entries/{entry['entry_no']}").json
    assert (view["seq"], view["unresolved"]["seq"]) == (0, 1)
    assert codes(province.deliver(entry)) == [("E2007", None)]
    province.plain("POST", "/settle")
    final = [event for event in province.feed() if event["entry_no"] == entry["entry_no"]][-1]
    assert (final["status"], final["batch_no"]) == ("ACCEPTED", receipt["batch_no"])
    assert final["receipt_no"] != receipt["receipt_no"]
    assert province.effects()[entry["entry_no"], 1] == 1


def test_form_is_looked_at_before_order_and_order_before_the_person(province):
    malformed = changed(changed(update_of(new_entry()), "severity", "BAD"), "subject.id_type", "999")
    assert codes(province.deliver(malformed)) == [("E2001", "severity")]

    unknown = changed(update_of(new_entry()), "subject.id_type", "999")
    assert codes(province.deliver(unknown)) == [("E2003", "entry_no")]

    no_reason = changed(changed(new_entry(), "reason", "CORRECTION"), "subject.id_type", "999")
    assert codes(province.deliver(no_reason)) == [("E5001", "reason")]

    person = changed(changed(new_entry(), "subject.id_type", "999"), "document.no", None)
    assert codes(province.deliver(person)) == [("E3006", "subject.id_type")]


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("subject.name", " 张", "E2001"),
        ("subject.name", None, "E2001"),
        ("conduct", None, "E2001"),
        ("document.decided_on", "2026-02-30", "E2001"),
        ("sanction.kind", "lower", "E2001"),
        ("severity", None, "E2001"),
        ("display_until", None, "E2001"),
        ("publish", 0, "E2001"),
        ("seq", 2, "E2001"),
        ("subject.id_type", "999", "E3006"),
        ("subject.id_no", "149902200102030040", "E3001"),
        ("subject.birth_date", "2001-02-03", "E3001"),
        ("conduct.ended_on", "2019-02-02", "E3005"),
        ("catalogue_item", "ST-HONOUR", "E4001"),
        ("record_type", "SN-ACM-2701", "E4001"),
        ("publish", True, "E4001"),
        ("document.no", None, "E4002"),
        ("document.authority_uscc", "1114000099990002XM", "E4003"),
        ("document.final_on", days_ago(-9), "E4004"),
        ("document.final_on", None, "E4004"),
        ("document.served_on", days_ago(61), "E4005"),
        ("document.served_on", days_ago(39), "E4005"),
        ("display_until", days_ago(9), "E4006"),
        ("display_until", days_ago(-1800), "E4006"),
        ("subject_notified_at", None, "E4007"),
        ("subject_notified_at", days_ago(-9), "E4007"),
        ("statement", "电话13900000000", "E4008"),
        ("conduct.summary", "涉及病史", "E4008"),
    ],
)
def test_each_rule_of_content_has_its_code(province, path, value, fault):
    receipt = province.deliver(changed(new_entry(), path, value))

    assert receipt["status"] == "REJECTED"
    assert {code for code, _ in codes(receipt)} == {fault}


def test_a_hash_that_is_not_the_entrys_is_a_fault_of_form(province):
    assert codes(province.deliver({**new_entry(), "payload_hash": "0" * 64})) == [("E2001", "payload_hash")]


def test_all_faults_of_content_are_reported_together(province):
    entry = changed(changed(new_entry(), "document.no", None), "subject_notified_at", None)

    assert codes(province.deliver(entry)) == [("E4002", "document.no"), ("E4007", "subject_notified_at")]


def test_the_register_knows_names(province):
    listed = changed(new_entry(), "subject.id_no", id_number(LISTED))

    assert codes(province.deliver(listed)) == [("E3002", "subject.name")]
    assert province.deliver(changed(listed, "subject.name", "甄有名"))["status"] == "ACCEPTED"


def test_the_register_knows_who_died(province):
    entry = changed(changed(new_entry(), "subject.id_no", id_number(DECEASED)), "subject.name", "甄已故")

    assert codes(province.deliver(entry)) == [("E3004", "subject.id_no")]


def test_what_is_fixed_cannot_change_and_the_person_only_for_its_own_reason(province):
    entry = new_entry()
    province.deliver(entry)

    other_document = changed(update_of(entry), "document.no", "测考处〔2026〕18号")
    assert codes(province.deliver(other_document)) == [("E5002", "document.no")]
    renamed = changed(update_of(entry), "subject.name", "甄新名")
    assert codes(province.deliver(renamed)) == [("E5002", "subject.name")]
    assert province.deliver(changed(renamed, "reason", "IDENTITY_CHANGED"))["status"] == "ACCEPTED"


def test_a_rejected_seq_is_not_used_up(province):
    entry = new_entry()
    province.deliver(changed(entry, "document.no", None))

    assert province.deliver(entry)["status"] == "ACCEPTED"


def test_one_bad_entry_does_not_spoil_its_batch(province):
    batch = batch_of(new_entry(), changed(new_entry(), "document.no", None), new_entry())

    province.submit(batch)

    assert [receipt["status"] for receipt in province.receipts(batch)] == ["ACCEPTED", "REJECTED", "ACCEPTED"]
