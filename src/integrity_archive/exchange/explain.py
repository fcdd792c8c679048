"""The platform's codes in words an officer can act on; the table is data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from integrity_archive.catalogue.codes import Name


@dataclass(frozen=True)
class Field:
    """One of our own fields: `place` is `person`, `entry`, or `system` where no officer can mend it."""

    place: str
    field: str
    name: Name


@dataclass(frozen=True)
class Explanation:
    """One error of a message: the code, what it means, and which field to mend."""

    code: str
    meaning: Name
    path: str | None
    mend: Field | None

    def text(self, language: Literal["zh", "en"]) -> str:
        return self.meaning.text(language)


@cache
def table() -> dict[str, Any]:
    return tomllib.loads((files("integrity_archive.exchange") / "explanations.toml").read_text("utf-8"))


def explain(code: str, path: str | None) -> Explanation:
    """What a code of PPG/1.0 §5 means; an unknown one is named as it came."""
    known = table()["codes"].get(code)
    words = known or {language: text.format(code=code) for language, text in table()["unknown"].items()}
    place = table()["fields"].get(path) if path else None
    mend = Field(place["place"], place["field"], Name(zh=place["zh"], en=place["en"])) if place else None
    return Explanation(code, Name(**words), path, mend)
