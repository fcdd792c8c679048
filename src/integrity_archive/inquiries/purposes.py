"""What each purpose allows, read from data."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from integrity_archive.catalogue.codes import Name
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.language import Language


class Allowance(BaseModel):
    """The longest a consent for this purpose lasts, in days; how often it may be used; what it opens;
    whether the answer says if there was no adverse record for years; of which families the minor class is not told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    days: int = Field(ge=1)
    uses: int = Field(ge=1)
    families: tuple[str, ...] = Field(min_length=1)
    no_adverse: bool = False
    minor_hidden: tuple[str, ...] = ()


@cache
def allowance(purpose: Purpose) -> Allowance:
    """What may be consented to for a purpose."""
    text = (files("integrity_archive.inquiries") / "purposes.toml").read_text("utf-8")
    return Allowance.model_validate(tomllib.loads(text)[purpose.value])


def purpose_name(code: str, *, language: Language) -> str:
    return allowance(Purpose(code)).name.text(language)
