"""What this process knows of the catalogue, kept in step with the database: adopted editions, imported notices.

`edition` and `calendar` answer from memory, at once; here that memory is filled. Every process refreshes when it
connects, every few seconds after, and whenever it meets the code of an edition it does not know.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from integrity_archive.catalogue import calendar, edition, edition_file
from integrity_archive.database import rows
from integrity_archive.errors import Fatal

REFRESH_EVERY = 5.0  # seconds
ON_RECORD = """
select 'edition' as what, code as name, sha256 from catalogue_edition
union all select 'notice', year::text, sha256 from catalogue_notice
"""
EDITIONS = "select code as name, text from catalogue_edition"
NOTICES = "select year::text as name, text from catalogue_notice order by imported_at, id"

T = TypeVar("T")
held: set[tuple[str, str, bytes]] = set()  # what memory was last filled from


async def refresh() -> bool:
    """Read what was adopted or imported since; says whether there was anything. Raises `Fatal` for unreadable rows."""
    found = {(row["what"], row["name"], row["sha256"]) for row in await rows(ON_RECORD)}
    if found == held:
        return False
    editions = [(row["name"], row["text"]) for row in await rows(EDITIONS)]
    notices = [(row["name"], row["text"]) for row in await rows(NOTICES)]
    edition.hold(readable(name, text, edition_file.expanded) for name, text in editions)
    calendar.hold(readable(name, text, calendar.read) for name, text in notices)
    held.clear()
    held.update(found)
    return True


async def know(codes: Iterable[str]) -> None:
    """Have these editions in memory: one adopted a moment ago by another process is fetched now."""
    if not edition.by_code().keys() >= set(codes):
        await refresh()


def readable(name: str, text: str, read: Callable[[str], T]) -> T:
    """What was accepted once is read by every later version of the program; if not, nothing may be judged by it."""
    try:
        return read(text)
    except ValueError as wrong:
        raise Fatal(f"数据库中的目录或日历{name}无法读取 / {name} in the database is unreadable: {wrong}") from wrong
