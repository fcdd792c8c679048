"""Terms that go beyond what the law allows, or stay below what it grants: each is found by the row of `limits.toml`."""

from collections.abc import Callable, Iterator

from integrity_archive.catalogue.due_process import Display, Remedy
from integrity_archive.catalogue.findings import Finding
from integrity_archive.catalogue.limits import DisplayLimit, RemedyMinimum, SanctionLimit, limits
from integrity_archive.catalogue.periods import Period, Unit, end_of, longer
from integrity_archive.catalogue.record_types import Edition, Polarity, RecordType, SanctionKind
from integrity_archive.catalogue.words import period


def retention(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    longest = limits().longest
    if kind.retention and kind.retention.months > longest.months:
        yield beyond(f"{kind.code} retention", longest.months, longest.basis)


def display(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    """The five years of every entry, the shorter terms of some, and of some sanctions."""
    if kind.polarity is not Polarity.NEGATIVE:
        return
    longest = limits().longest
    rows = [row for row in limits().displays if kind.code.startswith(row.types)]
    sanctions = [(sanction.code, sanction.display) for sanction in kind.sanctions]
    for sanction, shown in [(None, kind.display), *sanctions]:
        place = f"{kind.code} sanctions.{sanction}.display" if sanction else f"{kind.code} display"
        if shown and (over := [row for row in rows if months(shown) > allowed(row, sanction)]):
            yield beyond(place, allowed(over[0], sanction), over[0].basis)
        elif shown and months(shown) > longest.months:
            yield beyond(place, longest.months, longest.basis)


def months(display: Display) -> int:
    return display.months or display.max_months or 0


def allowed(row: DisplayLimit, sanction: str | None) -> int:
    return row.sanctions.get(sanction or "", row.months)


def sanctions(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    for row in limits().sanctions:
        if kind.code.startswith(row.types):
            for sanction in kind.sanctions:
                if sanction.code in row.sanctions and not keeps(sanction, row):
                    yield Finding(
                        "sanction-limit",
                        f"{kind.code} sanctions.{sanction.code}",
                        f"期限应在法定的{span(row)[0]}之内（{row.basis}）。",
                        f"The law has it last {span(row)[1]}.",
                    )


def keeps(sanction: SanctionKind, row: SanctionLimit) -> bool:
    """It has a term, and every term it may have lies within the law's."""
    within = sanction.max_term is not None and not longer(sanction.max_term, row.most)
    return within and (
        row.least is None or (sanction.min_term is not None and not longer(row.least, sanction.min_term))
    )


def span(row: SanctionLimit) -> tuple[str, str]:
    most = zh(row.most), en(row.most)
    if row.least is None:
        return f"至多{most[0]}", f"{most[1]} at most"
    return f"{zh(row.least)}至{most[0]}", f"{en(row.least)} to {most[1]}"


def remedies(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    """Who was decided against has no less time than the law leaves him, and no remedy of the law is left out."""
    if kind.finality is None:
        return
    offered = kind.finality.remedies
    for row in limits().remedies:
        named = [remedy for remedy in offered if row.procedure in remedy.procedures]
        if row.types and not kind.code.startswith(row.types):
            continue
        if row.types and not named:
            yield Finding(
                "missing",
                f"{kind.code} finality.remedies",
                f"缺少法定的救济途径（{row.basis}）。",
                f"A remedy of the law is missing: {row.procedure}.",
            )
        for place, remedy in enumerate(offered, 1):
            if remedy in named and too_short(remedy, row):
                yield Finding(
                    "too-short",
                    f"{kind.code} finality.remedies[{place}]",
                    f"短于法定的救济期限{zh(row.least)}（{row.basis}）。",
                    f"The law leaves {en(row.least)} for this remedy.",
                )


def too_short(remedy: Remedy, row: RemedyMinimum) -> bool:
    """A remedy that stands for several procedures is asked for the shortest of their terms alone."""
    asked = min((one.least for one in limits().remedies if one.procedure in remedy.procedures), key=end_of)
    least = row.least if len(remedy.procedures) == 1 else asked
    return longer(least, remedy.period) or bool(row.after and remedy.after and longer(row.after, remedy.after))


def answers(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    """The time to answer our own notice, and the limit for who was not told of a remedy."""
    statement, untold = limits().statement, limits().untold
    if kind.statement and longer(kind.statement, statement.most):
        yield beyond(f"{kind.code} statement", statement.most, statement.basis)
    if kind.statement and statement.least and longer(statement.least, kind.statement):
        yield Finding(
            "too-short",
            f"{kind.code} statement",
            f"短于{zh(statement.least)}（{statement.basis}）。",
            f"The person has {en(statement.least)} at least.",
        )
    limit = kind.finality.untold_limit if kind.finality else None
    if limit and longer(limit, untold.most):
        yield beyond(f"{kind.code} finality.untold_limit", untold.most, untold.basis)


def zh(term: Period) -> str:
    return period(term, language="zh")


def en(term: Period) -> str:
    return period(term, language="en")


def beyond(place: str, most: int | Period, basis: str) -> Finding:
    term = Period(count=most, unit=Unit.MONTH) if isinstance(most, int) else most
    return Finding(
        "too-long",
        place,
        f"超过法定最长期限{zh(term)}（{basis}）。",
        f"This is longer than the {en(term)} the law allows.",
    )


RULES: tuple[Callable[[RecordType, Edition], Iterator[Finding]], ...] = (
    retention,
    display,
    sanctions,
    remedies,
    answers,
)
