"""A form and a JSON body fill the same model; faults stand beside their fields and never repeat what was typed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import AfterValidator, BaseModel, Field
from starlette.datastructures import FormData

from integrity_archive.entries.draft import MinorAtConduct
from integrity_archive.errors import Invalid
from integrity_archive.intake import checked, gather, read

SECRET = "14990120010203"
ADULT = 18


class Colour(StrEnum):
    RED = "red"


def grown(age: int) -> int:
    if 0 <= age < ADULT:
        raise MinorAtConduct(age=ADULT)
    return age


class Decision(BaseModel):
    no: str = Field(max_length=5)
    on: date | None = None


class Filled(BaseModel):
    """One field of each sort that our own models have."""

    name: str = Field(min_length=2, max_length=4)
    decision: Decision
    reasons: list[str] = Field(default=[], max_length=2)
    colour: Colour | None = None
    told: bool = False
    age: Annotated[int, AfterValidator(checked(grown))] = Field(default=ADULT, ge=0, le=99)
    person: UUID | None = None
    kind: Literal["111"] = "111"


RIGHT = {"name": "甲乙", "decision.no": "1号"}


def faults(body: Any) -> dict[str, str]:
    with pytest.raises(Invalid) as refused:
        read(Filled, body)
    return {fault.path: fault.code for fault in refused.value.errors()}


def test_a_form_and_a_json_body_fill_the_same_model():
    typed = [("decision.on", "2026-07-01"), ("reasons", "一"), ("reasons", "二"), ("told", "true"), ("age", "20")]
    decision = {"no": "1号", "on": "2026-07-01"}
    body = {"name": "甲乙", "decision": decision, "reasons": ["一", "二"], "told": True, "age": 20}

    assert read(Filled, FormData([*RIGHT.items(), *typed])) == read(Filled, body)


def test_a_field_left_empty_is_a_field_not_filled_in():
    left_empty = RIGHT | {"decision.on": "", "colour": "  ", "person": None, "age": ""}

    assert read(Filled, left_empty) == read(Filled, RIGHT)
    assert faults({"name": " ", "decision.no": ""}) == {"name": "required", "decision": "required"}


def test_one_choice_of_several_is_still_a_list():
    assert read(Filled, FormData([*RIGHT.items(), ("reasons", "一")])).reasons == ["一"]


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"name": "甲"}, "name", "too-short"),
        ({"name": SECRET}, "name", "too-long"),
        ({"name": 7}, "name", "not-text"),
        ({"decision.no": SECRET}, "decision.no", "too-long"),
        ({"decision.on": "2026-02-30"}, "decision.on", "not-a-date"),
        ({"decision.on": SECRET}, "decision.on", "not-a-date"),
        ({"reasons": ["一", "二", "三"]}, "reasons", "too-many"),
        ({"reasons": ["一", 2]}, "reasons.1", "not-text"),
        ({"colour": SECRET}, "colour", "not-offered"),
        ({"kind": SECRET}, "kind", "not-offered"),
        ({"told": SECRET}, "told", "not-yes-or-no"),
        ({"age": "two"}, "age", "not-a-number"),
        ({"age": -2}, "age", "too-small"),
        ({"age": 120}, "age", "too-large"),
        ({"age": 17}, "age", "minor-at-conduct"),
        ({"person": SECRET}, "person", "not-an-id"),
        ({"reasons": {"a": 1}}, "reasons.0", "not-text"),
    ],
)
def test_each_fault_has_its_code_beside_its_field(changes: dict[str, Any], path: str, code: str):
    assert faults(RIGHT | changes) == {path: code}


def test_all_faults_are_told_at_once():
    wrong = {"name": "甲", "decision.no": SECRET, "age": 17, "colour": "blue"}

    assert faults(wrong) == {
        "name": "too-short", "decision.no": "too-long", "age": "minor-at-conduct", "colour": "not-offered",
    }  # fmt: skip


@pytest.mark.parametrize("field", ["name", "decision.no", "decision.on", "colour", "told", "age", "person", "kind"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_fault_repeats_what_was_typed(field: str, language: str):
    with pytest.raises(Invalid) as refused:
        read(Filled, RIGHT | {field: SECRET})

    assert refused.value.errors()
    assert SECRET not in str(refused.value.problem(language))
    assert refused.value.__cause__ is None and refused.value.__suppress_context__


def test_a_rule_speaks_in_its_own_words_filled_from_its_facts():
    with pytest.raises(Invalid) as refused:
        read(Filled, RIGHT | {"age": 17})

    [fault] = refused.value.errors()
    assert (fault.path, fault.code, fault.facts) == ("age", "minor-at-conduct", {"age": ADULT})
    assert [fault.text(language) for language in ("zh", "en")] == [
        MinorAtConduct(age=ADULT).text(language) for language in ("zh", "en")
    ]


@pytest.mark.parametrize(
    "body",
    [
        {"decision": SECRET, "decision.no": "1号"},
        {"decision.no": "1号", "decision": SECRET},
        {"decision": [1], "decision.no": "1号"},
    ],
)
def test_a_group_that_is_no_group_is_a_fault_of_the_group(body: dict[str, Any]):
    assert faults({"name": "甲乙", **body}) == {"decision": "wrong-value"}


def test_a_member_of_what_is_no_group_becomes_no_field_of_its_own():
    assert gather(Filled, {"decision": "x", "decision.name": "甲乙"}) == {"decision": "x"}
    assert gather(Filled, {"a.b": "x", "a.b.name": "甲乙"}) == {"a": {"b": "x"}}


def test_what_was_handed_in_is_not_changed():
    body = {"name": "甲乙", "decision": {"no": "1号"}, "decision.no": "2号", "reasons": ["一"]}
    given = FormData([*RIGHT.items(), ("reasons", "二")])
    read(Filled, body)
    read(Filled, given)

    assert body == {"name": "甲乙", "decision": {"no": "1号"}, "decision.no": "2号", "reasons": ["一"]}
