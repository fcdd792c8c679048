"""Texts that would carry what may not be collected (征信业管理条例 14; PIPL 28; PPG/1.0 E4008). Pure.

A number that belongs to a person is refused at once. Words can be innocent, so whoever hands them in is neither
refused nor believed: a second person looks (`entries.quarantine`), unless the act cannot wait (`wording`).
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from pydantic import Field

from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.legal_basis import Data, Text
from integrity_archive.catalogue.plain_text import plain, run_together, words_apart
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
    in_catalogue: tuple[str, ...] = ()  # harmless in a narrative, never in what a catalogue says it collects


class Excepted(Data):
    """What an edition may say although such a word stands in it, and why."""

    text: Text
    reason: Text


class Rules(Data):
    """The whole of `prohibited.toml`."""

    number: str
    gap: str
    identity_apart: str
    written_date: str
    numbers_apart: tuple[str, ...]
    never: tuple[str, ...]
    harmless: tuple[str, ...]
    excepted: tuple[Excepted, ...] = ()
    categories: tuple[Category, ...] = Field(alias="category")


def numberless(text: str, *, at: str | None = None) -> str:
    """The text itself; raises `ProhibitedContent` for a number that belongs to a person, in any width, also one that
    blanks or signs are put into."""
    if has_number(plain(text)):
        raise ProhibitedContent(at=at)
    return text


def has_number(text: str) -> bool:
    """Days are passed over before phone and card numbers are put together: 2026-07-01 101 is no phone."""
    together, identity, written_date, apart = numbers()
    if together.search(text) or identity.search(text):
        return True
    return bool(apart.search(written_date.sub("\n", text)))


def permitted(text: str, *, at: str | None = None) -> str:
    """The same without the words that the platform refuses, for what reaches others of the person's own words."""
    if any(word in run_together(text) for word in rules().never):
        raise ProhibitedContent(at=at)
    return numberless(text, at=at)


def suspected(text: str) -> Iterator[Category]:
    """The categories whose words stand in a text, whatever blanks, signs or widths are put between their letters."""
    return found_in(text, patterns())


def collected(text: str) -> Iterator[Category]:
    """The categories that a catalogue would collect which says this: the same words, and those only it may not say."""
    for excepted in rules().excepted:
        text = text.replace(excepted.text, "\n")
    return found_in(text, patterns(in_catalogue=True))


Pattern = tuple[Category, re.Pattern[str], re.Pattern[str]]


def found_in(text: str, known: list[Pattern]) -> Iterator[Category]:
    apart, run = words_apart(text), run_together(text)
    for phrase in rules().harmless:
        run = run.replace(phrase, "\n")
    for category, latin, other in known:
        if latin.search(apart) or other.search(run):
            yield category


@cache
def patterns(*, in_catalogue: bool = False) -> list[Pattern]:
    """For each category its words in Latin letters, which must stand alone ("archive" says nothing of HIV), and those
    that may stand anywhere."""
    found = []
    for category in rules().categories:
        words = (*category.words, *(category.in_catalogue if in_catalogue else ()))
        latin = re.compile(rf"(?<![a-z])(?:{either(word for word in words if word.isascii())})(?![a-z])")
        found.append((category, latin, re.compile(either(word for word in words if not word.isascii()))))
    return found


def either(words: Iterable[str]) -> str:
    """The pattern of any of these words; of none, one that is never found."""
    return "|".join(map(re.escape, words)) or "(?!)"


@cache
def rules() -> Rules:
    text = (files("integrity_archive.catalogue") / "prohibited.toml").read_text("utf-8")
    return Rules.model_validate(tomllib.loads(text))


@cache
def numbers() -> tuple[re.Pattern[str], ...]:
    """A number in one piece; an identity number in several; a written day; phone and card numbers in several."""
    known = rules()
    identity, apart = (one.replace("~", known.gap) for one in (known.identity_apart, "|".join(known.numbers_apart)))
    return tuple(map(re.compile, (known.number, identity, known.written_date, apart)))
