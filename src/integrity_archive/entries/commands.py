"""The command line's way to bring an older register over."""

from datetime import datetime

from integrity_archive.accounts.queries import actor_of_login
from integrity_archive.entries.legacy import import_register as bring
from integrity_archive.people.queries import roster_errors
from integrity_archive.rosters.models import Roster


async def import_register(file_name: str, data: bytes, *, login: str, now: datetime) -> tuple[Roster, bytes | None]:
    """Import as the officer with this login; with the error workbook when rows have faults and nothing was changed."""
    by = await actor_of_login(login)
    register = await bring(file_name, data, by=by, now=now)
    return register, await roster_errors(register.id, by=by) if register.error_blob else None
