"""Texts that would carry what may not be collected (征信业管理条例 14; PIPL 28; PPG/1.0 E4008; DOMAIN §4). Pure.

A number that belongs to a person is refused at once. Words can be innocent, so whoever hands them in is neither
refused nor believed: a second person looks (`entries.quarantine`), unless the act cannot wait (`wording`).
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pydantic import Field

from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.legal_basis import Data
from integrity_archive.errors import Refusal


class ProhibitedContent(Refusal):
    """Leave out identity, phone, card numbers, religion, genes, fingerprints, blood, illness; keep a paper on file."""

    status = 422
    zh = (
        "不得包含证件号码、电话号码、银行卡号，以及宗教信仰、基因、指纹、血型、病史等禁止采集的内容。请略去后再提交；"
        "载有这些内容的书面材料由单位存入纸质卷宗，不予录入。"
    )


class Category(Data):
    """One kind of information that is not collected, and the words that give it away."""

    name: Name
    basis: str
    words: tuple[str, ...] = Field(min_length=1)


class Rules(Data):
    """The whole of `prohibited.toml`."""

    number: str
    never: tuple[str, ...]
    harmless: tuple[str, ...]
    categories: tuple[Category, ...] = Field(alias="category")


def numberless(text: str, *, at: str | None = None) -> str:
    """The text itself; raises `ProhibitedContent` for a number that belongs to a person."""
    if number().search(text):
        raise ProhibitedContent(at=at)
    return text


def permitted(text: str, *, at: str | None = None) -> str:
    """The same for the person's own words, which are his and are not looked over: only without those that the platform
    refuses. They are his, too, when an officer types them from his paper."""
    if any(word in text for word in rules().never):
        raise ProhibitedContent(at=at)
    return numberless(text, at=at)


def suspected(text: str) -> Iterator[Category]:
    """The categories whose words stand in a text, whatever blanks, signs or widths are put between their letters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    run = "".join(character for character in plain if character.isalnum())
    for phrase in rules().harmless:
        run = run.replace(phrase, "\n")
    for category in rules().categories:
        if any(stands_in(word, plain, run) for word in category.words):
            yield category


def stands_in(word: str, plain: str, run: str) -> bool:
    """Latin words must stand alone: "archive" says nothing of HIV."""
    if word.isascii():
        return re.search(rf"(?<![a-z]){word}(?![a-z])", plain) is not None
    return word in run


@cache
def rules() -> Rules:
    text = (files("integrity_archive.catalogue") / "prohibited.toml").read_text("utf-8")
    return Rules.model_validate(tomllib.loads(text))


@cache
def number() -> re.Pattern[str]:
    return re.compile(rules().number)
