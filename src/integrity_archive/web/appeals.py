"""The page of an appeal: its outcome is recorded here."""

from functools import partial
from typing import Any
from uuid import UUID

from starlette.requests import Request

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.intake import read
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies import words as remedy_words
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.web.access import get, post
from integrity_archive.web.acts import done, showing
from integrity_archive.web.entry_heading import heading
from integrity_archive.web.filings import handed
from integrity_archive.web.pages import offered
from integrity_archive.web.redacted_papers import originals, redact
from integrity_archive.web.typed import Typed

OFFICE, OWN, TEMPLATE = "/appeals/{appeal_id:uuid}", "/own/appeals/{appeal_id:uuid}", "appeals/show.html"


async def conclude(request: Request, id: UUID, form: Typed) -> None:
    given = read(actions.Concluding, form)
    files = await handed(request, (DocumentKind.APPEAL_OUTCOME,))
    await actions.conclude_appeal(id, given, files, by=request.user, now=clock.now())


async def shown(request: Request, *, own: bool) -> dict[str, Any]:
    view = await queries.appeal(request.path_params["appeal_id"], by=request.user)
    conclusions = [(value, name, None) for value, name in offered(request, remedy_words.CONCLUSIONS)]
    copied = [] if own else originals(view.documents)
    known = {"view": view, "own": own, "originals": copied, "conclusions": conclusions}
    return known | await heading(request, view.entry)


for_office, for_person = partial(shown, own=False), partial(shown, own=True)
concluded = done(conclude, TEMPLATE, for_office, route="appeals:show", parameter="appeal_id")
redacted = done(redact, TEMPLATE, for_office, route="appeals:show", parameter="appeal_id")
routes = [
    get(OFFICE, showing(TEMPLATE, for_office), Permission.REMEDY_SEE, name="appeals:show"),
    post(f"{OFFICE}/conclude", concluded, Permission.REMEDY_DECIDE, name="appeals:conclude", files=1),
    post(f"{OFFICE}/redacted", redacted, Permission.REMEDY_FILE, name="appeals:redact", files=1),
    get(OWN, showing(TEMPLATE, for_person), Permission.OWN_FILE, name="own:appeal"),
]
