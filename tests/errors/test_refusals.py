"""Refuse, retry, stop: three families told apart by type. A refusal speaks two languages and has one stable code."""

import pytest

from integrity_archive.errors import Conflict, Fatal, FieldError, Forbidden, Invalid, NotFound, Refusal, Retry, TooLarge
from integrity_archive.transitions import NoSuchStep

IMPOSSIBLE = {"state": "draft", "act": "notify"}
ZH, EN = "当前状态（draft）下不能办理此事（notify）。", "In the state “draft” the act “notify” is not possible."


def test_a_code_is_made_of_the_name():
    assert [each.code() for each in (NoSuchStep, NotFound, Refusal)] == ["no-such-step", "not-found", "refusal"]


def test_a_refusal_speaks_both_languages_with_its_facts_filled_in():
    refusal = NoSuchStep(**IMPOSSIBLE)

    assert (refusal.text("zh"), refusal.text("en"), str(refusal)) == (ZH, EN, EN)


def test_a_problem_has_the_members_of_rfc_9457_and_ours():
    assert NoSuchStep(at="notice.served_on", **IMPOSSIBLE).problem() == {
        "type": "/problems/no-such-step",
        "title": EN,
        "status": 409,
        "code": "no-such-step",
        "detail": ZH,
        "errors": [{"pointer": "/notice/served_on", "code": "no-such-step", "detail": ZH}],
    }


def test_a_refusal_that_stands_beside_no_field_names_none():
    assert NoSuchStep(**IMPOSSIBLE).problem()["errors"] == []


def test_what_is_invalid_lists_its_faults_in_the_language_asked_for():
    faults = [FieldError("a.0.b", "too-long", "不得超过{most}个字符。", "At most {most} characters.", {"most": 5})]
    problem = Invalid(faults).problem("en")

    assert (problem["status"], problem["code"]) == (422, "invalid")
    assert problem["errors"] == [{"pointer": "/a/0/b", "code": "too-long", "detail": "At most 5 characters."}]


@pytest.mark.parametrize(
    ("refusal", "status"), [(Refusal, 400), (Forbidden, 403), (NotFound, 404), (Conflict, 409), (TooLarge, 413)]
)
def test_each_refusal_has_its_status(refusal: type[Refusal], status: int):
    assert refusal().problem()["status"] == refusal.status == status


def test_the_three_families_are_never_taken_for_one_another():
    families = (Refusal, Retry, Fatal)

    assert [(one, other) for one in families for other in families if one is not other and issubclass(one, other)] == []


def test_a_retry_says_how_long_it_was_asked_to_wait():
    assert (Retry("busy").after, Retry("busy", after=30).after) == (0, 30)
    assert str(Retry("busy", after=30)) == "busy"
