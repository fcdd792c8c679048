"""What was sent to the platform, and what a machine may do about it."""

import pytest

from integrity_archive.actors import SYSTEM
from integrity_archive.exchange import planner
from integrity_archive.exchange.actions import register
from integrity_archive.exchange.registration import Registration
from integrity_archive.journal import readers

from ..building import NOW, Office, a_person, an_effective_entry
from ..exchange.province import a_registration, a_unit
from .conftest import Machine


@pytest.fixture
async def sent(office: Office) -> list[str]:
    """Three entries in effect that wait to be sent."""
    entries = [await an_effective_entry(office, await a_person(office)) for _ in range(3)]
    await readers.enrol(planner.READER, planner.KINDS)
    unit = a_unit(office.organisation.uscc)
    await register(Registration.model_validate(a_registration(units=[unit])), by=SYSTEM, now=NOW)
    await planner.plan(now=NOW)
    return [entry.number for entry in entries]


async def test_deliveries_come_in_pages(sent: list[str], clerk: Machine) -> None:
    first = (await clerk.get("/deliveries?limit=2")).json()
    rest = (await clerk.get(f"/deliveries?limit=2&after={first[-1]['id']}")).json()
    assert (len(first), {row["number"] for row in first + rest}) == (2, set(sent))


async def test_a_message_that_was_not_rejected_is_not_sent_again(sent: list[str], clerk: Machine) -> None:
    [delivery, *_] = (await clerk.get("/deliveries")).json()
    refused = await clerk.post(f"/deliveries/{delivery['id']}/resend")
    assert (refused.status_code, refused.json()["code"]) == (409, "no-such-step")
    shown = (await clerk.get(f"/deliveries/{delivery['id']}")).json()
    assert (shown["row"]["state"], shown["receipts"], shown["acts"]) == ("ready", [], [])


async def test_the_second_officer_sees_deliveries_and_does_not_send(sent: list[str], reviewer: Machine) -> None:
    [delivery, *_] = (await reviewer.get("/deliveries")).json()
    assert (await reviewer.post(f"/deliveries/{delivery['id']}/resend")).status_code == 403
