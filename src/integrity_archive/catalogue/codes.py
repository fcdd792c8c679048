"""The closed lists of 晋政办发〔2018〕27号, item 4: fields of activity and key professions."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from integrity_archive.catalogue.legal_basis import Data, Text


class Name(Data):
    """What something is called, in both languages."""

    zh: Text
    en: Text

    def text(self, language: Literal["zh", "en"]) -> str:
        return self.zh if language == "zh" else self.en


@cache
def _lists() -> dict[str, dict[str, Name]]:
    text = (files("integrity_archive.catalogue") / "codes.toml").read_text("utf-8")
    return {
        kind: {code: Name.model_validate(name) for code, name in names.items()}
        for kind, names in tomllib.loads(text).items()
    }


def domains() -> dict[str, Name]:
    """The sixteen fields of activity, and education."""
    return _lists()["domains"]


def professions() -> dict[str, Name]:
    """The sixteen key professions, by code."""
    return _lists()["professions"]


def families() -> dict[str, Name]:
    """What the middle letters of a record type's code stand for."""
    return _lists()["families"]
