"""What every request passes and every answer bears (PPG/1.0 §3.1, §3.2): headers, key, time, signature, nonce."""

import json
import os
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import guomi
from integrity_archive.sandbox import moments
from integrity_archive.sandbox.batch import BATCH_NO
from integrity_archive.sandbox.codes import CODES, Refused

MOST_BYTES = 4_194_304
WINDOW = 300_000  # milliseconds, either way
NONCE_LIFE = 600_000
FORMS = {
    "x-app-id": re.compile("[A-Z0-9]{4,16}"),
    "x-key-id": re.compile("[A-Za-z0-9._-]{1,32}"),
    "x-timestamp": re.compile("[0-9]{13}"),
    "x-nonce": re.compile("[A-Za-z0-9]{16,32}"),
    "x-idempotency-key": BATCH_NO,
    "x-sign": re.compile(".+"),
}


@dataclass(frozen=True)
class Asked:
    """A request that passed the gate."""

    app_id: str
    idempotency_key: str
    query: str
    body: bytes


class Nonces:
    """Nonces seen within ten minutes; on disk, so that a restart does not let one in again."""

    def __init__(self, file: Path, now: int) -> None:
        self._seen: dict[str, int] = {}
        if file.exists():
            lines = [line.split() for line in file.read_text("ascii").splitlines()]
            self._seen = {line[1]: int(line[0]) for line in lines if len(line) == 2 and int(line[0]) > now - NONCE_LIFE}
        file.write_text("".join(f"{at} {nonce}\n" for nonce, at in self._seen.items()), "ascii")
        self._descriptor = os.open(file, os.O_WRONLY | os.O_APPEND)

    def is_new(self, nonce: str, now: int) -> bool:
        """Store it, unless it is known."""
        while self._seen and (oldest := next(iter(self._seen.items())))[1] <= now - NONCE_LIFE:
            del self._seen[oldest[0]]
        if nonce in self._seen:
            return False
        self._seen[nonce] = now
        os.write(self._descriptor, f"{now} {nonce}\n".encode("ascii"))
        return True


class Gate:
    """The check of a request and the signature of an answer, for one sender."""

    def __init__(self, *, app_id: str, senders: dict[str, str], kid: str, private_key: str, nonces: Nonces) -> None:
        self._app_id = app_id
        self._senders = {kid: guomi.VerifyingKey(public) for kid, public in senders.items()}
        self._kid = kid
        self._key = guomi.SigningKey(private_key)
        self._nonces = nonces

    async def admit(self, request: Request, path: str, *, batch: bool) -> Asked:
        """The request, once everything of step 1 up to the nonce holds; else `Refused` with the first failure."""
        body = await read_body(request.stream())
        headers = self._headers(request, batch=batch)
        key = self._senders.get(headers["x-key-id"])
        if headers["x-app-id"] != self._app_id or key is None:
            raise Refused("E1004")
        now = moments.milliseconds()
        if abs(int(headers["x-timestamp"]) - now) > WINDOW:
            raise Refused("E1002")
        query = request.scope["query_string"].decode("latin-1")
        signed = (headers[f"x-{name}"] for name in ("app-id", "key-id", "timestamp", "nonce", "idempotency-key"))
        text = "\n".join(("PPG1-REQ", request.method, path, query, *signed, guomi.sm3_hex(body)))
        if not key.verify(text, headers["x-sign"]):
            raise Refused("E1001")
        if not self._nonces.is_new(headers["x-nonce"], now):
            raise Refused("E1003")
        return Asked(headers["x-app-id"], headers["x-idempotency-key"], query, body)

    def _headers(self, request: Request, *, batch: bool) -> dict[str, str]:
        found = {name: well_formed(request, name) for name in FORMS}
        absent = not request.headers.getlist("x-idempotency-key")
        content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        faulty = (
            any(value is None for name, value in found.items() if batch or name != "x-idempotency-key")
            or not (batch or absent)
            or "content-encoding" in request.headers
            or (request.method == "POST" and content_type != "application/json")
        )
        if faulty:
            raise Refused("E1105")
        return {name: value or "" for name, value in found.items()}

    def answer(
        self, request: Request, status: int, content: dict[str, Any], retry_after: int | None = None
    ) -> Response:
        """The signed response."""
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        app_id, nonce = well_formed(request, "x-app-id") or "", well_formed(request, "x-nonce") or ""
        timestamp = str(moments.milliseconds())
        text = "\n".join(("PPG1-RES", str(status), app_id, self._kid, timestamp, nonce, guomi.sm3_hex(body)))
        headers = {"X-Key-Id": self._kid, "X-Timestamp": timestamp, "X-Nonce": nonce, "X-Sign": self._key.sign(text)}
        if retry_after is not None:
            headers["Retry-After"] = str(retry_after)
        return Response(body, status, headers, media_type="application/json")

    def refusal(self, request: Request, refused: Refused) -> Response:
        """The signed error of §3.2."""
        code = CODES[refused.code]
        at = moments.timestamp()
        content = {"code": refused.code, "message": code.message, "retryable": code.retryable, "at": at}
        return self.answer(request, code.status, content, refused.retry_after)


def well_formed(request: Request, name: str) -> str | None:
    """The value of a header that is there exactly once and has its form."""
    values = request.headers.getlist(name)
    return values[0] if len(values) == 1 and FORMS[name].fullmatch(values[0]) else None


async def read_body(stream: AsyncIterator[bytes]) -> bytes:
    """The body; one that is too long is read to its end, so that the sender hears the answer, but not kept."""
    parts, length = [], 0
    async for part in stream:
        length += len(part)
        if length <= MOST_BYTES:
            parts.append(part)
    if length > MOST_BYTES:
        raise Refused("E1101")
    return b"".join(parts)
