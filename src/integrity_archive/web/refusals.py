"""Refusals that no form could show become pages in the same house: 403, 404, 409, 413, 422, 500 and 503."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from integrity_archive.database import lost
from integrity_archive.errors import Refusal, Unavailable
from integrity_archive.language import _
from integrity_archive.web.headers import harden
from integrity_archive.web.pages import page

TITLES = {
    400: _("请求有误"),
    401: _("请先登录"),
    403: _("无权办理"),
    404: _("未找到"),
    405: _("未找到"),
    409: _("当前不能办理"),
    413: _("文件过大"),
    422: _("内容有误"),
    429: _("请稍后再试"),
    500: _("系统出错"),
    503: _("暂时无法办理"),
}
DETAILS = {
    400: _("请返回上一页重试。"),
    404: _("没有这个地址，或者您无权查看。"),
    405: _("这个地址不能这样打开。请返回首页。"),
    413: _("上传的内容超过允许的大小。"),
    500: _("刚才的操作没有完成。请稍后再试；仍不成功的，请联系管理员。"),
}


async def refuse(request: Request, refusal: Exception) -> Response:
    """A refusal that reached nobody on the way."""
    assert isinstance(refusal, Refusal)
    language = request.scope["language"]
    detail, *more = refusal.text(language), *(fault.text(language) for fault in refusal.errors())
    return told(request, refusal.status, detail, more)


async def no_such_page(request: Request, wrong: Exception) -> Response:
    """What Starlette itself refuses: unknown paths, wrong methods, bodies that are too large."""
    assert isinstance(wrong, HTTPException)
    status = wrong.status_code if wrong.status_code in TITLES else 400
    answer = told(request, status, None, [])
    answer.headers.update(wrong.headers or {})
    return answer


async def broken(request: Request, wrong: Exception) -> Response:
    """A fault of ours, or the database is out of reach. It is answered outside all middleware, so the headers are set
    here; the server logs it."""
    request.scope.setdefault("user", None)
    request.scope.setdefault("office", "")
    request.scope.setdefault("language", "zh")
    if lost(wrong):
        answer = await refuse(request, Unavailable())
        answer.headers["retry-after"] = str(Unavailable.retry_after)
    else:
        answer = told(request, 500, None, [])
    harden(answer.headers, request.scope)
    return answer


def told(request: Request, status: int, detail: str | None, more: list[str]) -> Response:
    return page(
        request,
        "errors/show.html",
        status,
        here="/",
        title=TITLES.get(status, TITLES[400]),
        detail=detail,
        otherwise=DETAILS.get(status, DETAILS[400]),
        more=more,
    )


handlers = {Refusal: refuse, HTTPException: no_such_page, Exception: broken}
