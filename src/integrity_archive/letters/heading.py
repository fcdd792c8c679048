"""How an organisation writes: its letterhead, and the document numbers (文号) it gives, without a gap, year by year."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field
from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows, tx
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters.addresses import MAIL
from integrity_archive.letters.models import Letterhead

FIRST = """
insert into letters_letterhead (id, organisation_id, heading, word, signatory, contact, email, year, last_number)
values ($1, $2, $3, $4, $3, $5, '', 0, 0) on conflict (organisation_id) do nothing
"""
# The row's lock is held until the letter that bears the number is committed: no number is lost, none given twice.
NEXT = """
update letters_letterhead
set last_number = case when year = $2 then last_number + 1 else 1 end, year = $2
where organisation_id = $1 returning word, year, last_number
"""
WORD = "诚档"


class Heading(BaseModel):
    """What an office says of itself on its letters."""

    heading: str = Field(min_length=2, max_length=100)
    word: str = Field(min_length=1, max_length=20, pattern=r"^[^\s〔〕\[\]]+$")
    signatory: str = Field(min_length=2, max_length=60)
    contact: str = Field(default="", max_length=200)
    email: str = Field(default="", max_length=200, pattern=rf"{MAIL}|^$")


async def letterhead(organisation: UUID) -> Letterhead:
    """The organisation's; made of its name until it has said otherwise."""
    if found := await Letterhead.get_or_none(organisation_id=organisation):
        return found
    known = await Organisation.get(id=organisation)
    contact = "　".join(filter(None, (known.address, known.phone)))[:200]
    await rows(FIRST, [uuid7(), organisation, known.name[:60], WORD, contact])
    return await Letterhead.get(organisation_id=organisation)


async def next_number(organisation: UUID, *, now: datetime) -> str:
    """诚档〔2026〕17号: the next of the year, in the running transaction."""
    await letterhead(organisation)
    [given] = await rows(NEXT, [organisation, clock.today(now).year])
    return f"{given['word']}〔{given['year']}〕{given['last_number']}号"


@tx
async def set_heading(new: Heading, *, by: Actor, now: datetime) -> Letterhead:
    """Change the letterhead of the actor's organisation; the count of its letters goes on."""
    require(by, Permission.LETTERHEAD_SET)
    assert by.organisation
    await letterhead(by.organisation)
    await Letterhead.filter(organisation_id=by.organisation).update(**new.model_dump())
    await record(Kind.LETTERHEAD_SET, by=by, now=now, about=by.organisation, **new.model_dump())
    return await Letterhead.get(organisation_id=by.organisation)


async def heading_of(by: Actor) -> Letterhead:
    """For the page on which it is changed."""
    require(by, Permission.LETTERHEAD_SET)
    assert by.organisation
    return await letterhead(by.organisation)
