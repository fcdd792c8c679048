"""What people do to the exchange: make a platform known, send a rejected message again."""

from datetime import datetime
from uuid import UUID

from integrity_archive.actors import Actor, Permission, require
from integrity_archive.database import rows, tx
from integrity_archive.errors import Conflict, NotFound
from integrity_archive.exchange import planner
from integrity_archive.exchange.lifecycle import DELIVERY, DeliveryState
from integrity_archive.exchange.models import Delivery, Target, Unit
from integrity_archive.exchange.registration import Registration
from integrity_archive.journal import readers
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import key_of, new_key

EFFECTIVE_BEFORE = """
select max(v.seq) as seq from entries_entry e join journal_event v on v.entry = e.id and v.kind = 'entry:take_effect'
where e.state = 'effective' group by e.id
"""
OF_HEAD = """
select e.organisation_id as organisation, e.id as entry
from exchange_head h join entries_entry e on e.id = h.entry_id where h.id = $1
"""


class AnotherSender(Conflict):
    """This target was registered under another app id; a registration cannot change it."""

    zh = "该推送目标已用另一应用标识登记，不能更改。"


class StillFaulty(Conflict):
    """The message would be rejected again: mend what is named first."""

    zh = "内容仍有错误，推送后仍会被退回，请先更正所列事项。"


class NothingToSend(Conflict):
    """This message was dropped: the entry gives nothing to be said any more."""

    zh = "该条目已无须报送的内容，此条报送已取消，不能重新报送。"


@tx
async def register(registration: Registration, *, by: Actor, now: datetime) -> Target:
    """Make a platform known, or take over its changed addresses, keys and units."""
    require(by, Permission.TARGET_REGISTER)
    target = await Target.select_for_update().get_or_none(name=registration.target)
    if target is None:
        key = await new_key()
        target = Target(name=registration.target, app_id=registration.app_id, key_id=key.id)
    elif target.app_id != registration.app_id:
        raise AnotherSender()
    else:
        key = await key_of(target.key_id)
    target.batch_prefix = registration.batch_prefix
    target.sealed = key.seal_json(registration.model_dump(), place=f"exchange_target.sealed:{target.id}")
    await target.save()
    for unit in registration.units:
        await Unit.update_or_create(
            defaults={"catalogue_items": unit.catalogue_items},
            target=target,
            uscc=unit.uscc,
            unit_code=unit.unit_code,
        )
    await rows(planner.ADOPT, [target.id])
    await look_again()
    await record(Kind.TARGET_REGISTERED, by=by, now=now, about=target.id, target=target.name, app_id=target.app_id)
    return target


async def look_again() -> None:
    """What took effect before is planned now that somebody can take it."""
    await readers.put_back(planner.READER, [row["seq"] for row in await rows(EFFECTIVE_BEFORE)])


@tx
async def resend(delivery_id: UUID, *, by: Actor, now: datetime) -> Delivery:
    """A person decides that a rejected message goes out again, as the entry now stands, under the same number."""
    found = await Delivery.get_or_none(id=delivery_id)
    place = await rows(OF_HEAD, [found.head_id]) if found else []
    if found is None or by.organisation not in (None, place[0]["organisation"]):
        raise NotFound()
    require(by, Permission.DELIVERY_RESEND, organisation=place[0]["organisation"])
    await planner.plan_entries([place[0]["entry"]], now=now)  # holds the head's lock from here on
    delivery = await Delivery.select_for_update().get(id=delivery_id)
    if delivery.state is DeliveryState.HELD:
        raise StillFaulty()
    if delivery.state is DeliveryState.DROPPED:  # by the table only the planner takes it up again, as it just could
        raise NothingToSend()
    if delivery.state is not DeliveryState.READY or delivery.state is found.state:
        delivery.state = DeliveryState(DELIVERY.step(delivery.state, "mend", by=by).after)
        delivery.state_since, delivery.batch = now, None
        await delivery.save(update_fields=["state", "state_since", "batch_id"])
    return delivery
