"""A text as it is compared with words: in whatever widths, signs, blanks or traditional characters it is written.

Pure.
"""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

SPELLED_OUT = re.compile(r"(?<![a-z0-9])[a-z](?:[\W_]+[a-z])+(?![a-z0-9])")


def plain(text: str) -> str:
    """In one width, small letters and simplified characters, without what cannot be seen."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(simplified())
    return "".join(one for one in folded if unicodedata.category(one) != "Cf")


def run_together(text: str) -> str:
    """Letters and digits alone: 乙 肝 and 乙-肝 are 乙肝."""
    return "".join(one for one in plain(text) if one.isalnum())


def words_apart(text: str) -> str:
    """For words in Latin letters, which must stand alone; one that is spelled out (H.I.V.) is put together."""
    return SPELLED_OUT.sub(lambda found: re.sub(r"[\W_]+", "", found[0]), plain(text))


@cache
def simplified() -> dict[int, int]:
    data = tomllib.loads((files("integrity_archive.catalogue") / "plain_text.toml").read_text("utf-8"))
    return {ord(pair[0]): ord(pair[1]) for pair in data["traditional"].split()}
