"""What the law sets for every edition: age, the longest terms, consent, what may not be collected (`limits.toml`)."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.findings import Finding
from integrity_archive.catalogue.legal_basis import Data


class Adult(Data):
    age: int
    basis: str


class Longest(Data):
    months: int
    basis: str


class ConsentNeeded(Data):
    families: tuple[str, ...]
    basis: str


class Prohibited(Data):
    category: Name
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()  # of laws that bear such a word and collect nothing
    basis: str

    def named_in(self, text: str) -> bool:
        for title in self.titles:
            text = text.replace(title, "")
        return any(word in text for word in self.words)


class Limits(Data):
    """What the law sets for every edition."""

    adult: Adult
    longest: Longest
    consent: tuple[ConsentNeeded, ...]
    prohibited: tuple[Prohibited, ...]


@cache
def limits() -> Limits:
    text = (files("integrity_archive.catalogue") / "limits.toml").read_text("utf-8")
    return Limits.model_validate(tomllib.loads(text))


def prohibited(text: str, place: str) -> Iterator[Finding]:
    for rule in limits().prohibited:
        if rule.named_in(text):
            yield Finding(
                "prohibited",
                place,
                f"涉及禁止采集的信息：{rule.category.zh}（{rule.basis}）。",
                f"This would collect what may not be collected: {rule.category.en}.",
            )
