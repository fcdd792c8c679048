"""Bodies of requests and answers, the same for pages and interface: what is too large, and files to be saved."""

from collections.abc import Mapping
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from integrity_archive.errors import TooLarge


async def limited(app: ASGIApp, limit: int, scope: Scope, receive: Receive, send: Send) -> None:
    """Refuse a body that is too large: by its stated length with a refusal in words, else while it comes."""
    stated = Headers(scope=scope).get("content-length", "0")
    if stated.isdecimal() and int(stated) > limit:
        raise TooLarge()
    await RequestBodyLimitMiddleware(app, limit)(scope, receive, send)


def to_save(name: str) -> Mapping[str, str]:
    """The headers of a file that is saved, never shown inside the site, and kept by no cache. The name goes as RFC 8187
    says, so that Chinese names survive."""
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "Cache-Control": "no-store",
    }
