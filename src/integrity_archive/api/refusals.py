"""Refusals as problem documents (RFC 9457), in the language of `Accept-Language`; what was sent is never repeated."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from integrity_archive.database import lost
from integrity_archive.errors import Conflict, NotFound, Refusal, TooLarge, Unavailable
from integrity_archive.language import Language

MEDIA_TYPE = "application/problem+json"


class NotSignedIn(Refusal):
    """Send a valid key in the Authorization header: Bearer ia_…"""

    status = 401
    zh = "请在Authorization请求头中提供有效的密钥（Bearer ia_…）。"


class UnreadableBody(Refusal):
    """The body is neither a JSON object in UTF-8 nor a well-formed form."""

    zh = "请求体既不是UTF-8编码的JSON对象，也不是完好的表单。"


class WrongMediaType(Refusal):
    """The body must be {expected}."""

    status = 415
    zh = "请求体的类型须为{expected}。"


class MethodNotAllowed(Refusal):
    """This address takes {allowed} only."""

    status = 405
    zh = "该地址只接受{allowed}。"


class IdempotencyKeyMissing(Refusal):
    """This request needs an Idempotency-Key header of 1 to 255 visible characters."""

    zh = "该请求须带Idempotency-Key请求头，长度1至255个可见字符。"


class InFlight(Conflict):
    """A request with this Idempotency-Key is being handled."""

    zh = "使用该幂等键的请求正在处理。"


class IfMatchMissing(Refusal):
    """This request needs an If-Match header with the ETag that was looked at."""

    status = 428
    zh = "该请求须带If-Match请求头，其值为所查看内容的ETag。"


class Internal(Refusal):
    """Something went wrong on our side. Nothing was changed."""

    status = 500
    zh = "系统出错，未作任何更改。"


BY_STATUS: dict[int, type[Refusal]] = {404: NotFound, 413: TooLarge}


def language(request: Request) -> Language:
    """English if it is asked for first, else Chinese."""
    wish = request.headers.get("accept-language", "").strip().lower()
    return "en" if wish.startswith("en") else "zh"


def problem(request: Request, refusal: Refusal) -> Response:
    """No cache keeps it; 401 says how to sign in, 405 what is allowed, 503 when to come back (RFC 9110 §15)."""
    headers = {"Cache-Control": "no-store"}
    if isinstance(refusal, NotSignedIn):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(refusal, MethodNotAllowed):
        headers["Allow"] = str(refusal.facts["allowed"])
    if isinstance(refusal, Unavailable):
        headers["Retry-After"] = str(refusal.retry_after)
    return JSONResponse(refusal.problem(language(request)), refusal.status, media_type=MEDIA_TYPE, headers=headers)


async def refuse(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return problem(request, refusal)


async def refuse_http(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, HTTPException)
    if wrong.status_code == 405:
        return problem(request, MethodNotAllowed(allowed=(wrong.headers or {}).get("Allow", "")))
    return problem(request, BY_STATUS.get(wrong.status_code, UnreadableBody)())


async def refuse_rest(request: Request, wrong: Exception) -> Response:
    return problem(request, Unavailable() if lost(wrong) else Internal())


handlers: dict[Any, Any] = {Refusal: refuse, HTTPException: refuse_http, Exception: refuse_rest}
