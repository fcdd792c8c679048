"""What PPG/1.0 puts on the wire: canonical JSON and digests (§2.1), signed texts (§3.1, §3.2), the envelope (§2.3).

Pure apart from the random values of a fresh envelope. Nothing here knows a channel, a table or an address.
"""

import base64
import json
import secrets
from collections.abc import Iterable
from typing import Any

import rfc8785

from integrity_archive import guomi

SPEC = "PPG/1.0"
BATCH_ENTRIES = 500


class Malformed(ValueError):
    """Bytes that are not what §2 calls JSON; the message never quotes them."""


def canonical(value: object) -> bytes:
    """JCS, RFC 8785."""
    return rfc8785.dumps(value)  # type: ignore[arg-type]


def parse(body: bytes) -> Any:
    """The value of a JSON body: UTF-8 without BOM, no member twice (§2); raises `Malformed`."""
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=_members, parse_constant=_no_constant)
    except (ValueError, RecursionError) as wrong:
        raise Malformed("not JSON as §2 has it") from wrong


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def payload_hash(entry: dict[str, Any]) -> str:
    """SM3 of the canonical entry without its own hash; null members are kept (§2.1)."""
    return guomi.sm3_hex(canonical({name: value for name, value in entry.items() if name != "payload_hash"}))


def triple_digest(triples: Iterable[tuple[str, int, str]]) -> str:
    """TD: SM3 of the lines `entry_no,seq,payload_hash` LF, sorted by byte value (§2.1)."""
    return guomi.sm3_hex("".join(sorted(f"{number},{seq},{digest}\n" for number, seq, digest in triples)).encode())


def batch_digest(entries: Iterable[dict[str, Any]]) -> str:
    """TD over the hashes as the entries state them (§3.3)."""
    return triple_digest((entry["entry_no"], entry["seq"], entry["payload_hash"]) for entry in entries)


def signed_text(purpose: str, *fields: str) -> str:
    """Fields joined by LF, none at the end (§2.2); `purpose` keeps one kind of text from passing as another."""
    return "\n".join((purpose, *fields))


def request_text(
    method: str,
    path: str,
    query: str,
    *,
    app_id: str,
    key_id: str,
    timestamp: str,
    nonce: str,
    idempotency_key: str = "",
    body: bytes = b"",
) -> str:
    """The text a request signs (§3.1); `path` from `/ppg/` on, `query` as on the request line."""
    digest = guomi.sm3_hex(body)
    return signed_text("PPG1-REQ", method, path, query, app_id, key_id, timestamp, nonce, idempotency_key, digest)


def response_text(status: int, *, app_id: str, key_id: str, timestamp: str, nonce: str, body: bytes) -> str:
    """The text a response signs (§3.2); a request header that was absent or malformed counts as empty."""
    return signed_text("PPG1-RES", f"{status:03d}", app_id, key_id, timestamp, nonce, guomi.sm3_hex(body))


def seal_envelope(plaintext: bytes, *, kid: str, public_key: str, app_id: str, batch_no: str) -> dict[str, Any]:
    """The envelope for the owner of `public_key`, under a fresh SM4 key (§2.3)."""
    sm4_key, iv = secrets.token_bytes(16), secrets.token_bytes(12)
    ciphertext, tag = guomi.sm4_gcm_seal(sm4_key, iv, plaintext, envelope_aad(app_id, batch_no))
    return {
        "v": 1,
        "kid": kid,
        "ek": _base64(guomi.encrypt_key(public_key, sm4_key)),
        "iv": _base64(iv),
        "ct": _base64(ciphertext),
        "tag": _base64(tag),
    }


def envelope_aad(app_id: str, batch_no: str) -> bytes:
    """What the tag also covers: the same ciphertext cannot be passed off as another batch (§2.3)."""
    return f"{app_id}|{batch_no}".encode("ascii")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
