"""A calendar feed opens with a secret of which we keep only the hash, and can be ended."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from integrity_archive.accounts.models import Account
from integrity_archive.actors import Role
from integrity_archive.errors import Forbidden
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.tasks.feeds import feed_since, make_feed, reader, revoke_feed
from integrity_archive.tasks.ics import Day, calendar
from integrity_archive.tasks.models import Feed

from ..building import NOW, a_university, an_officer


async def test_whoever_knows_the_secret_is_the_officer(database: object) -> None:
    office = await a_university()
    token = await make_feed(by=office.clerk, now=NOW)

    found = await reader(token)
    assert found and (found.account, found.organisation) == (office.clerk.account, office.clerk.organisation)
    assert await reader(token + "x") is None
    assert token.encode() not in bytes((await Feed.get()).token_hash)
    assert await feed_since(office.clerk) == NOW and await feed_since(office.reviewer) is None


async def test_a_new_secret_ends_the_old_one(database: object) -> None:
    office = await a_university()
    old = await make_feed(by=office.clerk, now=NOW)
    new = await make_feed(by=office.clerk, now=NOW)

    assert await reader(old) is None and await reader(new)
    assert await Feed.all().count() == 1


async def test_a_revoked_feed_opens_nothing_and_ending_it_twice_is_harmless(database: object) -> None:
    office = await a_university()
    token = await make_feed(by=office.clerk, now=NOW)
    for _ in range(2):
        await revoke_feed(by=office.clerk, now=NOW)

    assert await reader(token) is None
    kinds = [event.kind for event in await Event.filter(about=office.clerk.account).order_by("seq")]
    assert kinds[-2:] == [Kind.FEED_MADE, Kind.FEED_REVOKED]


async def test_a_disabled_account_has_no_feed(database: object) -> None:
    office = await a_university()
    token = await make_feed(by=office.clerk, now=NOW)
    await Account.filter(id=office.clerk.account).update(state="disabled")
    assert await reader(token) is None


async def test_who_has_no_deadlines_gets_no_feed(database: object) -> None:
    with pytest.raises(Forbidden):
        await make_feed(by=await an_officer(None, Role.SUBJECT), now=NOW)


def test_a_feed_is_an_icalendar_object_of_whole_days() -> None:
    on = date(2026, 12, 1)
    text = "条目停在待复核状态，不生效也不报送。" * 6
    made = calendar("期限", [Day("1@x", on, "复核条目; 一, 二", text, tentative=True)], now=NOW)

    assert all(len(line) <= 75 for line in made.split(b"\r\n"))  # RFC 5545, 3.1
    read = Calendar.from_ical(made)
    [event] = read.walk("VEVENT")
    assert (read["version"], read["method"]) == ("2.0", "PUBLISH")
    assert (event["uid"], event["summary"], event["description"]) == ("1@x", "复核条目; 一, 二", text)
    assert (event["dtstart"].dt, event["dtend"].dt) == (on, on + timedelta(1))
    assert event["dtstamp"].dt == NOW and event["status"] == "TENTATIVE"
