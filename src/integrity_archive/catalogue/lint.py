"""What an edition may not say. Every finding has one readable sentence in Chinese and English, and its place.

The limits themselves stand with their legal grounds in `limits.toml`, the words in `prohibited.toml`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Protocol

from integrity_archive.catalogue import policy as policies
from integrity_archive.catalogue.findings import Finding
from integrity_archive.catalogue.limits import limits
from integrity_archive.catalogue.periods import longer
from integrity_archive.catalogue.policy import Policy, Severity
from integrity_archive.catalogue.prohibited import collected
from integrity_archive.catalogue.record_type_rules import RULES
from integrity_archive.catalogue.record_types import CatalogueItem, Edition, Polarity


class Spell(Protocol):
    """Something that is in force from a day on, and until another day or until it is replaced."""

    @property
    def code(self) -> str: ...
    @property
    def in_force_from(self) -> date: ...
    @property
    def in_force_until(self) -> date | None: ...


def lint(edition: Edition, others: Sequence[Edition] = ()) -> list[Finding]:
    """Everything that speaks against this edition beside the `others` that are or will be in force."""
    found = [
        *whole(edition),
        *calendar_of([*others, edition]),
        *lint_policies(policies.policies()),
        *(finding for kind in edition.record_types for rule in RULES for finding in rule(kind, edition)),
        *(finding for item in edition.items for finding in of_item(item, edition)),
        *prohibited(edition.model_dump(mode="json")),
    ]
    return list(dict.fromkeys(found))


def whole(edition: Edition) -> Iterator[Finding]:
    adult, serious = limits().adult, limits().serious
    if edition.min_age_at_conduct < adult.age:
        yield Finding(
            "minors",
            f"{edition.code} min_age_at_conduct",
            f"不得记录未满{adult.age}周岁者的行为（{adult.basis}）。",
            f"The conduct of persons under {adult.age} is not recorded.",
        )
    if set(edition.serious_bases) != serious.bases:
        yield Finding(
            "serious-bases",
            f"{edition.code} serious_bases",
            "严重失信的情形应为第八项所列（一）至（四）四类，编号A至D。",
            "The bases of serious dishonesty are the four of item 8, A to D.",
        )
    if len(edition.key_supervision) != serious.supervised_kinds:
        yield Finding(
            "key-supervision",
            f"{edition.code} key_supervision",
            f"重点监管对象应为第八项所列{serious.supervised_kinds}类。",
            f"The kinds under key supervision are the {serious.supervised_kinds} of item 8.",
        )
    for what, codes in (
        ("record_type", [kind.code for kind in edition.record_types]),
        ("item", [item.code for item in edition.items]),
    ):
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield Finding("code-twice", f"{code} {what}", f"代码{code}重复。", f"The code {code} is used twice.")


def calendar_of(spells: Sequence[Spell]) -> Iterator[Finding]:
    """One after the other, no day twice and none left out; an open end lasts until the next begins."""
    ordered = sorted(spells, key=lambda spell: spell.in_force_from)
    for spell in ordered:
        if spell.in_force_until and spell.in_force_until < spell.in_force_from:
            yield Finding(
                "ends-before-it-begins",
                f"{spell.code} in_force_until",
                "施行终止日早于起始日。",
                "It would end before it begins.",
            )
    for before, after in pairwise(ordered):
        last, place = before.in_force_until, f"{after.code} in_force_from"
        if before.in_force_from == after.in_force_from or (last and last >= after.in_force_from):
            yield Finding("overlap", place, f"与{before.code}的施行期间重叠。", f"It overlaps with {before.code}.")
        elif last and last + timedelta(1) < after.in_force_from:
            yield Finding(
                "gap",
                place,
                f"{before.code}终止后至{after.in_force_from}之间没有施行的版本。",
                f"Nothing is in force between the end of {before.code} and {after.in_force_from}.",
            )


def in_time(edition: Edition, others: Sequence[Edition], *, today: date) -> Iterator[Finding]:
    """What speaks against adopting it today: it would judge what was done before anybody could know of it, or leave
    days after its end without an edition. `others`: those that come before and after it."""
    if edition.in_force_from < today:
        yield Finding(
            "begins-before-adoption",
            f"{edition.code} in_force_from",
            "施行起始日早于采用之日，不得溯及既往。",
            "It would be in force before it was adopted.",
        )
    if edition.in_force_until and not any(one.in_force_from > edition.in_force_until for one in others):
        yield Finding(
            "no-successor",
            f"{edition.code} in_force_until",
            "终止后没有接续的版本；请先采用接续的版本，或者不写终止日（至下一版本施行时自然终止）。",
            "Nothing follows its end: adopt what follows first, or leave the end open until the next edition begins.",
        )


def of_item(item: CatalogueItem, edition: Edition) -> Iterator[Finding]:
    longest = limits().longest
    held = [kind for kind in edition.record_types if item.holds(kind.code)]
    for prefix in item.record_types:
        if not any(kind.code.startswith(prefix) for kind in edition.record_types):
            yield Finding(
                "empty-prefix",
                f"{item.code} record_types",
                f"没有以{prefix}开头的信息类型。",
                f"No record type begins with {prefix}.",
            )
    if any(kind.polarity is Polarity.NEGATIVE for kind in held):
        if item.max_display_months is None:
            yield Finding(
                "shown-for-ever",
                f"{item.code} max_display_months",
                "失信信息不得无限期展示。",
                "Negative information is not shown for ever.",
            )
        elif item.max_display_months > longest.months:
            yield Finding(
                "too-long",
                f"{item.code} max_display_months",
                f"超过法定最长期限{longest.months}个月（{longest.basis}）。",
                f"This is longer than the {longest.months} months the law allows.",
            )


def prohibited(value: Any, words: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Whatever stands in an edition, in either language: nothing of it is of a kind that may not be collected."""
    if isinstance(value, str):
        for category in collected(value):
            yield Finding(
                "prohibited",
                " ".join([words[0], ".".join(words[1:])]).strip(),
                f"涉及禁止采集的信息：{category.name.zh}（{category.basis}）。",
                f"This would collect what may not be collected: {category.name.en}.",
            )
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from prohibited(inner, words if name in ("items", "record_types") else (*words, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            coded = inner.get("code") if isinstance(inner, dict) else None
            yield from prohibited(inner, (*words, coded) if coded else (*words[:-1], f"{words[-1]}[{number}]"))


def lint_policies(shipped: Sequence[Policy]) -> list[Finding]:
    """Versions follow each other without gap; each has all three classes, and no minimum above its maximum."""
    found = list(calendar_of(shipped))
    for policy in shipped:
        for severity in Severity:
            terms_of = policy.classes.get(severity)
            place = f"{policy.code} class.{severity}"
            if terms_of is None:
                found.append(Finding("missing", place, "缺少该严重程度。", "This severity is missing."))
            elif terms_of.publish_min and (
                terms_of.publish_max is None or longer(terms_of.publish_min, terms_of.publish_max)
            ):
                found.append(
                    Finding("term-order", place, "最短公示期长于最长公示期。", "The minimum is above the maximum.")
                )
    return found
