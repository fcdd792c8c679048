"""Channel A of PPG/1.0: signed requests over HTTPS, and answers that count only if the platform signed them."""

import re
import secrets
import string
from datetime import datetime
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

import aiohttp
from multidict import CIMultiDictProxy

from integrity_archive import clock, guomi
from integrity_archive.exchange import wire
from integrity_archive.exchange.connectors.outcome import Answered, Outcome, Refused, Unknown
from integrity_archive.exchange.registration import Registration

ALPHABET = string.ascii_letters + string.digits
AT_ONCE = frozenset({"E1002", "E1003"})  # clock or nonce: a new attempt may pass
TRIES_AT_ONCE = 3
ANSWER_BYTES = 32 * 1024 * 1024
CODE = re.compile(r"E[0-9]{4}")


class Service:
    """One platform over HTTP. Open it with `async with`; a timed-out connection is closed before anything else."""

    def __init__(self, registration: Registration) -> None:
        self.registration = registration
        self.key = registration.sender_signing.read()
        self.platform_keys = {key.kid: guomi.VerifyingKey(key.public_key) for key in registration.platform_signing}
        self.base = registration.base_url.rstrip("/")
        self.waits = registration.waits

    async def __aenter__(self) -> Self:
        self.session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=self.waits.timeout),
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.session.close()

    async def submit(self, batch_no: str, envelope: bytes) -> Outcome:
        """Hand in a batch; `Answered` means that every entry will get a receipt."""
        return await self.ask("POST", "/ppg/v1/batches", body=envelope, batch_no=batch_no)

    async def batch(self, batch_no: str) -> Outcome:
        """What the platform has of a batch."""
        return await self.ask("GET", f"/ppg/v1/batches/{batch_no}")

    async def events(self, after: str | None, limit: int = 500) -> Outcome:
        """The next page of receipts and notices."""
        given = {"after": after, "limit": limit} if after else {"limit": limit}
        return await self.ask("GET", "/ppg/v1/events", query=urlencode(given))

    async def entry(self, entry_no: str) -> Outcome:
        """The platform's view of one entry."""
        return await self.ask("GET", f"/ppg/v1/entries/{entry_no}")

    async def catalogue(self) -> Outcome:
        """The catalogue edition in force there."""
        return await self.ask("GET", "/ppg/v1/catalogues/current")

    async def ask(self, method: str, path: str, *, query: str = "", body: bytes = b"", batch_no: str = "") -> Outcome:
        """One request, and at most three more at once where only the clock or the nonce was wrong (§3.3)."""
        outcome = await self.attempt(method, path, query, body, batch_no)
        for _ in range(TRIES_AT_ONCE):
            if not (isinstance(outcome, Refused) and outcome.code in AT_ONCE):
                break
            outcome = await self.attempt(method, path, query, body, batch_no)
        return outcome

    async def attempt(self, method: str, path: str, query: str, body: bytes, batch_no: str) -> Outcome:
        at = clock.now()
        nonce = "".join(secrets.choice(ALPHABET) for _ in range(32))
        headers = self.headers(method, path, query, body, batch_no, at, nonce)
        try:
            async with self.session.request(
                method,
                self.base + path + (f"?{query}" if query else ""),
                headers=headers,
                data=body or None,
                allow_redirects=False,
            ) as response:
                answer = await bounded(response)
                return self.judge(response.status, response.headers, answer, nonce, at, 202 if batch_no else 200)
        except (aiohttp.ClientError, TimeoutError, OSError) as lost:
            return Unknown(type(lost).__name__, at)

    def headers(
        self, method: str, path: str, query: str, body: bytes, batch_no: str, at: datetime, nonce: str
    ) -> dict[str, str]:
        """The signed headers of §3.1."""
        app_id, key_id = self.registration.app_id, self.registration.sender_signing.kid
        timestamp = str(int(at.timestamp() * 1000))
        text = wire.request_text(
            method,
            path,
            query,
            app_id=app_id,
            key_id=key_id,
            timestamp=timestamp,
            nonce=nonce,
            idempotency_key=batch_no,
            body=body,
        )
        headers = {
            "Accept-Encoding": "identity",
            "X-App-Id": app_id,
            "X-Key-Id": key_id,
            "X-Timestamp": timestamp,
            "X-Nonce": nonce,
            "X-Sign": self.key.sign(text),
        }
        if body:
            headers["Content-Type"] = "application/json"
        return headers | ({"X-Idempotency-Key": batch_no} if batch_no else {})

    def judge(
        self,
        status: int,
        headers: CIMultiDictProxy[str],
        body: bytes,
        nonce: str,
        at: datetime,
        success: int,
    ) -> Outcome:
        """Whatever is not signed by the platform for this very request is Unknown (§3.2)."""
        wait = retry_after(headers)
        if "Content-Encoding" in headers or not self.signed(status, headers, body, nonce):
            return Unknown(f"no valid signature on status {status}", at, wait)
        try:
            value = wire.parse(body)
        except wire.Malformed:
            return Unknown(f"unreadable body on status {status}", at, wait)
        if not isinstance(value, dict):
            return Unknown(f"unreadable body on status {status}", at, wait)
        if status == success:
            return Answered(value, at)
        code = value.get("code")
        if 200 <= status < 300 or not isinstance(code, str) or not CODE.fullmatch(code):
            return Unknown(f"no code on status {status}", at, wait)
        if code.startswith("E9"):
            return Unknown(code, at, wait)
        return Refused(code, at)

    def signed(self, status: int, headers: CIMultiDictProxy[str], body: bytes, nonce: str) -> bool:
        given = {}
        for name in ("X-Key-Id", "X-Timestamp", "X-Nonce", "X-Sign"):
            values = headers.getall(name, [])
            if len(values) != 1:
                return False
            given[name] = values[0]
        key = self.platform_keys.get(given["X-Key-Id"])
        if key is None or given["X-Nonce"] != nonce:
            return False
        text = wire.response_text(
            status,
            app_id=self.registration.app_id,
            key_id=given["X-Key-Id"],
            timestamp=given["X-Timestamp"],
            nonce=nonce,
            body=body,
        )
        return key.verify(text, given["X-Sign"])


async def bounded(response: aiohttp.ClientResponse) -> bytes:
    """The body; one that is larger than any answer of the contract is cut, so that its signature fails."""
    pieces, size = [], 0
    async for piece in response.content.iter_any():
        pieces.append(piece)
        if (size := size + len(piece)) > ANSWER_BYTES:
            break
    return b"".join(pieces)


def retry_after(headers: CIMultiDictProxy[str]) -> float:
    """The seconds of `Retry-After`, obeyed even on an unsigned answer; anything else counts as none."""
    text = headers.get("Retry-After", "")
    return float(text) if re.fullmatch("[0-9]{1,6}", text) else 0
