"""The command line's way to import a roster."""

from datetime import datetime

from integrity_archive.accounts.queries import actor_of_login
from integrity_archive.people.actions import import_roster
from integrity_archive.people.queries import roster_errors
from integrity_archive.rosters.kinds import RosterKind
from integrity_archive.rosters.models import Roster


async def import_file(
    kind: RosterKind, file_name: str, data: bytes, *, login: str, now: datetime
) -> tuple[Roster, bytes | None]:
    """Import as the officer with this login; with the error workbook when rows have faults and nothing was changed."""
    by = await actor_of_login(login)
    roster = await import_roster(kind, file_name, data, by=by, now=now)
    return roster, await roster_errors(roster.id, by=by) if roster.error_blob else None
