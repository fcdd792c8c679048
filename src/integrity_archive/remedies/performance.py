"""What late performance does to the display period. Pure: the act and the what-if compute it here."""

from datetime import date

from integrity_archive.catalogue.finality import display_until
from integrity_archive.catalogue.record_types import CatalogueItem, RecordType


def shown_until(
    kind: RecordType,
    item: CatalogueItem | None,
    *,
    decided_on: date,
    final_on: date,
    performed_on: date,
    sanction_to: date | None,
    before: date | None,
) -> date | None:
    """The last day of display once conduct that went on has ended on `performed_on`.

    The five years count from its end (征信业管理条例 16); but nobody is shown longer because he performed than if he
    never had, so the day it had been shown until before stays the latest.
    """
    by_rule = display_until(
        kind, item, decided_on=decided_on, final_on=final_on, conduct_ended_on=performed_on, sanction_to=sanction_to
    )
    return min((day for day in (by_rule, before) if day is not None), default=None)
