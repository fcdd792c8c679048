"""Deadlines as an iCalendar object (RFC 5545): one event for each, lasting all of its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Integrity Archive//Deadlines//ZH"
REFRESH = timedelta(hours=6)


@dataclass(frozen=True)
class Day:
    """What a calendar program shows: nothing about a person. `uid` stays when the day moves, so that it replaces."""

    uid: str
    on: date
    summary: str
    description: str
    tentative: bool


def calendar(name: str, days: Iterable[Day], *, now: datetime) -> bytes:
    """The whole feed."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name)  # RFC 7986, 5.1
    made.add("x-wr-calname", name)  # what programs knew before it
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})  # RFC 7986, 5.7
    for day in days:
        made.add_component(event(day, now=now))
    return bytes(made.to_ical())


def event(day: Day, *, now: datetime) -> Event:
    made = Event()
    made.add("uid", day.uid)
    made.add("dtstamp", now)
    made.add("dtstart", day.on)
    made.add("dtend", day.on + timedelta(days=1))  # the end does not belong to it (RFC 5545, 3.6.1)
    made.add("summary", day.summary)
    made.add("description", day.description)
    made.add("status", "TENTATIVE" if day.tentative else "CONFIRMED")
    made.add("transp", "TRANSPARENT")  # a deadline makes nobody busy
    made.add("class", "CONFIDENTIAL")
    return made
