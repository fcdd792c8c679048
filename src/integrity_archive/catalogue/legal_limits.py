"""Terms that go beyond what the law allows, or stay below what it grants: each is found by the row of `limits.toml`."""

from collections.abc import Callable, Iterator

from integrity_archive.catalogue.due_process import Display, FinalityRule, Remedy
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
    rows = [row for row in limits().displays if row.covers(kind)]
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
    """Each keeps to its law; a longest term that no row here knows was made up."""
    rows = [row for row in limits().sanctions if row.covers(kind)]
    for sanction in kind.sanctions:
        place, known = f"{kind.code} sanctions.{sanction.code}", [row for row in rows if sanction.code in row.sanctions]
        if sanction.max_term and not known:
            yield Finding(
                "no-sanction-limit",
                place,
                "没有法律界限（limits.toml）的处理结果不得自定最长期限。",
                "No law in limits.toml gives this sanction a longest term.",
            )
        for row in (row for row in known if not keeps(sanction, row)):
            yield Finding(
                "sanction-limit",
                place,
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
    for row in (row for row in limits().remedies if row.covers(kind)):
        named = row.among(offered)
        if not named and not row.general:
            yield no_remedy(kind, row.basis, row.procedure or f"number {row.place}")
        for place, remedy in enumerate(offered, 1):
            if remedy in named and too_short(remedy, row):
                yield Finding(
                    "too-short",
                    f"{kind.code} finality.remedies[{place}]",
                    f"短于法定的救济期限{zh(row.least)}（{row.basis}）。",
                    f"The law leaves {en(row.least)} for this remedy.",
                )


def no_remedy(kind: RecordType, basis: str, what: str) -> Finding:
    return Finding(
        "missing",
        f"{kind.code} finality.remedies",
        f"缺少法定的救济途径（{basis}）。",
        f"A remedy of the law is missing: {what}.",
    )


def finality(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    """Only what the law says so is final with service; an administrative decision, once every remedy is over."""
    if kind.finality is None:
        return
    rule, at_once, strict = kind.finality.rule, limits().on_service, limits().strict
    if rule is FinalityRule.ON_SERVICE and not at_once.covers(kind):
        yield Finding(
            "not-final-at-once",
            f"{kind.code} finality.rule",
            f"该类处理并非送达即生效（{at_once.basis}）。",
            "No law makes such a decision final with service.",
        )
    if not strict.covers(kind):
        return
    if rule is not FinalityRule.STRICT:
        yield Finding(
            "not-strict",
            f"{kind.code} finality.rule",
            f"行政处理须各项救济均期满才终局（{strict.basis}）。",
            "An administrative decision is final only once all remedies are over.",
        )
    given = {procedure for remedy in kind.finality.remedies for procedure in remedy.procedures}
    yield from (no_remedy(kind, strict.basis, one) for one in strict.procedures if one not in given)


def steps(kind: RecordType, edition: Edition) -> Iterator[Finding]:
    """What the law has the deciding body do first is asked of every such entry."""
    if kind.polarity is not Polarity.NEGATIVE:
        return
    for row in (row for row in limits().steps if row.covers(kind)):
        for step in sorted(row.steps - set(kind.required_steps)):
            yield Finding(
                "missing",
                f"{kind.code} required_steps",
                f"缺少法定的程序{step}（{row.basis}）。",
                f"A step that the law requires is missing: {step}.",
            )


def too_short(remedy: Remedy, row: RemedyMinimum) -> bool:
    """A remedy that stands for several procedures is asked for the shortest of their terms alone."""
    least = row.least
    if len(remedy.procedures) > 1:
        least = min((one.least for one in limits().remedies if one.procedure in remedy.procedures), key=end_of)
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
    finality,
    remedies,
    steps,
    answers,
)
