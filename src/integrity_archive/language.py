"""Two languages: Chinese is the source, English comes from the gettext catalogue."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Language = Literal["zh", "en"]
LOCALES = Path(__file__).parent / "locale"


def _(text: str) -> str:
    """Marks a Chinese source string for the catalogue; whoever shows it translates it."""
    return text


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """The catalogue of a language, compiled in memory so that no build step can be forgotten."""
    if language == "zh":
        return gettext.NullTranslations()
    compiled = BytesIO()
    with (LOCALES / f"{language}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
