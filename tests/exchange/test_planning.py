"""Messages follow the state of their entry, in order, whoever plans them and however often."""

import asyncio
import json
from datetime import date

import pytest

from integrity_archive import clock
from integrity_archive.demo.world import GIVEN
from integrity_archive.entries.models import Entry
from integrity_archive.exchange import planner, queries
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.models import Delivery, Head, Unit
from integrity_archive.journal.models import Pending
from integrity_archive.sealing import key_of

from .province import ADULTS, Exchange, Sandbox, University, all_in, correct, ours, state

NAMES = [ADULTS[0].name[:-1] + character for character in GIVEN[:12]]


async def test_an_accepted_entry_that_changes_is_sent_as_an_update_that_follows_it(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))
    await state("本人已提交书面检讨。")

    await exchange.until(lambda: count_accepted(2))

    first, second = await Delivery.all().order_by("seq")
    assert (second.seq, second.op, second.reason) == (2, "U", "STATEMENT_ADDED")
    assert (await payload(second))["prev_hash"] == first.payload_hash
    assert sandbox.accepted == await ours()
    assert (await Head.get()).last_seq == 2


async def test_a_change_while_the_first_message_is_on_its_way_waits_for_its_receipt(
    exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    sandbox.set(pending=1)
    await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.PENDING))
    await state("本人已提交书面检讨。")
    await exchange.round()
    assert await Delivery.all().count() == 1

    sandbox.post("/settle", {})

    await exchange.until(lambda: count_accepted(2))
    assert sandbox.accepted == await ours()


async def test_an_event_that_changes_nothing_sends_nothing(exchange: Exchange, university: University) -> None:
    await university.entry()
    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    await correct(ADULTS[0], name=ADULTS[0].name)
    await exchange.round()

    assert await Delivery.all().count() == 1 and await Pending.all().count() == 0


async def test_parallel_planners_end_with_the_newest_state(exchange: Exchange, university: University) -> None:
    await university.entry()

    async def rename(name: str) -> None:
        async with turn:
            await correct(ADULTS[0], name=name)
            written.append(name)
        await planner.plan(now=clock.now())

    turn, written = asyncio.Lock(), list[str]()
    await asyncio.gather(*(rename(name) for name in NAMES))
    await planner.plan(now=clock.now())

    only = await Delivery.get()
    assert (only.seq, (await payload(only))["subject"]["name"]) == (1, written[-1])


async def test_an_entry_that_cannot_be_read_holds_up_nobody_else(exchange: Exchange, university: University) -> None:
    broken = await university.entry()
    await Entry.filter(id=broken.id).update(sealed=b"\x01 not what was sealed")
    whole = await university.entry()

    await planner.plan(now=clock.now())

    assert await Delivery.all().values_list("head__entry_id", flat=True) == [whole.id]
    assert await Pending.all().count() == 1


async def test_an_entry_of_an_item_outside_the_edition_is_not_sent(exchange: Exchange, university: University) -> None:
    await university.entry(record_type="SN-EXD-0504")

    await exchange.round()

    assert await Delivery.all().count() == 0


@pytest.mark.parametrize(("consented_on", "sent"), [(date(2026, 9, 22), True), (None, False)])
async def test_a_merit_is_sent_with_consent_only(
    consented_on: date | None, sent: bool, exchange: Exchange, university: University, sandbox: Sandbox
) -> None:
    merit = {name: None for name in ("severity", "conduct_ended_on", "told_on", "display_until")}
    sanction = {name: None for name in ("sanction_kind", "sanction_from", "sanction_to")}
    await university.entry(record_type="SP-VOL-03", consented_on=consented_on, **merit, **sanction)
    plain = await university.entry()

    await exchange.until(lambda: all_in(DeliveryState.ACCEPTED))

    assert len(sandbox.accepted) == 1 + sent
    assert plain.number in {number for number, _, _ in sandbox.accepted}


async def test_an_organisation_without_a_unit_waits_visibly(exchange: Exchange, university: University) -> None:
    await Unit.all().update(organisation_id=None, uscc="12149900999901099X")
    entry = await university.entry()

    await exchange.round()

    assert (await queries.of_entry(entry.id)).unregistered == ["province-sandbox"]
    assert (await queries.status()).not_registered == 1
    assert await queries.open_deliveries() == []


async def test_an_item_that_is_not_among_the_units_waits_visibly(exchange: Exchange, university: University) -> None:
    await Unit.all().update(catalogue_items=["ST-VOL-MERIT"])
    entry = await university.entry()

    await exchange.round()

    assert (await queries.of_entry(entry.id)).unregistered == ["province-sandbox"]
    assert (await queries.status()).not_registered == 1


async def count_accepted(count: int) -> bool:
    return await Delivery.filter(state=DeliveryState.ACCEPTED).count() == count


async def payload(delivery: Delivery) -> dict[str, object]:
    await delivery.fetch_related("head__entry")
    key = await key_of(delivery.head.entry.key_id)
    found: dict[str, object] = json.loads(key.open(delivery.sealed, place=f"exchange_delivery.sealed:{delivery.id}"))
    return found
