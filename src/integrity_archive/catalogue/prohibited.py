"""Texts that would carry what may not be collected (征信业管理条例 14; PIPL 28; PPG/1.0 E4008). Pure.

A number that belongs to a person is refused at once. Words can be innocent, so whoever hands them in is neither
refused nor believed: a second person looks (`entries.quarantine`), unless the act cannot wait (`wording`).
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

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
    digits: str
    digits_mean: str
    identity_gap: str
    identity: str
    gap: str
    phone: str
    card: str
    written_date: str
    never: tuple[str, ...]
    harmless: tuple[str, ...]
    excepted: tuple[Excepted, ...] = ()
    categories: tuple[Category, ...] = Field(alias="category")


def numberless(text: str, *, at: str | None = None) -> str:
    """The text itself; raises `ProhibitedContent` for a number that belongs to a person, in any width, also one that
    blanks or signs are put into."""
    if any(numbers().number.search(form) or of_person(form) or has_card(form) for form in written(text)):
        raise ProhibitedContent(at=at)
    return text


def document_number(text: str, *, at: str | None = None) -> str:
    """The same for the number of a document, which may be as long as a bank card's."""
    if any(of_person(form) for form in written(text)):
        raise ProhibitedContent(at=at)
    return text


def written(text: str) -> tuple[str, str]:
    """The text as it stands, and with its Chinese digits as Arabic ones."""
    known = rules()
    return plain(text), plain(text).translate(str.maketrans(known.digits, known.digits_mean))


def of_person(text: str) -> bool:
    """Days are passed over before a phone number is put together: 2026-07-01 101 is no phone."""
    known = numbers()
    return bool(known.identity.search(text) or known.phone.search(known.written_date.sub("\n", text)))


def has_card(text: str) -> bool:
    known = numbers()
    return any(check_digit_fits(found[0]) for found in known.card.finditer(known.written_date.sub("\n", text)))


def check_digit_fits(card: str) -> bool:
    """GB/T 14504: every second digit from the right counts double, its own digits added up."""
    digits = [int(one) for one in reversed(card) if one.isdecimal()]
    return (sum(digits[::2]) + sum(sum(divmod(2 * one, 10)) for one in digits[1::2])) % 10 == 0


def permitted(text: str, *, at: str | None = None) -> str:
    """The same without the words that the platform refuses, for what reaches others of the person's own words."""
    if any(word in run_together(text) for word in rules().never):
        raise ProhibitedContent(at=at)
    return numberless(text, at=at)


def suspected(text: str) -> Iterator[Category]:
    """The categories whose words stand in a text, whatever blanks, signs or widths are put between their letters."""
    return found_in(text, patterns(), passed_over=rules().harmless)


def collected(text: str) -> Iterator[Category]:
    """The categories that a catalogue would collect which says this: the same words, and those only it may not say."""
    for excepted in rules().excepted:
        text = text.replace(excepted.text, "\n")
    return found_in(text, patterns(in_catalogue=True))


Pattern = tuple[Category, re.Pattern[str], re.Pattern[str]]


def found_in(text: str, known: list[Pattern], *, passed_over: Iterable[str] = ()) -> Iterator[Category]:
    apart, run = words_apart(text), run_together(text)
    for phrase in passed_over:
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
        latin = re.compile(rf"(?<![a-z])(?:{either(one_or_more(word) for word in words if word.isascii())})(?![a-z])")
        found.append((category, latin, re.compile(either(re.escape(word) for word in words if not word.isascii()))))
    return found


def one_or_more(word: str) -> str:
    """The pattern of an English word in the singular and the plural."""
    stem = f"{re.escape(word[:-1])}(?:y|ie)" if word.endswith("y") else re.escape(word)
    return f"{stem}(?:e?s)?"


def either(patterns: Iterable[str]) -> str:
    """The pattern of any of these; of none, one that is never found."""
    return "|".join(patterns) or "(?!)"


@cache
def rules() -> Rules:
    text = (files("integrity_archive.catalogue") / "prohibited.toml").read_text("utf-8")
    return Rules.model_validate(tomllib.loads(text))


class Numbers(NamedTuple):
    number: re.Pattern[str]  # in one piece
    identity: re.Pattern[str]
    phone: re.Pattern[str]
    card: re.Pattern[str]
    written_date: re.Pattern[str]


@cache
def numbers() -> Numbers:
    known = rules()
    identity = known.identity.replace("~", known.identity_gap)
    phone, card = (one.replace("~", known.gap) for one in (known.phone, known.card))
    return Numbers(*map(re.compile, (known.number, identity, phone, card, known.written_date)))
