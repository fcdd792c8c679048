"""Two of an entry's clocks: the day a decision becomes final, and the last day an entry may be shown."""

from dataclasses import dataclass
from datetime import date, timedelta

from integrity_archive.catalogue.calendar import Calendar
from integrity_archive.catalogue.periods import Deadline, last_day, months_after
from integrity_archive.catalogue.record_types import CatalogueItem, CountedFrom, Display, Finality, RecordType


@dataclass(frozen=True)
class Final:
    """The remedy can be used up to and including `remedy_until`; the decision is final from `on`."""

    remedy_until: date
    on: date
    provisional: bool


def final(
    finality: Finality, calendar: Calendar, *, served_on: date, told: bool, known_on: date | None = None
) -> Final:
    """When a decision served on that day becomes final by FIRST_REMEDY.

    Who was not told of the remedy has its full period from the day he came to know of it (`known_on`; None: never),
    but no longer than the rule's limit counted from service.
    """
    if told:
        until = last_day(served_on, finality.period, calendar)
    else:
        until = last_day(served_on, finality.untold_limit, calendar)
        if known_on is not None:
            from_knowledge = last_day(max(served_on, known_on), finality.period, calendar)
            until = min(until, from_knowledge, key=lambda deadline: deadline.day)
    return Final(until.day, until.day + timedelta(days=1), until.provisional)


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
