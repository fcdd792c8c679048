"""The edition in force, and editions that contradict themselves."""

import re
from datetime import date
from importlib.resources import files

import pytest

from integrity_archive.catalogue import edition as editions
from integrity_archive.catalogue.record_types import DisplayMode, Polarity, Severity, UnknownRecordType

TEXT = (files("integrity_archive.catalogue") / "editions" / "SX-SAMPLE-2026-1.toml").read_text("utf-8")
EDITION = editions.load("SX-SAMPLE-2026-1")


def test_the_sample_edition_is_in_force_since_2026_and_says_that_it_is_a_sample():
    assert editions.current(date(2026, 11, 24)) is EDITION
    assert EDITION.sample

    with pytest.raises(editions.NoEditionInForce):
        editions.current(date(2025, 12, 31))


def test_an_unknown_code_is_refused():
    with pytest.raises(editions.UnknownEdition):
        editions.load("SX-2018")
    with pytest.raises(UnknownRecordType):
        EDITION.record_type("SN-XXX-01")


def test_the_edition_covers_both_populations_and_both_polarities():
    assert {"EXF", "EXS", "ACM", "LOA", "EMP", "FIN", "VOL", "HON", "TEA", "DOC", "LAW", "REC"} <= {
        kind.family for kind in EDITION.record_types
    }


def test_discipline_breaches_and_mild_association_measures_are_recorded_but_never_pushed():
    assert EDITION.item_for("SN-EXD-0504", Severity.MINOR) is None
    assert EDITION.item_for("PN-LAW-02", Severity.MINOR) is None
    assert EDITION.item_for("PN-LAW-02", Severity.GENERAL).code == "PR-IND-DISCIPLINE"
    assert EDITION.item_for("SP-VOL-02", None).code == "ST-VOL-MERIT"


def test_a_sanction_may_raise_or_lower_the_severity():
    substitute = EDITION.record_type("SN-EXF-0605")

    assert substitute.severity_with(None) is Severity.GENERAL
    assert substitute.severity_with("EXAM_VOID") is Severity.GENERAL
    assert substitute.severity_with("SUSPEND_EXAM") is Severity.SERIOUS
    assert EDITION.record_type("PN-LAW-02").severity_with("ADMONITION") is Severity.MINOR


def test_negative_information_may_be_answered_repaired_and_is_never_published_of_a_student():
    negative = [kind for kind in EDITION.record_types if kind.polarity is Polarity.NEGATIVE]

    assert all(kind.statement and kind.repairable and not kind.publishable for kind in negative)
    assert all(item.display_mode is not DisplayMode.PUBLISH for item in EDITION.items)


def changed(old, new):
    assert old in TEXT
    return re.sub(re.escape(old), lambda _: new, TEXT, count=1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('record_types = ["SN-ACM-"]', 'record_types = ["SN-ACM-", "SN-EXF-"]'),  # two items for one type
        ('record_types = ["SN-ACM-"]', 'record_types = ["SN-ACM-", "SN-ZZZ-"]'),  # a prefix that leads nowhere
        ('catalogue_item = "ST-LOAN-DEFAULT"', 'catalogue_item = "ST-LOAN"'),
        ('deciding_bodies = ["LENDER"]', 'deciding_bodies = ["BANK"]'),
        ('required_evidence = ["RECOMMENDATION"]', 'required_evidence = ["HEARSAY"]'),
        (
            'required_evidence = ["DECISION_DOCUMENT", "LENDER_CERTIFICATE", "BORROWER_CONSENT"]',
            'required_evidence = ["LENDER_CERTIFICATE"]',
        ),
        ('display = { counted_from = "DECIDED", months = 6 }', 'display = { counted_from = "DECIDED" }'),
        ("min_months = 12, max_months = 36", "min_months = 36, max_months = 12"),
        ('population = "TEA"', 'population = "STUDENT"'),
        ('population = "TEA"', 'population = "ZZZ"'),
        ('domain = "16"', 'domain = "17"'),
        ('default_severity = "SERIOUS"\n', ""),
        ("max_display_months = 60\n", ""),
        ("min_age_at_conduct = 18", "min_age_at_conduct = 17"),
        ('code = "SN-EXF-0602"', 'code = "SN-EXF-0601"'),
        ('code = "SN-EXF-0602"', 'code = "sn-exf-0602"'),
        ("repairable = true", "repairabel = true"),
        ("repairable = true", "repairable = true\npublishable = true"),
    ],
)
def test_an_edition_that_contradicts_itself_is_refused(old, new):
    with pytest.raises(ValueError):
        editions.parse(changed(old, new))
