"""Every closed list of remedies has its words."""

import pytest

from integrity_archive.catalogue.due_process import RepairCondition
from integrity_archive.catalogue.words import CONDITIONS
from integrity_archive.remedies import kinds, lifecycle
from integrity_archive.remedies import words as remedy_words
from integrity_archive.remedies.what_if import Deed, Rule
from integrity_archive.web.filings import FILINGS

LISTS = [
    (kinds.Ground, remedy_words.GROUNDS),
    (kinds.Channel, remedy_words.CHANNELS),
    (lifecycle.ObjectionState, remedy_words.OBJECTIONS),
    (kinds.ObjectionOutcome, remedy_words.OUTCOMES),
    (kinds.Redress, remedy_words.REDRESS),
    (kinds.AppealKind, remedy_words.PROCEDURES),
    (lifecycle.AppealState, remedy_words.APPEALS),
    (kinds.AppealOutcome, remedy_words.CONCLUSIONS),
    (lifecycle.RepairState, remedy_words.REPAIRS),
    (RepairCondition, CONDITIONS),
    (kinds.MitigationKind, remedy_words.MITIGATIONS),
    (kinds.DocumentKind, remedy_words.PAPERS),
    (lifecycle.ComplaintState, remedy_words.COMPLAINTS),
    (Deed, remedy_words.DEEDS),
    (Rule, remedy_words.RULES),
]


@pytest.mark.parametrize(("closed", "said"), LISTS, ids=lambda value: getattr(value, "__name__", ""))
def test_each_value_has_its_words(closed: type, said: dict[str, str]) -> None:
    assert set(said) == set(closed)  # type: ignore[call-overload]


def test_each_filing_has_its_name() -> None:
    assert {filing.noun for filing in FILINGS} == set(remedy_words.FILINGS)
