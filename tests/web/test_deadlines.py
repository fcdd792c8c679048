"""The desk of deadlines and the calendar feed, as officers and their calendar programs meet them."""

import re
from uuid import UUID

from icalendar import Calendar

from .archive import SOMEBODY, Office
from .conftest import Officer

FEED = re.compile(r"/deadlines/feed/[\w-]{43}\.ics")


async def test_every_clock_says_who_until_when_by_which_rule_and_what_follows(
    reviewer: Officer, clerk: Officer, office: Office, person: UUID
) -> None:
    await office.filed(person)
    shown = await reviewer.browser.see("deadlines:show")
    english = await clerk.browser.see("deadlines:show", query={"lang": "en"})

    assert shown.status_code == 200 and "<script" not in shown.text
    for words in ("复核条目", "复核人员", SOMEBODY.name, "条目停在待复核状态", "内部规则"):
        assert words in shown.text, words
    assert "neither takes effect nor is pushed" in english.text


async def test_a_calendar_program_reads_the_feed_without_signing_in_and_learns_nobodys_name(
    reviewer: Officer, office: Office, person: UUID, anybody: object
) -> None:
    await office.filed(person)
    made = await reviewer.browser.send("deadlines:make_feed", {})
    found = FEED.search(made.text)
    assert found and made.headers["cache-control"] == "no-store"
    again = await reviewer.browser.see("deadlines:show")
    read = await anybody.client.get(found[0])  # type: ignore[attr-defined]

    assert not FEED.search(again.text) and "现有的订阅地址" in again.text
    assert read.status_code == 200 and read.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(read.content).walk("VEVENT")
    assert {str(one["summary"]) for one in events} == {"复核条目", "查看送达凭证"}
    assert SOMEBODY.name not in read.text and SOMEBODY.number not in read.text


async def test_the_same_event_keeps_its_id(reviewer: Officer, office: Office, person: UUID) -> None:
    await office.filed(person)
    made = await reviewer.browser.send("deadlines:make_feed", {})
    found = FEED.search(made.text)
    assert found
    first, second = [await reviewer.browser.client.get(found[0]) for _ in range(2)]
    uids = [[str(one["uid"]) for one in Calendar.from_ical(feed.content).walk("VEVENT")] for feed in (first, second)]
    assert uids[0] == uids[1] and len(set(uids[0])) == 2


async def test_a_feed_that_was_ended_or_guessed_is_not_found(clerk: Officer, anybody: object) -> None:
    made = await clerk.browser.send("deadlines:make_feed", {})
    found = FEED.search(made.text)
    assert found
    await clerk.browser.send("deadlines:revoke_feed", {})

    for path in (found[0], "/deadlines/feed/guessed.ics"):
        assert (await anybody.client.get(path)).status_code == 404  # type: ignore[attr-defined]


async def test_a_committee_has_a_desk_without_entries(secretary: Officer) -> None:
    assert (await secretary.browser.see("desk:show")).status_code == 200
    assert (await secretary.browser.see("deadlines:show")).status_code == 200
