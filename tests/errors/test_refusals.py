"""Refuse, retry, stop: three families told apart by type. A refusal speaks two languages and has one stable code."""

import pytest

from integrity_archive.errors import Conflict, Fatal, FieldError, Forbidden, Invalid, NotFound, Refusal, Retry, TooLarge


class WindowStillOpen(Conflict):
    """Wait until {until}.

    The second paragraph is for those who want to know more.
    """

    zh = "请等到{until}。"


def test_a_code_is_made_of_the_name():
    assert [each.code() for each in (WindowStillOpen, NotFound, Refusal)] == [
        "window-still-open", "not-found", "refusal",
    ]  # fmt: skip


def test_a_refusal_speaks_both_languages_with_its_facts_filled_in():
    refusal = WindowStillOpen(until="2026-11-28")

    assert refusal.text("zh") == "请等到2026-11-28。"
    assert refusal.text("en").startswith("Wait until 2026-11-28.")
    assert str(refusal) == refusal.text("en")


def test_a_problem_has_the_members_of_rfc_9457_and_ours():
    problem = WindowStillOpen(at="notice.served_on", until="2026-11-28").problem()

    assert problem == {
        "type": "/problems/window-still-open",
        "title": "Wait until 2026-11-28.",
        "status": 409,
        "code": "window-still-open",
        "detail": "请等到2026-11-28。",
        "errors": [{"pointer": "/notice/served_on", "code": "window-still-open", "detail": "请等到2026-11-28。"}],
    }


def test_a_refusal_that_stands_beside_no_field_names_none():
    assert WindowStillOpen(until="x").problem()["errors"] == []


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
