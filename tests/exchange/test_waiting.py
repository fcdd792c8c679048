"""How long is waited, and what may be said next: plain arithmetic of contract §3.3, §3.4 and §4."""

from datetime import UTC, date, datetime, timedelta

import pytest

from integrity_archive.exchange.explain import explain, table
from integrity_archive.exchange.lifecycle import BATCH, DELIVERY
from integrity_archive.exchange.next_message import Accepted, next_message
from integrity_archive.exchange.waits import PRODUCTION, may_be_refused, relied_on

LOST = datetime(2026, 7, 30, 2, 0, tzinfo=UTC)
NUMBER = "12149900999901014A-2026-0000000001"


@pytest.mark.parametrize(
    ("attempts", "minutes"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (500, 60)]
)
def test_waits_double_up_to_an_hour(attempts: int, minutes: int) -> None:
    assert PRODUCTION.after(attempts) == timedelta(minutes=minutes)


@pytest.mark.parametrize(("asked", "seconds"), [(0, 60), (30, 60), (600, 600), (3600, 3600), (100_000, 3600)])
def test_a_wait_is_at_least_what_the_platform_asks(asked: float, seconds: int) -> None:
    assert PRODUCTION.after(1, asked=asked) == timedelta(seconds=seconds)


@pytest.mark.parametrize(("seconds", "believed"), [(0, False), (299, False), (300, True)])
def test_nothing_received_is_the_last_word_after_300_seconds(seconds: int, believed: bool) -> None:
    assert may_be_refused(LOST, LOST + timedelta(seconds=seconds)) is believed


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 7, 29, 16, 4, 59, tzinfo=UTC), date(2026, 7, 29)),  # 00:04:59 in China
        (datetime(2026, 7, 29, 16, 5, tzinfo=UTC), date(2026, 7, 30)),
    ],
)
def test_a_new_day_is_relied_on_five_minutes_late(at: datetime, day: date) -> None:
    assert relied_on(at) == day


def members(**changes: object) -> dict[str, object]:
    """The parts of an entry that matter here."""
    return {
        "catalogue_item": "ST-EXM-CHEAT",
        "record_type": "SN-EXF-0605",
        "subject": {"name": "甲", "id_type": "111", "id_no": "1", "birth_date": None, "verified": "DOCUMENT_SEEN"},
        "document": {"no": "一", "authority_uscc": "A", "decided_on": "1", "served_on": "2", "final_on": "3"},
        "sanction": None,
        "display_until": "2028-06-30",
        "publish": False,
        "objection": "NONE",
        "statement": None,
    } | changes


def after_acceptance(**changes: object) -> tuple[str | None, list[str | None]]:
    """The reason of the next message, and the fixed members it breaks."""
    first = next_message(NUMBER, members(), None)
    assert first
    following = next_message(NUMBER, members(**changes), Accepted(1, first.payload))
    assert following and following.payload["prev_hash"] == first.payload["payload_hash"]
    return following.payload["reason"], [fault.field for fault in following.broken]


def test_the_first_message_adds_the_entry() -> None:
    first = next_message(NUMBER, members(), None)

    assert first and (first.payload["op"], first.payload["seq"], first.payload["prev_hash"]) == ("A", 1, None)


def test_nothing_new_is_nothing_to_say() -> None:
    first = next_message(NUMBER, members(), None)

    assert first and next_message(NUMBER, members(), Accepted(1, first.payload)) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"objection": "OPEN"}, "OBJECTION_OPENED"),
        ({"statement": "本人说明"}, "STATEMENT_ADDED"),
        ({"display_until": "2027-06-30"}, "PERIOD_CHANGED"),
        ({"severity": "MINOR"}, "CORRECTION"),
    ],
)
def test_an_update_names_its_main_ground(changes: dict[str, object], reason: str) -> None:
    without = {"severity": "SERIOUS"} if "severity" in changes else {}
    first = next_message(NUMBER, members(**without), None)
    assert first
    following = next_message(NUMBER, members(**without | changes), Accepted(1, first.payload))

    assert following and following.payload["reason"] == reason and not following.broken


def test_a_changed_name_is_an_identity_change_whatever_else_changed() -> None:
    subject = {"name": "乙", "id_type": "111", "id_no": "1", "birth_date": None, "verified": "DOCUMENT_SEEN"}

    assert after_acceptance(subject=subject, statement="本人说明") == ("IDENTITY_CHANGED", [])


def test_a_fixed_member_that_changed_cannot_be_sent() -> None:
    document = {"no": "二", "authority_uscc": "A", "decided_on": "1", "served_on": "2", "final_on": "3"}

    assert after_acceptance(document=document) == ("CORRECTION", ["document.no"])


def test_a_withdrawn_entry_is_closed() -> None:
    withdrawn = members() | {"op": "W", "payload_hash": "0"}

    assert next_message(NUMBER, members(statement="本人说明"), Accepted(2, withdrawn)) is None


@pytest.mark.parametrize("code", sorted(table()["codes"]))
def test_every_code_is_explained_in_both_languages(code: str) -> None:
    explained = explain(code, "subject.name")

    assert explained.text("zh") and explained.text("en").isascii()
    assert explained.mend and (explained.mend.place, explained.mend.field) == ("person", "name")


def test_a_code_nobody_knows_is_named() -> None:
    assert "E9999" in explain("E9999", None).text("zh")


@pytest.mark.parametrize("lifecycle", [DELIVERY, BATCH])
def test_every_state_can_be_left_towards_its_end(lifecycle: object) -> None:
    steps = list(lifecycle)  # type: ignore[call-overload]
    ends = {step.after for step in steps} - {step.before for step in steps}

    assert {end.value for end in ends} <= {"accepted", "done", "refused"}
