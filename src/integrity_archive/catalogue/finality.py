"""An entry's clocks that the law attaches to its type: finality, our notice, display and publication. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.due_process import CountedFrom, Display, Finality, FinalityRule, Remedy
from integrity_archive.catalogue.periods import Deadline, corresponding_end, last_day, months_after
from integrity_archive.catalogue.policy import Policy, Severity
from integrity_archive.catalogue.record_types import CatalogueItem, RecordType


@dataclass(frozen=True)
class Final:
    """The remedies can be used up to and including `remedy_until`; the decision is final from `on`."""

    remedy_until: date
    on: date
    provisional: bool


@dataclass(frozen=True)
class Window:
    """Publication: from `first` to `last`; not ended by repair before `earliest_end`."""

    first: date
    earliest_end: date | None
    last: date


def final(
    finality: Finality,
    calendar: Calendar,
    *,
    served_on: date,
    told: bool,
    known_on: date | None = None,
    concluded_on: date | None = None,
    concluded: int = 0,
) -> Final:
    """When a decision served on that day becomes final.

    FIRST_REMEDY: when the first remedy's window has lapsed, or the day after it was concluded. STRICT: when the
    windows of all remedies have lapsed; once the remedy at the place `concluded` was concluded, those after it have
    the time that the law leaves from then on. ON_SERVICE: on that day.

    Who was not told of a remedy has its full period from the day he came to know of it (`known_on`; None: never),
    but no longer than the rule's limit counted from service.
    """
    if finality.rule is FinalityRule.ON_SERVICE:
        return Final(served_on, served_on, False)
    strict = finality.rule is FinalityRule.STRICT
    if concluded_on is not None:
        left = finality.remedies[concluded + 1 :] if strict else ()
        windows = [last_day(concluded_on, remedy.after, calendar) for remedy in left if remedy.after]
        return _after_last([Deadline(concluded_on, False), *windows])
    counting = finality.remedies if strict else finality.remedies[:1]
    if told:
        return _after_last(last_day(served_on, remedy.period, calendar) for remedy in counting)
    return _after_last(_untold(finality, remedy, calendar, served_on, known_on) for remedy in counting)


def _untold(finality: Finality, remedy: Remedy, calendar: Calendar, served_on: date, known_on: date | None) -> Deadline:
    assert finality.untold_limit  # checked when the edition was read
    limit = last_day(served_on, finality.untold_limit, calendar)
    if known_on is None:
        return limit
    from_knowledge = last_day(max(served_on, known_on), remedy.period, calendar)
    return min(limit, from_knowledge, key=lambda deadline: deadline.day)


def _after_last(windows: Iterable[Deadline]) -> Final:
    last = max(windows, key=lambda deadline: (deadline.day, deadline.provisional))
    return Final(last.day, last.day + timedelta(days=1), last.provisional)


def statement_until(kind: RecordType, calendar: Calendar, *, notified_on: date) -> Deadline | None:
    """The last day on which the person may answer our own notice; None where no notice is owed (merits)."""
    return last_day(notified_on, kind.statement, calendar) if kind.statement else None


def display_until(
    kind: RecordType,
    item: CatalogueItem | None,
    *,
    decided_on: date,
    final_on: date,
    conduct_ended_on: date | None,
    sanction_to: date | None,
) -> date | None:
    """The last day of display: the type's rule, cut off by retention and by the item's longest display.

    Conduct that continues has no end yet; then the cut-off counts from the day of finality (PPG-1.0 §4.3, E4006).
    """
    conduct_end = conduct_ended_on or final_on
    ends = []
    if kind.display:
        ends.append(_by_rule(kind.display, decided_on=decided_on, conduct_end=conduct_end, sanction_to=sanction_to))
    if kind.retention:
        ends.append(months_after(conduct_end, kind.retention.months))
    if item and item.max_display_months:
        ends.append(months_after(conduct_end, item.max_display_months))
    return min(ends, default=None)


def _by_rule(display: Display, *, decided_on: date, conduct_end: date, sanction_to: date | None) -> date:
    if display.counted_from is CountedFrom.SANCTION_END:
        assert display.min_months and display.max_months  # checked when the edition was read
        least, most = months_after(decided_on, display.min_months), months_after(decided_on, display.max_months)
        return min(max(sanction_to or least, least), most)
    assert display.months
    start = conduct_end if display.counted_from is CountedFrom.CONDUCT_END else decided_on
    return months_after(start, display.months)


def publication(
    kind: RecordType,
    policy: Policy,
    severity: Severity,
    *,
    decided_on: date,
    final_on: date,
    display_until: date | None,
) -> Window | None:
    """When an entry may be published by name; None where no law allows it or its class is not published.

    Counted from the day of the decision (信用修复管理办法); never before finality, never beyond display.
    """
    terms = policy.severity(severity, domain=kind.domain)
    if kind.publication is None or terms.publish_max is None:
        return None
    ends = [corresponding_end(decided_on, terms.publish_max)]
    if kind.publication.max_months:
        ends.append(months_after(decided_on, kind.publication.max_months))
    if display_until:
        ends.append(display_until)
    last = min(ends)
    if last < final_on:
        return None
    least = corresponding_end(decided_on, terms.publish_min) if terms.publish_min else None
    return Window(final_on, min(least, last) if least else None, last)
