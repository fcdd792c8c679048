"""What the edition in force says, and how its file is read."""

import json
import tomllib
from datetime import date
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from integrity_archive.catalogue import edition as editions
from integrity_archive.catalogue.codes import domains, professions
from integrity_archive.catalogue.due_process import FinalityRule, RepairCondition
from integrity_archive.catalogue.edition_file import schema
from integrity_archive.catalogue.finality import Window, display_until, publication
from integrity_archive.catalogue.periods import Period, Unit, corresponding_end
from integrity_archive.catalogue.record_types import DisplayMode, Polarity, Severity, Source, UnknownRecordType
from integrity_archive.people.masking import Level, mask_name

CATALOGUE = files("integrity_archive.catalogue")
TEXT = (CATALOGUE / "editions" / "SX-SAMPLE-2026-1.toml").read_text("utf-8")
EDITION = editions.load("SX-SAMPLE-2026-1")
NEGATIVE = [kind for kind in EDITION.record_types if kind.polarity is Polarity.NEGATIVE]


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


@pytest.mark.parametrize(
    ("family", "numbers"),
    [
        ("SN-EXD", [f"05{n:02}" for n in range(1, 10)]),
        ("SN-EXF", [f"06{n:02}" for n in range(1, 10)] + [f"07{n:02}" for n in range(1, 6)]),
        ("SN-EXO", [f"08{n:02}" for n in range(1, 6)]),
        ("SN-EXI", ["01", "02"]),
        ("SN-EXS", ["01", "02"]),
        ("SN-EXQ", ["07", "08"]),
        ("PN-EXQ", ["07", "08"]),
        ("SN-ACM", [f"27{n:02}" for n in range(1, 8)]),
        ("SN-LOA", ["01"]),
        ("SN-EMP", [f"{n:02}" for n in range(1, 6)]),
        ("SN-FIN", [f"{n:02}" for n in range(1, 5)]),
        ("SP-VOL", ["01", "02", "03"]),
        ("SP-HON", [f"{n:02}" for n in range(1, 7)]),
        ("SP-CHA", ["01"]),
        ("SP-LOA", ["01"]),
        ("AI-COM", ["01"]),
        ("AI-TRN", ["01"]),
        ("AI-STM", ["01"]),
        ("PP-HON", ["01"]),
        ("PP-REC", ["01"]),
        ("PP-PUB", ["01"]),
        ("PN-EXW", [f"{article}{n:02}" for article in (13, 14) for n in range(1, 11)]),
    ],
)
def test_the_edition_has_every_type_of_the_rules_it_is_made_from(family, numbers):
    assert [kind.code for kind in EDITION.record_types if kind.code.startswith(family)] == [
        f"{family}-{number}" for number in numbers
    ]


def test_every_profession_every_field_of_activity_and_every_source_of_power_has_a_type():
    assert {kind.population for kind in NEGATIVE} >= set(professions())
    assert {kind.domain for kind in EDITION.record_types} == set(domains())
    assert {kind.source for kind in NEGATIVE} >= set(Source)


def test_who_is_recommended_is_recommended_by_an_association_in_writing():
    recommended = EDITION.record_type("PP-REC-01")
    assert recommended.polarity is Polarity.POSITIVE
    assert list(recommended.deciding_bodies) == ["ASSOCIATION"]
    assert list(recommended.required_evidence) == ["RECOMMENDATION"]


def test_what_a_type_does_not_say_itself_comes_from_its_source_and_its_family():
    expulsion = EDITION.record_type("SN-ACM-2706").sanction("EXPULSION")
    certificate, later = EDITION.record_type("PN-NOT-01"), EDITION.record_type("SN-EXF-0705")

    assert expulsion.name.zh == "开除学籍"
    assert certificate.electronic_service  # of the source
    assert certificate.domain == "14"  # of the profession
    assert certificate.statement == Period(count=5, unit=Unit.DAY)  # of all professionals
    assert later.required_steps == ("DEFENCE_HEARD", "TWO_INVESTIGATORS")  # of article 7, before article 6


def test_discipline_breaches_and_mild_association_measures_are_recorded_but_never_pushed():
    assert EDITION.item_for("SN-EXD-0504", Severity.MINOR) is None
    assert EDITION.item_for("PN-LAW-02", Severity.MINOR) is None
    assert EDITION.item_for("PN-LAW-02", Severity.GENERAL).code == "PR-IND-DISCIPLINE"
    assert EDITION.item_for("SP-VOL-02", None).code == "ST-VOL-MERIT"


def test_measures_of_an_employer_are_recorded_but_never_pushed():
    employers = [kind.code for kind in NEGATIVE if kind.source is Source.EMPLOYER]

    assert {"PN-TEA-01", "PN-TEA-04", "PN-ACC-05", "PN-EXW-1301"} <= set(employers)
    assert {EDITION.item_for(code, Severity.SERIOUS) for code in employers} == {None}


def test_a_sanction_may_raise_or_lower_the_severity_and_ask_for_more_steps():
    substitute, school = EDITION.record_type("SN-EXF-0605"), EDITION.record_type("SN-EXS-02")

    assert substitute.severity_with(None) is Severity.GENERAL
    assert substitute.severity_with("EXAM_VOID") is Severity.GENERAL
    assert substitute.severity_with("SUSPEND_EXAM") is Severity.SERIOUS
    assert EDITION.record_type("PN-LAW-02").severity_with("ADMONITION") is Severity.MINOR
    assert school.steps_with("WARNING") == ("DEFENCE_HEARD",)
    assert school.steps_with("EXPULSION") == ("DEFENCE_HEARD", "LEGALITY_REVIEW", "PRESIDENTS_MEETING")


def test_administrative_penalties_wait_for_the_suit_and_discipline_for_the_first_review():
    rules = {kind.source: set() for kind in NEGATIVE}
    for kind in NEGATIVE:
        rules[kind.source].add(kind.finality.rule)

    assert rules[Source.ADMIN] == {FinalityRule.STRICT}
    assert rules[Source.ASSOCIATION] == rules[Source.EMPLOYER] == {FinalityRule.FIRST_REMEDY}
    assert rules[Source.COURT] == {FinalityRule.ON_SERVICE}


def test_negative_information_may_be_answered_and_repaired_unless_a_law_closes_the_way_back():
    lasting = [kind.code for kind in NEGATIVE if not kind.repairable]

    assert all(kind.statement for kind in NEGATIVE)
    assert lasting == ["PN-TEA-03"]
    assert "丧失教师资格" in EDITION.record_type("PN-TEA-03").not_repairable.text
    assert EDITION.record_type("SN-EXS-02").repair.volunteer_hours
    assert RepairCondition.CHARITY in EDITION.record_type("SN-EXS-02").repair.conditions


def test_golden_04_of_a_sanction_of_the_catalogue():
    """A sanction of six months from 2026-08-31 ends with February: its last day is 2027-02-28."""
    warning = EDITION.record_type("PN-TEA-01").sanction("WARNING")

    assert warning.min_term == warning.max_term == Period(count=6, unit=Unit.MONTH)
    assert corresponding_end(date(2026, 8, 31), warning.max_term) == date(2027, 2, 28)


def test_golden_06():
    """违纪 is not 作弊: the decision's own word contradicts the type, and no item of the catalogue takes a breach."""
    decision = "该生在考试中旁窥他人答卷，认定为考试违纪，取消该科目成绩"

    assert EDITION.record_type("SN-EXF-0602").contradiction(decision) == "违纪"
    assert EDITION.record_type("SN-EXF-0602").contradiction("认定为考试作弊") is None
    assert EDITION.record_type("SN-EXD-0504").contradiction(decision) is None
    for kind in EDITION.record_types:
        if kind.family == "EXD":
            assert not any(item.holds(kind.code) for item in EDITION.items)
            assert all(EDITION.item_for(kind.code, severity) is None for severity in Severity)


def test_golden_22():
    """A valuer expelled by the association: publishable because 资产评估法 36(4) says so, three years at most."""
    valuer = EDITION.record_type("PN-APP-02")
    severity = valuer.severity_with("MEMBERSHIP_CANCELLED")
    decided, final = date(2026, 5, 8), date(2026, 6, 2)
    shown = display_until(
        valuer,
        EDITION.item(valuer.catalogue_item),
        decided_on=decided,
        final_on=final,
        conduct_ended_on=date(2026, 3, 1),
        sanction_to=None,
    )
    window = {"decided_on": decided, "final_on": final}

    assert valuer.source is Source.ASSOCIATION
    assert severity is Severity.SERIOUS
    assert valuer.publishable
    assert "第三十六条第（四）项" in valuer.publication.basis.text
    assert publication(valuer, EDITION.policy(decided), severity, **window, display_until=date(2031, 3, 1)) == Window(
        final, date(2027, 5, 8), date(2029, 5, 8)
    )
    assert publication(valuer, EDITION.policy(decided), severity, **window, display_until=shown).last == shown
    assert mask_name("岳承安", Level.PUBLIC) == "岳**"  # M3: whoever is published is not named in full


def test_nothing_is_published_without_a_law_before_finality_or_about_students():
    valuer, doctor = EDITION.record_type("PN-APP-02"), EDITION.record_type("PN-DOC-02")
    policy = EDITION.policy(date(2026, 5, 8))
    days = {"decided_on": date(2026, 5, 8), "display_until": date(2029, 5, 8)}

    assert publication(doctor, policy, Severity.SERIOUS, **days, final_on=date(2026, 6, 2)) is None
    assert publication(valuer, policy, Severity.MINOR, **days, final_on=date(2026, 8, 9)) is None  # three months over
    assert publication(valuer, policy, Severity.MINOR, **days, final_on=date(2026, 6, 2)) == Window(
        date(2026, 6, 2), None, date(2026, 8, 8)
    )
    assert not any(kind.publishable for kind in EDITION.record_types if kind.population == "STUDENT")
    assert all(item.display_mode is not DisplayMode.PUBLISH for item in EDITION.items)


def test_golden_23():
    """Decided on 2026-03-20, class GENERAL: Order 58 governs, by the day of the decision; from April it is Order 36."""
    old, new = EDITION.policy(date(2026, 3, 20)), EDITION.policy(date(2026, 4, 1))

    assert (old.code, new.code) == ("NDRC-58-2023", "NDRC-36-2025")
    assert EDITION.policy(date(2026, 3, 31)) is old
    assert old.severity(Severity.GENERAL).publish_max == Period(count=3, unit=Unit.YEAR)
    assert new.severity(Severity.GENERAL).publish_max == Period(count=1, unit=Unit.YEAR)
    assert old.severity(Severity.GENERAL).repair_after == Period(count=3, unit=Unit.MONTH)
    assert old.severity(Severity.GENERAL, domain="01").repair_after == Period(count=1, unit=Unit.YEAR)
    assert new.severity(Severity.MINOR).repair_after is None  # at once


def test_what_was_not_compared_with_the_laws_text_is_told():
    unverified = list(EDITION.to_verify())

    assert ("SN-EXS-02", "普通高等学校学生管理规定第五十二条第（四）项") in unverified
    assert ("LEGALITY_REVIEW", "普通高等学校学生管理规定第五十六条") in unverified
    assert any(code == "SN-EXS-02" and said.startswith("普通高等学校学生管理规定第六十条") for code, said in unverified)
    assert ("PN-TEA-01", "向原处分决定单位申请复核、向上一级单位提出申诉") in unverified
    assert "SN-ACM-2701" not in {code for code, _ in unverified}
    assert len(unverified) == len(set(unverified))


def test_a_decision_older_than_every_policy_follows_the_oldest():
    assert EDITION.policy(date(2019, 6, 1)).code == "NDRC-58-2023"


def test_the_schema_in_the_package_is_the_one_of_the_file_format():
    """Write it anew with `python -m integrity_archive.catalogue.edition_file`."""
    assert json.loads((CATALOGUE / "edition.schema.json").read_text("utf-8")) == schema()


def test_the_shipped_edition_fits_the_schema_and_a_misspelt_member_does_not():
    validator = Draft202012Validator(schema())
    Draft202012Validator.check_schema(schema())
    file = json.loads(json.dumps(tomllib.loads(TEXT), default=str))
    assert list(validator.iter_errors(file)) == []

    file["family"]["SN-EXF"]["finalty"] = "exam_review"
    assert [list(error.path) for error in validator.iter_errors(file)] == [["family", "SN-EXF"]]
