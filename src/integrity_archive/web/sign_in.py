"""Signing in and out."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from integrity_archive import clock
from integrity_archive.accounts import actions
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.web import tabs
from integrity_archive.web.access import Open, get, post
from integrity_archive.web.pages import again, page
from integrity_archive.web.typed import Typed, typed
from integrity_archive.web.visitor import baked, cookie, signed_in


async def form(request: Request) -> Response:
    if request.user:
        return RedirectResponse(request.app.url_path_for(tabs.home(request.user)), 303)
    return page(request, "sign_in/form.html", form=Typed([("next", own_path(request.query_params.get("next", "")))]))


async def sign_in(request: Request) -> Response:
    given = await typed(request)
    back = own_path(given["next"])
    try:
        wanted = read(actions.SignIn, Typed([pair for pair in given.pairs if pair[0] != "next"]))
        token, _ = await actions.sign_in(wanted, now=clock.now())
    except Refusal as refusal:
        return again(request, "sign_in/form.html", refusal, given, here=request.url.path)
    visitor = await signed_in(token)
    home = request.app.url_path_for(tabs.home(visitor)) if visitor else "/"
    answer = RedirectResponse(back or home, 303)
    answer.headers.append("set-cookie", baked("session", token))
    return answer


async def sign_out(request: Request) -> Response:
    await actions.sign_out(request.scope["session_token"], by=request.user, now=clock.now())
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(cookie("session"), path="/", secure=cookie("session").startswith("__Host-"), httponly=True)
    return answer


def own_path(wish: str) -> str:
    """A path of this site to go back to, or nothing: never an address of another host."""
    plain = wish.startswith("/") and not wish.startswith(("//", "/\\")) and wish.isprintable()
    return wish if plain else ""


routes = [
    get("/sign-in", form, Open.PUBLIC, name="sign_in:form"),
    post("/sign-in", sign_in, Open.PUBLIC, name="sign_in:in"),
    post("/sign-out", sign_out, Open.SIGNED_IN, name="sign_in:out"),
]
