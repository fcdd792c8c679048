"""Under which number an entry is known everywhere, also on the wire: its office, the year, a running number."""

from datetime import date

from integrity_archive.database import rows

NEXT = "select nextval('entries_number') as number"


async def next_number(office: str, *, on: date) -> str:
    [row] = await rows(NEXT)
    return f"{office}-{on.year}-{row['number']:010d}"
