"""The public page on which anybody can check a report, a letter or a case file by its code."""

from starlette.requests import Request
from starlette.responses import Response

from integrity_archive import clock
from integrity_archive.errors import FieldError, Invalid
from integrity_archive.letters import queries as letters
from integrity_archive.reports import case_file, queries
from integrity_archive.web.access import Open, get
from integrity_archive.web.pages import again, page, see
from integrity_archive.web.typed import Typed


async def form(request: Request) -> Response:
    code = "".join(request.query_params.get("code", "").split()).replace("-", "").upper()
    return see(request, "verify:show", code=code[:40]) if code else page(request, "verify/form.html")


async def show(request: Request) -> Response:
    code = request.path_params["code"]
    found = await queries.verify(code, now=clock.now())
    if found is None and (letter := await letters.verify(code)):
        return page(request, "verify/letter.html", code=code, found=letter)
    if found is None and (file := await case_file.verify(code, now=clock.now())):
        return page(request, "verify/case_file.html", code=code, found=file)
    if found is None:
        unknown = FieldError(
            "code",
            "unknown-code",
            "没有这个核验码对应的报告或者文书。请核对后重新输入；确认无误的，它不是由本系统出具。",
            "No report or letter has this code. Check it; if it is right, it was not issued by this system.",
        )
        return again(request, "verify/form.html", Invalid([unknown]), Typed([("code", code)]), here=request.url.path)
    return page(request, "verify/show.html", code=code, found=found)


routes = [
    get("/verify", form, Open.PUBLIC, name="verify:form"),
    get("/verify/{code}", show, Open.PUBLIC, name="verify:show"),
]
