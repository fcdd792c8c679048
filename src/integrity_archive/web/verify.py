"""The public page on which anybody can check a report by its code."""

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.errors import FieldError, Invalid
from integrity_archive.reports import queries
from integrity_archive.web.access import Open, get
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.typed import Typed


async def form(request: Request) -> Response:
    code = "".join(request.query_params.get("code", "").split()).replace("-", "").upper()
    return see(request, "verify:show", code=code[:40]) if code else page(request, "verify/form.html")


async def show(request: Request) -> Response:
    code = request.path_params["code"]
    found = await queries.verify(code, now=clock.now())
    if found is None:
        unknown = FieldError(
            "code",
            "unknown-code",
            "没有这个核验码对应的报告。请核对后重新输入；确认无误的，该报告不是由本系统出具。",
            "No report has this code. Check it; if it is right, the report was not issued by this system.",
        )
        return again(request, "verify/form.html", Invalid([unknown]), Typed([("code", code)]), here=request.url.path)
    return page(request, "verify/show.html", code=code, found=found)


routes = [
    get("/verify", form, Open.PUBLIC, name="verify:form"),
    get("/verify/{code}", show, Open.PUBLIC, name="verify:show"),
]
