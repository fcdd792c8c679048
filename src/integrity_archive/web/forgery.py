"""Two independent walls against forged requests (OWASP ASVS 5.0, 3.5): where the request comes from, and a token that
only our own pages can show."""

import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from integrity_archive.errors import Forbidden
from integrity_archive.sealing import vault
from integrity_archive.settings import settings

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITE = frozenset({"same-origin", "none"})
FIELD = "_token"


class ForgedForm(Forbidden):
    """This form has expired or did not come from this site. Open the page again and send it once more."""

    zh = "表单已失效，或者不是由本站页面提交的。请重新打开页面后再提交。"


class SameOrigin:
    """The first wall: a changing request sent by another site's page is refused before anything reads it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE and from_elsewhere(Headers(scope=scope)):
            refusal = PlainTextResponse("403 cross-site request / 跨站请求", 403)
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def from_elsewhere(headers: Headers) -> bool:
    """Do the headers that a browser sets, and a page cannot, name another site? Machines send neither."""
    if headers.get("sec-fetch-site", "none") not in OWN_SITE:
        return True
    origin = headers.get("origin")
    if origin is None:
        return False
    return urlsplit(origin).netloc not in {headers.get("host", ""), urlsplit(settings().public_url).netloc}


def form_token(request: Request) -> str:
    """The second wall: bound to the visitor's own cookie and, once signed in, to the session."""
    return vault().term("form", f"{request.scope['form_secret']}\n{request.scope['session_token']}").hex()


async def require_token(request: Request) -> None:
    """Raises `ForgedForm` unless the form carries the token."""
    shown = (await request.form()).get(FIELD)
    if not (isinstance(shown, str) and hmac.compare_digest(shown.encode(), form_token(request).encode())):
        raise ForgedForm()
