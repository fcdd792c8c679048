"""What a request must be, checked in the order of PPG/1.0 §3.2; the first failure answers."""

import http.client
import itertools
import json
from contextlib import closing

import pytest

from .ppg_client import SENDER, Answer, batch_of, new_entry

USED_NONCE = "usedusedusedused1"
REQUEST_FAULTS = {
    "E1107": {"path": "/ppg/v1/nothing"},
    "E1101": {"body": b" " * 4_194_305},
    "E1105 header": {"headers": {"X-Idempotency-Key": "bad"}},
    "E1004": {"headers": {"X-Key-Id": "nobody"}},
    "E1002": {"skew": -301_000},
    "E1001": {"forge": True},
    "E1003": {"nonce": USED_NONCE},
    "E1105 body": {"body": b"{}"},
}


@pytest.mark.parametrize("first", range(len(REQUEST_FAULTS)), ids=list(REQUEST_FAULTS))
def test_the_first_fault_of_a_request_answers(province, first):
    province.send("GET", "/ppg/v1/events", nonce=USED_NONCE)
    batch = batch_of(new_entry())
    request = {"path": "/ppg/v1/batches", "body": b"", "batch_no": batch["batch_no"], "headers": {}}
    for fault in list(REQUEST_FAULTS.values())[first:][::-1]:
        headers = request["headers"] | fault.get("headers", {})
        request |= fault | {"headers": headers}

    answer = province.send("POST", **request)

    assert answer.code == list(REQUEST_FAULTS)[first][:5]
    assert set(answer.json) == {"code", "message", "retryable", "at"}


def test_a_nonce_is_stored_only_by_a_request_that_was_signed(province):
    nonce = "forgedforgedforged1"

    assert province.send("GET", "/ppg/v1/events", nonce=nonce, forge=True).code == "E1001"
    assert province.send("GET", "/ppg/v1/events", nonce=nonce).status == 200
    assert province.send("GET", "/ppg/v1/events", nonce=nonce).code == "E1003"


def test_a_nonce_stays_known_after_a_restart(own_province):
    nonce = "oncebeforerestart1"
    own_province.send("GET", "/ppg/v1/events", nonce=nonce)

    own_province.kill()
    own_province.start()

    assert own_province.send("GET", "/ppg/v1/events", nonce=nonce).code == "E1003"


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=501", "limit=5&after=c0", "limit=5&limit=5", "other=1", "after=%63"]
)
def test_a_query_has_known_parameters_in_order(province, query):
    assert province.send("GET", "/ppg/v1/events", query=query).code == "E1105"


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("DELETE", "/ppg/v1/batches", "E1107"),
        ("GET", "/ppg/v1/batches/SXEDU01-20260901-999999", "E1107"),
        ("GET", "/ppg/v1/entries/12140000999900011U-2026-9999999999", "E2003"),
        ("GET", "/ppg/v1/entries/1114000099990002XN-2026-0000000001", "E1006"),
        ("GET", "/ppg/v1/entries", "E1105"),
    ],
)
def test_what_is_not_there_is_refused(province, method, path, code):
    assert province.send(method, path).code == code


def test_an_unknown_cursor_is_refused(province):
    assert province.send("GET", "/ppg/v1/events", query="after=c999999999").code == "E1107"


def test_an_unsigned_request_gets_a_signed_answer_without_a_nonce(province):
    with closing(http.client.HTTPConnection("127.0.0.1", province.port, timeout=20)) as connection:
        connection.request("GET", "/ppg/v1/events")
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())

    assert answer.code == "E1105"
    province.check(answer, app_id="", nonce="")


BATCH_FAULTS = {
    "E1105 form": {"more": 1},
    "E1103": {"spec": "PPG/9.9"},
    "E1006": {"sender": {**SENDER, "unit_code": "ZZ99"}},
    "E1101": {"entries": [new_entry() for _ in range(501)]},
    "E1102": {"digest_sm3": "0" * 64},
    "E1104": {},  # the number is known, with another digest
    "E1106": {"catalogue_edition": "SX-OTHER"},
}


@pytest.mark.parametrize("first", range(len(BATCH_FAULTS)), ids=list(BATCH_FAULTS))
def test_the_first_fault_of_a_batch_answers(province, first):
    known = batch_of(new_entry())
    assert province.submit(known).status == 202
    codes = list(BATCH_FAULTS)
    batch = batch_of(new_entry())
    for code in itertools.islice(codes, first, None):
        batch |= BATCH_FAULTS[code] | ({"batch_no": known["batch_no"]} if code == "E1104" else {})

    assert province.submit(batch).code == codes[first][:5]


def test_an_envelope_for_another_key_or_another_number_is_not_opened(province):
    batch = batch_of(new_entry())
    plaintext = json.dumps(batch).encode()
    other_key = province.envelope(plaintext, batch["batch_no"], kid="enc-9")
    other_number = province.envelope(plaintext, "SXEDU01-20260901-999998")

    for body in (other_key, other_number):
        assert province.send("POST", "/ppg/v1/batches", body=body, batch_no=batch["batch_no"]).code == "E1005"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda batch: batch["entries"].append(batch["entries"][0]),
        lambda batch: batch["entries"].clear(),
        lambda batch: batch["entries"].append("text"),
        lambda batch: batch["entries"][0].update(seq=0),
        lambda batch: batch["entries"][0].update(payload_hash="A" * 64),
        lambda batch: batch.update(sent_at="2026-02-30T00:00:00+08:00"),
        lambda batch: batch.update(entry_count=True),
    ],
    ids=["twice", "empty", "no object", "seq", "hash", "moment", "boolean"],
)
def test_a_malformed_batch_is_refused_as_a_whole(province, spoil):
    batch = batch_of(new_entry())
    spoil(batch)

    assert province.submit(batch).code == "E1105"
    assert province.send("GET", f"/ppg/v1/batches/{batch['batch_no']}").code == "E1107"


def test_a_member_that_stands_twice_is_refused(province):
    batch = batch_of(new_entry())
    text = json.dumps(batch).replace('"spec"', '"spec": "PPG/1.0", "spec"', 1)

    body = province.envelope(text.encode(), batch["batch_no"])

    assert province.send("POST", "/ppg/v1/batches", body=body, batch_no=batch["batch_no"]).code == "E1105"
