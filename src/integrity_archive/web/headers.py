"""What every reply says to the browser (OWASP ASVS 5.0, 3.4 and 14.3)."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integrity_archive.web.visitor import secure

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
A_YEAR = "max-age=31536000; includeSubDomains"


class SafeHeaders:
    """Adds the headers to each reply; a reply that has set one itself keeps it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                harden(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_safely)


def harden(headers: MutableHeaders, scope: Scope) -> None:
    """Set what is missing. What is shown to somebody signed in is kept in no cache."""
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if secure():
        headers.setdefault("strict-transport-security", A_YEAR)
    if not scope["path"].startswith("/static/"):
        headers.setdefault("cache-control", "no-store" if scope.get("user") else "no-cache")
