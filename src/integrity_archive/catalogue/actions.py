"""Adopt an edition of the catalogue, import a year's holidays. What was accepted is never changed afterwards."""

import tomllib
from datetime import datetime
from hashlib import sha256

from uuid_utils.compat import uuid7

from integrity_archive import clock
from integrity_archive.actors import SYSTEM, Actor, Permission, require
from integrity_archive.catalogue import calendar, edition, registry
from integrity_archive.catalogue.calendar import Notice
from integrity_archive.catalogue.difference import Difference, compare
from integrity_archive.catalogue.edition import NoEditionInForce
from integrity_archive.catalogue.findings import EditionRefused
from integrity_archive.catalogue.lint import in_time, lint
from integrity_archive.catalogue.record_types import Edition
from integrity_archive.database import rows, tx
from integrity_archive.errors import Conflict, Refusal
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind

# One after the other: two editions that overlap each other must not both find nothing in their way.
LOCK = "select pg_advisory_xact_lock(hashtext('catalogue'))"
ADOPTED = "select id, sha256 from catalogue_edition where code = $1"
ADOPT = """
insert into catalogue_edition (id, code, sha256, text, in_force_from, in_force_until, adopted_at, adopted_by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
"""
IMPORT = "insert into catalogue_notice (id, year, sha256, text, imported_at) values ($1, $2, $3, $4, $5)"


class NotText(Refusal):
    """This file is no UTF-8 text."""

    status = 422
    zh = "该文件不是UTF-8编码的文本。"


class EditionCodeTaken(Conflict):
    """The edition {code} was adopted with other content. An edition is never changed: give the new one its own code."""

    zh = "目录版本{code}已按另一内容采用。已采用的版本不得更改，请为新版本另编代码。"


class CalendarRefused(Refusal):
    """This is no usable notice of holidays: {reason}."""

    status = 422
    zh = "不能作为节假日安排使用：{reason}。"


class YearCovered(Conflict):
    """Other holidays of {year} are known. A notice that changes them gives its number, and replaces “{notice}”."""

    zh = "{year}年的节假日安排已经收录，且内容不同。调整通知应写明文号（number）和所替代的通知（replaces）：{notice}。"


def text_of(data: bytes) -> str:
    """A file as text; raises `NotText`."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotText() from None


def judged(text: str, *, now: datetime) -> Edition:
    """The edition in this file, fit to be adopted now beside those this process knows; raises `EditionRefused`."""
    found = edition.parse(text)
    beside = others(found)
    findings = lint(found, beside)
    if found.code not in edition.by_code():
        findings += in_time(found, beside, today=clock.today(now))
    if findings:
        raise EditionRefused(findings)
    return found


def others(found: Edition) -> list[Edition]:
    """The editions among which it takes its place in time: a sample gives way to a real one without overlapping it."""
    return [one for one in edition.editions() if one.code != found.code and one.sample == found.sample]


async def difference(text: str) -> Difference:
    """What this edition changes against the one that would be in force on its first day without it."""
    found = edition.parse(text)
    return compare(replaced(found), found)


def replaced(found: Edition) -> Edition | None:
    """The edition whose place it takes; None where there is none yet."""
    try:
        return edition.current(found.in_force_from, without=found.code)
    except NoEditionInForce:
        return None


async def rehearse(text: str, *, now: datetime) -> Difference:
    """Everything that `adopt` would refuse is refused; if nothing is, the difference it would make."""
    await was_adopted(judged(text, now=now), text)
    return await difference(text)


async def adopt(text: str, *, by: Actor, now: datetime) -> tuple[Edition, bool]:
    """Take an edition into force from its day on; says whether it is new. Adopting the same file again does nothing.

    Raises `EditionRefused` with every finding, `EditionCodeTaken` for another file of an adopted code.
    """
    require(by, Permission.CATALOGUE_ADOPT)
    adopted = await place_edition(text, by=by, now=now)
    await registry.refresh()
    return adopted


@tx
async def place_edition(text: str, *, by: Actor, now: datetime) -> tuple[Edition, bool]:
    await rows(LOCK)
    await registry.refresh()
    found = judged(text, now=now)
    return found, await keep_edition(found, text, by=by, now=now)


async def adopt_shipped(*, now: datetime) -> list[str]:
    """At the start of a process: adopt the editions shipped with the program, so that what entries were made under
    stays although a later version of the program ships other editions. Returns the codes that were new."""
    adopted = {row["code"] for row in await rows("select code from catalogue_edition")}
    texts = {tomllib.loads(text)["code"]: text for text in edition.shipped_texts()}
    missing = {code: text for code, text in texts.items() if code not in adopted}
    for text in missing.values():
        await keep_edition(edition.parse(text), text, by=SYSTEM, now=now)
    await registry.refresh()
    return sorted(missing)


@tx
async def keep_edition(found: Edition, text: str, *, by: Actor, now: datetime) -> bool:
    await rows(LOCK)
    if await was_adopted(found, text):
        return False
    digest, id = sha256(text.encode()).digest(), uuid7()
    since, until = found.in_force_from, found.in_force_until
    await rows(ADOPT, [id, found.code, digest, text, since, until, now, by.account])
    await record(
        Kind.CATALOGUE_ADOPTED, by=by, now=now, about=id,
        code=found.code, sha256=digest.hex(), in_force_from=since.isoformat(),
    )  # fmt: skip
    return True


async def was_adopted(found: Edition, text: str) -> bool:
    """Whether this very file was adopted before; raises `EditionCodeTaken` for another file of its code."""
    for row in await rows(ADOPTED, [found.code]):
        if row["sha256"] != sha256(text.encode()).digest():
            raise EditionCodeTaken(code=found.code)
        return True
    return False


async def import_notice(text: str, *, by: Actor, now: datetime) -> tuple[Notice, bool]:
    """Take in the State Council's notice of a year; says whether it is new. What was provisional is reckoned anew by
    those whose dates they are: they read `CALENDAR_IMPORTED` in the journal.

    Raises `CalendarRefused` for one that contradicts itself or its neighbours, `YearCovered` for a year whose days
    are known to be others, unless it says by which number it replaces the notice that is known.
    """
    require(by, Permission.CATALOGUE_ADOPT)
    imported = await place_notice(text, by=by, now=now)
    await registry.refresh()
    return imported


@tx
async def place_notice(text: str, *, by: Actor, now: datetime) -> tuple[Notice, bool]:
    await rows(LOCK)
    await registry.refresh()
    try:
        notice = calendar.read(text)
        known = calendar.notices().get(notice.year)
        calendar.calendar({**calendar.notices(), notice.year: notice}.values())
    except ValueError as wrong:
        raise CalendarRefused(reason=str(wrong)) from None
    if known is not None:
        if known.days == notice.days:
            return notice, False
        if notice.number is None or notice.replaces != known.notice:
            raise YearCovered(year=notice.year, notice=known.notice)
    digest, id = sha256(text.encode()).digest(), uuid7()
    await rows(IMPORT, [id, notice.year, digest, text, now])
    await record(
        Kind.CALENDAR_IMPORTED, by=by, now=now, about=id,
        year=notice.year, sha256=digest.hex(), number=notice.number, replaces=notice.replaces,
    )  # fmt: skip
    return notice, True
