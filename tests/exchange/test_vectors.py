"""Every published test vector of PPG/1.0; `vectors/` holds the files as they were handed out."""

import base64
import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from integrity_archive import guomi
from integrity_archive.exchange import wire
from integrity_archive.exchange.entry_form import form_faults, well_formed_text
from integrity_archive.sandbox.envelope import CannotRead, open_envelope

VECTORS = Path(__file__).parent / "vectors"


def load(name: str) -> dict[str, Any]:
    return json.loads((VECTORS / name).read_text("utf-8"))


CANONICAL, SIGNATURE, ENVELOPE = load("canonical.json"), load("signature.json"), load("envelope.json")
RECONCILIATION, FILE_DROP, FRONT_DB = load("reconciliation.json"), load("file_drop.json"), load("front_db.json")
ENTRIES = [case["entry"] for case in CANONICAL["entries"]]
ENCRYPTION = ENVELOPE["platform_encryption_key"]
SENDER = SIGNATURE["sender_key"]


def why(case: dict[str, Any]) -> str:
    return case.get("why") or case.get("name") or "-"


@pytest.fixture(params=[guomi.LibraryEngine, guomi.PythonEngine] if guomi.gmssl_pyx else [guomi.PythonEngine])
def each_engine(request, monkeypatch):
    monkeypatch.setattr(guomi, "ENGINE", request.param())


@pytest.mark.parametrize("case", CANONICAL["entries"], ids=why)
def test_an_entry_has_one_canonical_form_and_one_hash(case):
    bare = {name: value for name, value in case["entry"].items() if name != "payload_hash"}

    assert wire.canonical(bare).decode() == case["jcs"]
    assert len(wire.canonical(bare)) == case["jcs_utf8_bytes"]
    assert wire.payload_hash(case["entry"]) == case["payload_hash"] == case["entry"]["payload_hash"]


@pytest.mark.parametrize("mistake", CANONICAL["wrong_hashes_of_entry_2"])
def test_no_known_mistake_gives_the_hash(mistake):
    wrong = {**ENTRIES[1], "payload_hash": CANONICAL["wrong_hashes_of_entry_2"][mistake]}

    assert [fault.field for fault in form_faults(wrong, sender="12140000999900011U")] == ["payload_hash"]


@pytest.mark.parametrize("entry", ENTRIES, ids=[why(case) for case in CANONICAL["entries"]])
def test_a_published_entry_is_well_formed(entry):
    assert form_faults(entry, sender="12140000999900011U") == []


def test_a_batch_has_one_digest():
    chosen = [ENTRIES[number - 1] for number in CANONICAL["batch_digest"]["entries_by_number"]]

    assert wire.batch_digest(chosen) == CANONICAL["batch_digest"]["digest_sm3"]


@pytest.mark.parametrize("case", CANONICAL["strings"], ids=why)
def test_a_string_is_well_formed_or_not(case):
    assert well_formed_text(case["value"], most=case["max"], lines=case.get("newline", False)) is case["valid"]


@pytest.mark.parametrize("case", SIGNATURE["sm3"], ids=lambda case: case["text"] or "empty")
def test_sm3(case):
    assert guomi.sm3_hex(case["text"].encode()) == case["sm3"]


@pytest.mark.parametrize("case", [case for case in SIGNATURE["valid"] if "fields" in case], ids=why)
def test_the_text_to_sign(case):
    fields, body = dict(case["fields"]), case["body"].encode()

    if "status" in fields:
        text = wire.response_text(int(fields.pop("status")), body=body, **fields)
    else:
        text = wire.request_text(body=body, **fields)

    assert guomi.sm3_hex(body) == case["body_sm3"]
    assert text == case["string_to_sign"]


@pytest.mark.parametrize("case", SIGNATURE["valid"], ids=why)
def test_a_right_signature_is_accepted(case, each_engine):
    key = guomi.VerifyingKey(SIGNATURE[case["key"]]["public_key"])

    assert key.verify(case["string_to_sign"], case["signature"])


@pytest.mark.parametrize("case", SIGNATURE["must_fail"], ids=why)
def test_a_wrong_signature_is_refused(case, each_engine):
    key = guomi.VerifyingKey(SIGNATURE[case["key"]]["public_key"])

    assert not key.verify(case["string_to_sign"], case["signature"])


@pytest.mark.parametrize("case", SIGNATURE["bad_public_keys"], ids=why)
def test_what_is_no_point_of_the_curve_is_no_key(case):
    with pytest.raises(guomi.BadKey):
        guomi.VerifyingKey(case["public_key"])


def test_an_envelope_opens_to_its_plaintext(each_engine):
    valid = ENVELOPE["valid"]

    plaintext = open_envelope(valid["envelope"], ENCRYPTION["private_key_TEST_ONLY"], valid["aad"].encode())

    assert plaintext.decode() == valid["plaintext"]
    batch = wire.parse(plaintext)
    assert wire.batch_digest(batch["entries"]) == batch["digest_sm3"]
    assert wire.envelope_aad(valid["app_id"], valid["batch_no"]) == valid["aad"].encode()


@pytest.mark.parametrize("case", ENVELOPE["wrapped_key_only"], ids=lambda case: case["sm4_key"])
def test_a_wrapped_key_unwraps(case, each_engine):
    key = guomi.decrypt_key(ENCRYPTION["private_key_TEST_ONLY"], base64.b64decode(case["ek"]))

    assert key.hex() == case["sm4_key"]


@pytest.mark.parametrize("case", ENVELOPE["must_fail"], ids=why)
def test_a_damaged_envelope_stays_shut(case, each_engine):
    envelope = {**ENVELOPE["valid"]["envelope"], **case["replace_in_envelope"]}

    with pytest.raises(CannotRead):
        open_envelope(envelope, ENCRYPTION["private_key_TEST_ONLY"], case["aad"].encode())


def test_what_we_seal_the_platform_opens_and_nobody_else():
    sealed = wire.seal_envelope(
        b"secret",
        kid="px-enc-1",
        public_key=ENCRYPTION["public_key"],
        app_id="SXEDU01",
        batch_no="SXEDU01-20260730-000042",
    )

    aad = b"SXEDU01|SXEDU01-20260730-000042"
    assert open_envelope(sealed, ENCRYPTION["private_key_TEST_ONLY"], aad) == b"secret"
    with pytest.raises(CannotRead):
        open_envelope(sealed, SENDER["private_key_TEST_ONLY"], aad)


@pytest.mark.parametrize("case", RECONCILIATION["triple_digests"], ids=lambda case: f"{len(case['triples'])} lines")
def test_a_triple_digest(case):
    assert wire.triple_digest(case["triples"]) == case["digest"]


@pytest.mark.parametrize(
    ("reply", "numbers"), [("reply_match", (5, 2)), ("reply_if_platform_missed_seq_3", (3, 2))], ids=str
)
def test_an_item_is_reconciled_by_the_digest_of_its_last_states(reply, numbers):
    states = [ENTRIES[number - 1] for number in numbers]

    assert wire.batch_digest(states) == RECONCILIATION[reply]["items"][0]["digest"]
    assert RECONCILIATION["request"]["items"][0]["digest"] == RECONCILIATION["reply_match"]["items"][0]["digest"]


def test_a_file_holds_the_batch_it_names():
    rows = list(csv.reader(io.StringIO(FILE_DROP["entries_csv"], newline="")))
    told = FILE_DROP["manifest_json"]

    assert rows[0] == FILE_DROP["columns"] == [path for path, _ in leaves(FILE_DROP["entries"][0])]
    assert rows[1:] == [[text for _, text in leaves(entry)] for entry in FILE_DROP["entries"]]
    assert [wire.payload_hash(entry) for entry in FILE_DROP["entries"]] == [row[-1] for row in rows[1:]]
    assert wire.batch_digest(FILE_DROP["entries"]) == told["digest_sm3"]
    assert guomi.sm3_hex(FILE_DROP["entries_csv"].encode()) == told["csv_sm3"] == FILE_DROP["csv_sm3"]


def leaves(entry: dict[str, Any]) -> list[tuple[str, str]]:
    """Paths and CSV texts of an entry, as §6 maps them."""
    groups = ("subject", "document", "conduct", "sanction")
    found = []
    for name, value in entry.items():
        if name in groups:
            columns = [path for path in FILE_DROP["columns"] if path.startswith(f"{name}.")]
            found += [(path, csv_text((value or {}).get(path.partition(".")[2]))) for path in columns]
        else:
            found.append((name, csv_text(value)))
    return found


def csv_text(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_a_file_is_sealed_and_its_note_signed():
    lines = dict(line.split("=", 1) for line in FILE_DROP["ok_file_text"].split("\n") if line)
    batch_no = FILE_DROP["manifest_json"]["batch_no"]
    text = wire.signed_text("PPG1-FILE", "SXEDU01", lines["kid"], FILE_DROP["file_name"], lines["sm3"])

    archive = open_envelope(
        json.loads(FILE_DROP["file_text"]), ENCRYPTION["private_key_TEST_ONLY"], wire.envelope_aad("SXEDU01", batch_no)
    )

    assert archive == base64.b64decode(FILE_DROP["zip_base64"])
    assert guomi.sm3_hex(FILE_DROP["file_text"].encode()) == FILE_DROP["file_sm3"] == lines["sm3"]
    assert text == FILE_DROP["ok_string_to_sign"]
    assert guomi.VerifyingKey(SENDER["public_key"]).verify(text, lines["sign"])


def test_a_row_of_the_front_end_database_is_one_entry():
    row, entry = FRONT_DB["row"], FRONT_DB["entry"]
    text = wire.signed_text("PPG1-ROW", row["app"], row["myid"], row["pch"], row["xxbh"], str(row["xh"]), row["sjzy"])

    inside = open_envelope(
        json.loads(row["bw"]), ENCRYPTION["private_key_TEST_ONLY"], wire.envelope_aad(row["app"], row["pch"])
    )

    assert wire.parse(inside) == entry
    assert wire.payload_hash(entry) == row["sjzy"]
    assert text == FRONT_DB["string_to_sign"]
    assert guomi.VerifyingKey(SENDER["public_key"]).verify(text, row["qm"])
