"""A person's date of birth is corrected: whether he was an adult at the conduct is asked of every entry anew.

The correction is not refused for his entries' sake: it is true whatever was recorded, and other offices may hold some.
What the archive should never have recorded (民法典 17, DOMAIN §4) is revoked in the same transaction, for everybody.
"""

from datetime import datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor
from integrity_archive.catalogue.wording import says_nothing_prohibited
from integrity_archive.database import rows, tx
from integrity_archive.entries import gate, settling
from integrity_archive.entries.draft import Reason
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.entries.standing import Standing
from integrity_archive.entries.visibility import over
from integrity_archive.people import actions as people
from integrity_archive.people.actions import CorrectIdentity
from integrity_archive.people.models import Person

LIVE = "select id, state from entries_entry where person_id = $1 and state = any($2::text[]) order by id for update"
TOLD = (State.NOTIFIED, State.EFFECTIVE)  # before that the gate keeps it back, and its clerk may mend or leave it
WHY = Reason(text="出生日期更正后，行为发生时当事人未成年，不予记录。")


@says_nothing_prohibited
@tx
async def correct_person(person_id: UUID, new: CorrectIdentity, *, by: Actor, now: datetime) -> Person:
    """Mend a person's particulars, and revoke what turns out to be about a minor's conduct. Raises as `people.correct`
    does."""
    person = await people.correct(person_id, new, by=by, now=now)
    if new.number is not None or new.birth_on is not None:
        await revoke_of_a_minor(person.id, now=now)
    return person


@tx
async def revoke_of_a_minor(person_id: UUID, *, now: datetime) -> list[Entry]:
    """By the law itself, so in the system's name; whoever received them will be told."""
    locked = await rows(LIVE, [person_id, [State.FILED, *TOLD]])  # filed: nobody confirms it by the former date
    revoked = []
    for row in locked:
        entry = await Entry.get(id=row["id"])
        living = entry.state in TOLD and not over(entry.state, entry.display_until, on=clock.today(now))
        if living and gate.age((await Standing.of(entry)).facts):
            revoked.append(await settling.revoke(entry.id, WHY, Ending.MINOR, by=SYSTEM, now=now))
    return revoked
