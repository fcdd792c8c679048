"""Nothing leaves the house about somebody who has not been told (征信业管理条例 15)."""

from datetime import timedelta

import pytest

from integrity_archive import clock
from integrity_archive.entries.actions import GateClosed, take_effect
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import planner
from integrity_archive.exchange.models import Delivery

from ..building import a_notified_entry, a_person, a_university


async def test_without_a_served_notice_the_gate_stays_closed_and_no_message_is_ever_planned(database: object) -> None:
    office = await a_university()
    entry = await a_notified_entry(office, await a_person(office))

    with pytest.raises(GateClosed) as closed:
        await take_effect(entry.id, by=office.reviewer, now=clock.now() + timedelta(400))
    assert "notice-not-served" in [fault.code for fault in closed.value.errors()]
    await planner.plan(now=clock.now())

    assert (await Entry.get(id=entry.id)).state is State.NOTIFIED
    assert await Delivery.all().count() == 0
