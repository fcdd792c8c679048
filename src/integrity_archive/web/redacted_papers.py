"""The copy of a body's paper that hides third persons, on the page of the objection or appeal the paper belongs to."""

from uuid import UUID

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.intake import read
from integrity_archive.remedies import actions
from integrity_archive.remedies.documents import OF_THE_BODY, Listed
from integrity_archive.remedies.redaction import Original
from integrity_archive.web.typed import Typed, required_file


async def redact(request: Request, id: UUID, form: Typed) -> None:
    of, copy = read(Original, form).document, await required_file(request, "redact.file")
    await actions.redact_paper(id, of, *copy, by=request.user, now=clock.now())


def originals(papers: list[Listed]) -> list[tuple[str, str]]:
    """Of which a copy may be made."""
    return [(str(one.id), one.file_name) for one in papers if one.kind in OF_THE_BODY and one.redacts is None]
