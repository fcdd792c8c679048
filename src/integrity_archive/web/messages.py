"""The source strings of pages, and the English catalogue brought up to date with them (`python -m …web.messages`)."""

from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from integrity_archive.language import LOCALES
from integrity_archive.places import PACKAGE, root_folder

ENGLISH = LOCALES / "en.po"
NEVER = datetime(2026, 1, 1, tzinfo=UTC)  # a date of making would change the file each time

HEADER = "# English for the pages; brought up to date by `python -m integrity_archive.web.messages`."
HEAD = {
    "project": "integrity-archive",
    "version": "1",
    "last_translator": "integrity-archive",
    "language_team": "English",
    "msgid_bugs_address": "-",
}


def extracted() -> Catalog:
    """Every string that a page may show, in the order of the files."""
    found = Catalog("en", header_comment=HEADER, creation_date=NEVER, revision_date=NEVER, fuzzy=False, **HEAD)
    for folder, pattern, method in ((PACKAGE, "**.py", "python"), (root_folder("templates"), "**.html", "jinja2")):
        for _file, _line, message, comments, _context in extract_from_dir(folder, [(pattern, method)]):
            found.add(message, auto_comments=comments)
    return found


def english() -> Catalog:
    """The English catalogue as it stands."""
    with ENGLISH.open("rb") as source:
        return read_po(source, locale="en")


def update() -> None:
    """Add what is new without a translation, drop what no page says any more."""
    known, new = english() if ENGLISH.exists() else Catalog(locale="en"), extracted()
    for message in new:
        if message.id and (old := known.get(message.id)):
            message.string = old.string
    with ENGLISH.open("wb") as target:
        write_po(target, new, width=120, no_location=True, sort_output=False, omit_header=False)


if __name__ == "__main__":
    update()
