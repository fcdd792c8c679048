"""A client that knows only the contract and the registration file, and starts the simulated province as a process."""

import base64
import copy
import http.client
import itertools
import json
import secrets
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from integrity_archive import guomi

USCC, UNIT_CODE = "12140000999900011U", "14E0101"
SENDER = {"uscc": USCC, "unit_code": UNIT_CODE}
EDITION = "SX-SAMPLE-2026-1"
LISTED, DECEASED = "14990120000115003", "14990119990630011"
COUNTER = itertools.count(1)


def id_number(first17: str) -> str:
    weights = [2 ** (17 - place) % 11 for place in range(17)]
    total = sum(int(digit) * weight for digit, weight in zip(first17, weights, strict=True))
    return first17 + "10X98765432"[total % 11]


def days_ago(days: int) -> str:
    return (date.today() - timedelta(days)).isoformat()


def jcs(value) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hashed(entry: dict) -> dict:
    bare = {name: value for name, value in entry.items() if name != "payload_hash"}
    return {**bare, "payload_hash": guomi.sm3_hex(jcs(bare))}


def changed(entry: dict, path: str, value) -> dict:
    """A copy with another value at a path of §4, hashed anew."""
    copied = copy.deepcopy(entry)
    group, _, name = path.rpartition(".")
    (copied[group] if group else copied)[name] = value
    return hashed(copied)


def new_entry() -> dict:
    entry = {
        "entry_no": f"{USCC}-2026-{next(COUNTER):010d}",
        "seq": 1,
        "op": "A",
        "reason": None,
        "catalogue_item": "ST-EXM-CHEAT",
        "record_type": "SN-EXF-0605",
        "subject": {
            "name": "甄不存",
            "id_type": "111",
            "id_no": id_number("14990220010203004"),
            "birth_date": None,
            "verified": "POPULATION_DB",
        },
        "document": {
            "no": "测考处〔2026〕17号",
            "title": "考试违规处理决定书",
            "authority": "某考试管理中心",
            "authority_uscc": "1114000099990002XN",
            "decided_on": days_ago(60),
            "served_on": days_ago(58),
            "final_on": days_ago(40),
        },
        "conduct": {"summary": "由他人冒名代替参加考试。", "ended_on": days_ago(70)},
        "sanction": {
            "kind": "SUSPEND_EXAM",
            "text": "暂停参加该项考试一年",
            "from": days_ago(60),
            "to": days_ago(-300),
            "lifted_on": None,
        },
        "severity": "SERIOUS",
        "display_until": days_ago(-300),
        "publish": False,
        "objection": "NONE",
        "statement": None,
        "subject_notified_at": days_ago(30),
        "prev_hash": None,
    }
    return hashed(entry)


def update_of(entry: dict, reason: str = "STATEMENT_ADDED", **members) -> dict:
    following = {"seq": entry["seq"] + 1, "op": "U", "reason": reason, "prev_hash": entry["payload_hash"]}
    return hashed({**entry, **following, **members})


def withdrawal_of(entry: dict, reason: str = "REPAIRED") -> dict:
    kept = ("entry_no", "catalogue_item", "record_type")
    empty = {name: None for name in entry if name not in kept}
    following = {"seq": entry["seq"] + 1, "op": "W", "reason": reason, "prev_hash": entry["payload_hash"]}
    return hashed({**empty, **{name: entry[name] for name in kept}, **following})


def triple_digest(entries: list[dict]) -> str:
    lines = sorted(f"{entry['entry_no']},{entry['seq']},{entry['payload_hash']}\n" for entry in entries)
    return guomi.sm3_hex("".join(lines).encode())


def batch_of(*entries: dict, **members) -> dict:
    return {
        "batch_no": f"SXEDU01-20260901-{next(COUNTER):06d}",
        "spec": "PPG/1.0",
        "catalogue_edition": EDITION,
        "sender": SENDER,
        "sent_at": time.strftime("%Y-%m-%dT%H:%M:%S+08:00", time.gmtime(time.time() + 8 * 3600)),
        "entry_count": len(entries),
        "digest_sm3": triple_digest(list(entries)),
        "entries": list(entries),
    } | members


class Answer:
    def __init__(self, status: int, headers: http.client.HTTPMessage, body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body
        self.json = json.loads(body)

    @property
    def code(self):
        return self.json.get("code")


class Province:
    """The running process, and its one sender."""

    def __init__(self, home: Path, *options: str) -> None:
        self.home, self.registration = home, home.parent / "registration.json"
        self.options, self.port = options, 0
        self.start()

    def start(self) -> None:
        self.registration.unlink(missing_ok=True)
        command = [sys.executable, "-m", "integrity_archive.sandbox", "platform", "--home", str(self.home)]
        command += ["--registration", str(self.registration), "--port", str(self.port), *self.options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE)
        while not self.registration.exists():
            assert self.process.poll() is None, "the platform ended before it listened"
            time.sleep(0.02)
        self.told = json.loads(self.registration.read_text())
        self.port = urlsplit(self.told["base_url"]).port
        self.key = guomi.SigningKey(self.told["sender_signing"]["private_key_hex"])

    def kill(self) -> None:
        """End it as a power failure would; it has printed nothing."""
        self.process.kill()
        printed, _ = self.process.communicate()
        assert printed == b""

    def plain(self, method: str, path: str, content: dict | None = None) -> bytes:
        """A request outside the contract."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path, json.dumps(content) if content is not None else None)
            return connection.getresponse().read()

    def faults(self, **faults) -> dict:
        return json.loads(self.plain("POST", "/faults", faults))

    def send(
        self,
        method: str,
        path: str,
        *,
        query="",
        body=b"",
        batch_no=None,
        headers=None,
        skew=0,
        nonce=None,
        forge=False,
    ) -> Answer:
        """One signed request; checks the signature of the answer as §3.2 asks."""
        told = {
            "X-App-Id": self.told["app_id"],
            "X-Key-Id": self.told["sender_signing"]["kid"],
            "X-Timestamp": str(time.time_ns() // 1_000_000 + skew),
            "X-Nonce": nonce or secrets.token_hex(12),
        }
        if batch_no:
            told["X-Idempotency-Key"] = batch_no
        told |= headers or {}
        fields = [told["X-App-Id"], told["X-Key-Id"], told["X-Timestamp"], told["X-Nonce"], batch_no or ""]
        text = "\n".join(["PPG1-REQ", method, path, query, *fields, guomi.sm3_hex(body)])
        told["X-Sign"] = self.key.sign(text + ("!" if forge else ""))
        if method == "POST":
            told["Content-Type"] = "application/json"
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path + ("?" + query if query else ""), body or None, told)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        self.check(answer, told["X-App-Id"], told["X-Nonce"])
        return answer

    def check(self, answer: Answer, app_id: str, nonce: str) -> None:
        (registered,) = self.told["platform_signing"]
        kid, timestamp, echoed = (answer.headers[name] for name in ("X-Key-Id", "X-Timestamp", "X-Nonce"))
        fields = [str(answer.status), app_id, kid, timestamp, nonce, guomi.sm3_hex(answer.body)]
        assert (kid, echoed) == (registered["kid"], nonce)
        signed = "\n".join(["PPG1-RES", *fields])
        assert guomi.VerifyingKey(registered["public_key"]).verify(signed, answer.headers["X-Sign"])

    def envelope(self, plaintext: bytes, batch_no: str, **members) -> bytes:
        key, iv = secrets.token_bytes(16), secrets.token_bytes(12)
        aad = f"{self.told['app_id']}|{batch_no}".encode()
        ct, tag = guomi.sm4_gcm_seal(key, iv, plaintext, aad)
        encryption = self.told["platform_encryption"]
        ek = guomi.encrypt_key(encryption["public_key"], key)
        parts = {
            name: base64.b64encode(part).decode()
            for name, part in zip(("ek", "iv", "ct", "tag"), (ek, iv, ct, tag), strict=True)
        }
        return json.dumps({"v": 1, "kid": encryption["kid"], **parts, **members}).encode()

    def submit(self, batch: dict, **options) -> Answer:
        body = self.envelope(json.dumps(batch, ensure_ascii=False).encode(), batch["batch_no"])
        return self.send("POST", "/ppg/v1/batches", body=body, batch_no=batch["batch_no"], **options)

    def receipts(self, batch: dict) -> list[dict]:
        return self.send("GET", f"/ppg/v1/batches/{batch['batch_no']}").json["receipts"]

    def deliver(self, entry: dict) -> dict:
        """The receipt of one entry, sent in a batch of its own."""
        batch = batch_of(entry)
        assert self.submit(batch).status == 202
        (receipt,) = self.receipts(batch)
        return receipt

    def feed(self) -> list[dict]:
        events, page = [], {"more": True, "next": None}
        while page["more"]:
            query = f"after={page['next']}&limit=500" if page["next"] else "limit=500"
            page = self.send("GET", "/ppg/v1/events", query=query).json
            events += page["items"]
        return events

    def a_moment_that_has_passed(self) -> str:
        """The time of the last event, once the platform's clock shows a later one (§3.6: seconds)."""
        events = self.feed()
        while self.send("GET", "/ppg/v1/events").json["at"] <= events[-1]["at"]:
            time.sleep(0.1)
        return events[-1]["at"]

    def effects(self) -> Counter:
        """How often each (entry_no, seq) had an effect, read from the platform's own ledger."""
        lines = [json.loads(line) for line in (self.home / "ledger.jsonl").read_text("utf-8").splitlines()]
        outcomes = [outcome for line in lines for outcome in line.get("outcomes", [line.get("outcome")]) if outcome]
        return Counter(
            (found["receipt"]["entry_no"], found["receipt"]["seq"]) for found in outcomes if "effect" in found
        )


def population(folder: Path) -> Path:
    file = folder / "population.json"
    listed = {id_number(LISTED): "甄有名", id_number(DECEASED): {"name": "甄已故", "deceased": True}}
    file.write_text(json.dumps(listed), "utf-8")
    return file
