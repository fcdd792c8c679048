"""Everything about an entry for the person it is about: one signed paper that carries every document (PIPL 45).

What he may see is what the page shows him: documents that name others come as their redacted copies. The file is made
when it is asked for; its hash and code are kept, so that anybody who is shown it can check it.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath
from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.catalogue import edition
from integrity_archive.database import rows, tx
from integrity_archive.entries import findings, former, queries
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import held
from integrity_archive.entries.queries import EntryView
from integrity_archive.entries.visibility import over
from integrity_archive.errors import NotFound
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.paper import fonts
from integrity_archive.paper.attachments import Attachment, attach
from integrity_archive.paper.layout import render
from integrity_archive.people import queries as people
from integrity_archive.people.masking import Level, mask_name
from integrity_archive.people.papers import OnPaper, Scope
from integrity_archive.people.representations import names_of, received
from integrity_archive.recipients import queries as recipients
from integrity_archive.recipients.actions import told
from integrity_archive.recipients.kinds import How, RecipientKind
from integrity_archive.remedies import queries as remedies
from integrity_archive.reports import certificate
from integrity_archive.reports.actions import signatory
from integrity_archive.reports.case_file_content import Contents, Enclosed, document, evidence_name, paper_name
from integrity_archive.reports.codes import LENGTH, new_code, normal_code
from integrity_archive.reports.models import CaseFile
from integrity_archive.settings import settings

NEXT = "select nextval('reports_case_file_number') as number"
SIGNED_BECAUSE = "条目案卷副本"
TOLD = (State.NOTIFIED, State.EFFECTIVE)


@dataclass(frozen=True)
class Verification:
    """What anybody is told who types a case file's code: nothing of what it says, the name masked as for the
    public. `current` is false once the entry has changed or is shown no more."""

    number: str
    organisation: str
    name: str
    made_at: datetime
    sha256: str
    current: bool


async def make(entry_id: UUID, paper: OnPaper, *, by: Actor, now: datetime) -> tuple[str, bytes]:
    """The case file: for the person on his own page; at the office for him, or for a representative who may see it.

    Raises `NotFound` before the person was told of the entry, and `NoLongerShown` after it is over.
    """
    own = by.person is not None
    require(by, Permission.OWN_FILE if own else Permission.REMEDY_FILE, person=by.person)
    view = await queries.view(entry_id, by=by, now=now)
    if view.entry.state not in TOLD:
        raise NotFound()
    _, brought = await received(paper, Scope.SEE, view.entry.person_id, by=by, now=now)
    [row] = await rows(NEXT)
    code, number = new_code(), f"AJ-{clock.today(now).year}-{row['number']:08d}"
    power = UUID(brought["representation"]) if "representation" in brought else None
    contents = replace(
        await contents_of(view, number=number, code=code, by=by, now=now),
        given_to=(await names_of([power]))[power] if power else "",
    )
    files = await files_of(entry_id, contents, by=by, now=now)
    pdf = await asyncio.to_thread(printed, contents, files, now)
    await keep(entry_id, contents, sha256(pdf).digest(), brought, by=by, now=now)
    return f"案卷-{view.entry.number}.pdf", pdf


async def contents_of(view: EntryView, *, number: str, code: str, by: Actor, now: datetime) -> Contents:
    """All that is said, opened for whoever may read it."""
    today, entry_id = clock.today(now), view.entry.id
    law = edition.load(view.entry.edition)
    return Contents(
        number=number,
        code=code,
        made_at=now,
        address=str(settings().public_url).rstrip("/"),
        organisation=(await Organisation.get(id=view.entry.organisation_id)).name,
        person=(await people.names([view.entry.person_id]))[view.entry.person_id],
        given_to="",
        law=law,
        kind=law.record_type(view.entry.record_type),
        view=view,
        findings=await findings.of_entry(entry_id, by=by, on=today),
        versions=await former.versions(entry_id, by=by, on=today),
        remedies=await remedies.of_entry(entry_id, by=by),
        recipients=await recipients.graph(entry_id),
        enclosed=[],
    )


async def files_of(entry_id: UUID, contents: Contents, *, by: Actor, now: datetime) -> list[Attachment]:
    """Every document the person may have, in the order in which the paper lists them."""
    on, found = clock.today(now), []
    for one in contents.for_the_person():
        name, media_type, data = await queries.evidence(one.id, entry_id=entry_id, by=by, on=on)
        found.append(Attachment(name, media_type, data, evidence_name(one, contents.law)))
    for listed in contents.handed_in():
        name, media_type, data = await remedies.document(listed.id, by=by)
        found.append(Attachment(name, media_type, data, paper_name(listed.kind)))
    if contents.view.certificate:
        name, data = await certificate.pdf(entry_id, by=by, now=now)
        found.append(Attachment(name, "application/pdf", data, "条目生效凭据"))
    return [replace(one, name=f"{place:02d}-{PurePath(one.name).name}") for place, one in enumerate(found, 1)]


def printed(contents: Contents, files: list[Attachment], now: datetime) -> bytes:
    """Draw, put the documents in, and sign it all; takes a core for a while, so never in the event loop."""
    enclosed = [Enclosed(one.name, one.description, len(one.data), sha256(one.data).hexdigest()) for one in files]
    drawn = render(document(replace(contents, enclosed=enclosed)), fonts.load(settings().fallback_fonts))
    return signatory(now).sign(attach(drawn, files, at=now), reason=SIGNED_BECAUSE, at=now)


@tx
async def keep(
    entry_id: UUID, contents: Contents, digest: bytes, brought: dict[str, str], *, by: Actor, now: datetime
) -> None:
    """The entry may have ended while it was drawn: then it is not given. Raises `NoLongerShown`."""
    entry, key = await held(entry_id, by=by, now=now)
    if over(entry.state, entry.display_until, on=clock.today(now)):
        raise queries.NoLongerShown()
    kept = await CaseFile.create(
        id=uuid7(),
        number=contents.number,
        code=contents.code,
        entry_id=entry.id,
        version=contents.view.entry.version,
        sha256=digest,
        made_by=by.account,
        made_at=now,
    )
    await record(
        Kind.CASE_FILE_MADE, by=by, now=now, key=key, organisation=entry.organisation_id, person=entry.person_id,
        entry=entry.id, about=kept.id, number=kept.number, sha256=digest.hex(), **brought,
    )  # fmt: skip
    if "representation" in brought:  # received for the person: whoever acts for him is told nothing that he is not
        to = RecipientKind.PERSON
        await told(entry.id, recipient_kind=to, recipient=entry.person_id, how=How.LETTER, about=kept.id, now=now)


async def verify(code: str, *, now: datetime) -> Verification | None:
    """The case file with this code; None if there is none."""
    normal = normal_code(code)
    found = await CaseFile.get_or_none(code=normal).prefetch_related("entry") if len(normal) == LENGTH else None
    if found is None:
        return None
    entry = found.entry
    organisation = await Organisation.get(id=entry.organisation_id)
    name = (await people.names([entry.person_id]))[entry.person_id]
    return Verification(
        number=found.number,
        organisation=organisation.name,
        name=mask_name(name, Level.PUBLIC),
        made_at=found.made_at,
        sha256=bytes(found.sha256).hex(),
        current=entry.version == found.version and not over(entry.state, entry.display_until, on=clock.today(now)),
    )
