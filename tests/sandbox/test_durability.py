"""An effect happens once, whatever is lost on the way or dies meanwhile."""

import http.client
import json

import pytest

from .ppg_client import batch_of, new_entry, triple_digest, update_of, withdrawal_of

LOST = (http.client.RemoteDisconnected, ConnectionError)


def test_a_batch_sent_twice_has_one_effect(province):
    entry = new_entry()
    batch = batch_of(entry)

    first, second = province.submit(batch), province.submit({**batch, "sent_at": "2026-01-01T00:00:00+08:00"})

    assert (first.status, first.json["duplicate"]) == (202, False)
    assert (second.status, second.json["duplicate"]) == (202, True)
    assert {**first.json, "duplicate": True} == second.json
    assert province.effects()[entry["entry_no"], 1] == 1
    assert len([event for event in province.feed() if event["entry_no"] == entry["entry_no"]]) == 1


def test_an_answer_lost_after_the_commit_does_not_double_the_effect(province):
    entry = new_entry()
    batch = batch_of(entry)
    province.faults(drop_after_commit=1)

    with pytest.raises(LOST):
        province.submit(batch)

    assert province.receipts(batch)[0]["status"] == "ACCEPTED"
    assert province.submit(batch).json["duplicate"] is True
    assert province.effects()[entry["entry_no"], 1] == 1


def test_what_was_acknowledged_survives_a_kill(own_province):
    entry = new_entry()
    batch = batch_of(entry)
    acknowledged = own_province.submit(batch)
    before = own_province.feed()

    own_province.kill()
    own_province.start()

    assert own_province.feed() == before
    assert own_province.submit(batch).json == {**acknowledged.json, "duplicate": True}
    assert own_province.deliver(update_of(entry))["status"] == "ACCEPTED"
    assert own_province.effects() == {(entry["entry_no"], 1): 1, (entry["entry_no"], 2): 1}


def test_a_line_torn_by_a_kill_is_as_if_it_had_not_been(own_province):
    kept, torn = batch_of(new_entry()), batch_of(new_entry())
    own_province.submit(kept)
    own_province.submit(torn)
    own_province.kill()
    ledger = own_province.home / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-40])

    own_province.start()

    assert own_province.receipts(kept)[0]["status"] == "ACCEPTED"
    assert own_province.send("GET", f"/ppg/v1/batches/{torn['batch_no']}").code == "E1107"
    assert own_province.submit(torn).json["duplicate"] is False
    assert [json.loads(line)["kind"] for line in ledger.read_text("utf-8").splitlines()] == ["batch", "batch"]


def test_a_pending_entry_is_still_pending_after_a_kill(own_province):
    entry = new_entry()
    own_province.faults(pending=1)
    own_province.deliver(entry)

    own_province.kill()
    own_province.start()
    own_province.plain("POST", "/settle")

    assert [event["status"] for event in own_province.feed()] == ["PENDING", "ACCEPTED"]


def test_the_ledger_names_nobody(own_province):
    entry = new_entry()
    own_province.deliver(entry)

    written = (own_province.home / "ledger.jsonl").read_text("utf-8")

    assert entry["entry_no"] in written
    assert entry["subject"]["name"] not in written
    assert entry["subject"]["id_no"] not in written


def test_a_busy_province_says_when_to_come_again(province):
    province.faults(busy=1, retry_after=3)

    busy = province.send("GET", "/ppg/v1/events")

    assert (busy.status, busy.code, busy.json["retryable"], busy.headers["Retry-After"]) == (503, "E9001", True, "3")
    assert province.send("GET", "/ppg/v1/events").status == 200


def reconcile(province, items, as_of):
    request = {"recon_no": "SXEDU01-20260901-900001", "spec": "PPG/1.0", "as_of": as_of, "items": items}
    request["sender"] = {"uscc": "12140000999900011U", "unit_code": "14E0101"}
    return province.send("POST", "/ppg/v1/reconciliations", body=json.dumps(request).encode())


def test_both_sides_agree_on_what_stands(own_province):
    kept, ended = new_entry(), new_entry()
    withdrawn = withdrawal_of(ended)
    for entry in (kept, ended, withdrawn):
        own_province.deliver(entry)
    at = own_province.a_moment_that_has_passed()
    figures = {"catalogue_item": "ST-EXM-CHEAT", "active": 1, "withdrawn": 1}

    agreed = reconcile(own_province, [{**figures, "digest": triple_digest([kept, withdrawn])}], at).json
    differs = reconcile(own_province, [{**figures, "digest": triple_digest([kept, ended])}], at).json
    unknown = {"catalogue_item": "ST-HONOUR", "active": 1, "withdrawn": 0, "digest": "0" * 64}
    one_sided = reconcile(own_province, [unknown], at).json

    assert agreed["match"] is True
    assert (differs["match"], differs["items"][0]["digest"]) == (False, triple_digest([kept, withdrawn]))
    assert [(item["catalogue_item"], item["match"], item["active"]) for item in one_sided["items"]] == [
        ("ST-EXM-CHEAT", False, 1),
        ("ST-HONOUR", False, 0),
    ]


def test_a_comparison_needs_a_moment_in_the_past(province):
    assert reconcile(province, [], "2099-01-01T00:00:00+08:00").code == "E1105"


def test_the_list_for_reconciliation_is_paged_in_order(own_province):
    entries = sorted((new_entry() for _ in range(5)), key=lambda entry: entry["entry_no"])
    own_province.submit(batch_of(*reversed(entries)))
    found, after, more = [], "", True

    while more:
        query = f"{after}catalogue_item=ST-EXM-CHEAT&limit=2&uscc=12140000999900011U"
        page = own_province.send("GET", "/ppg/v1/entries", query=query).json
        found += page["items"]
        after, more = f"after={page['next']}&", page["more"]

    assert [(item["entry_no"], item["seq"]) for item in found] == [(entry["entry_no"], 1) for entry in entries]


def test_a_notice_comes_with_the_feed(province):
    entry = new_entry()
    province.deliver(entry)

    notice = json.loads(
        province.plain("POST", "/notices", {"entry_no": entry["entry_no"], "status": "REPAIRED_AT_PLATFORM"})
    )

    assert province.feed()[-1] == notice
    assert notice["type"] == "NOTICE"


def test_the_catalogue_in_force_is_served(province):
    edition = province.send("GET", "/ppg/v1/catalogues/current").json

    assert (edition["edition"], edition["sample"]) == ("SX-SAMPLE-2026-1", True)
    assert {item["code"] for item in edition["items"]} >= {"ST-EXM-CHEAT", "PR-MERIT", "ST-VOL-MERIT"}


def test_the_page_shows_states_and_nobodys_name(province):
    entry = new_entry()
    province.deliver(entry)

    shown = province.plain("GET", "/").decode()

    assert entry["entry_no"] in shown
    assert entry["subject"]["name"] not in shown
    assert entry["subject"]["id_no"] not in shown
