"""Who is asking, in which language: read from cookies once per request, as plain ASGI."""

import secrets
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integrity_archive import clock
from integrity_archive.accounts.queries import actor_of_session, organisations
from integrity_archive.actors import Actor, Role
from integrity_archive.language import Language
from integrity_archive.people.queries import as_subject
from integrity_archive.settings import settings

LANGUAGES: tuple[Language, ...] = ("zh", "en")
NO_VISITOR = ("/static/", "/api/", "/livez", "/readyz")
A_YEAR = 365 * 24 * 3600


class Visitor:
    """Puts `user`, `office` (what his organisation is called), `language`, `session_token` and `form_secret` into the
    scope of page requests."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("user", None)
        scope.setdefault("office", "")
        scope.setdefault("language", "zh")
        if scope["type"] != "http" or scope["path"].startswith(NO_VISITOR):
            await self.app(scope, receive, send)
            return
        cookies = HTTPConnection(scope).cookies
        token = cookies.get(cookie("session"), "")
        chosen = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
        known = cookies.get(cookie("form"), "")
        scope["session_token"] = token
        scope["language"] = language(chosen, cookies.get(cookie("language"), ""))
        scope["form_secret"] = known or secrets.token_urlsafe(32)
        scope["user"] = await signed_in(token)  # the last, because the database may be out of reach
        scope["office"] = await office(scope["user"])

        async def send_with_cookies(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if not known:
                    headers.append("set-cookie", baked("form", scope["form_secret"]))
                if chosen in LANGUAGES:
                    headers.append("set-cookie", baked("language", chosen, lasting=A_YEAR))
            await send(message)

        await self.app(scope, receive, send_with_cookies)


async def signed_in(token: str) -> Actor | None:
    """The actor of a session token; a person's account comes with the person it belongs to."""
    actor = await actor_of_session(token, now=clock.now()) if token else None
    return await as_subject(actor) if actor and Role.SUBJECT in actor.roles else actor


async def office(actor: Actor | None) -> str:
    if actor is None or actor.organisation is None:
        return ""
    return (await organisations({actor.organisation}))[actor.organisation].name


def language(*wishes: str) -> Language:
    """The first wish that is a language of ours, else Chinese."""
    return next((known for wish in wishes for known in LANGUAGES if wish == known), "zh")


def secure() -> bool:
    return settings().public_url.startswith("https:")


def cookie(name: str) -> str:
    """A cookie's full name. `__Host-` binds it to this host and to https, so it is used where there is https."""
    return f"{'__Host-' if secure() else ''}ia_{name}"


def baked(name: str, value: str, *, lasting: int | None = None) -> str:
    """The Set-Cookie value; without `lasting` the cookie ends with the browser."""
    jar = SimpleCookie()
    jar[cookie(name)] = value
    crumb = jar[cookie(name)]
    crumb["path"], crumb["httponly"], crumb["samesite"], crumb["secure"] = "/", True, "Lax", secure()
    if lasting is not None:
        crumb["max-age"] = lasting
    return str(crumb.OutputString())
