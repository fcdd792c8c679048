"""What happens to messages that cannot be sent or were rejected: a task for the organisation, or another try."""

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue.terms import deadline
from integrity_archive.database import rows, tx
from integrity_archive.exchange.lifecycle import DELIVERY, DeliveryState
from integrity_archive.exchange.waits import RETRIES_OF_REJECTION, Waits
from integrity_archive.tasks import actions as tasks
from integrity_archive.tasks.models import TaskKind

OPEN_TASKS = "select about from tasks_task where kind = $1 and state = 'open' and about = any($2::uuid[])"
REJECTED = """
select d.id, d.errors, d.state_since,
    (select count(*) from exchange_receipt r
     where r.target_id = h.target_id and r.entry_number = h.number and r.seq = d.seq
         and r.payload_hash = d.payload_hash and r.status = 'REJECTED') as times
from exchange_delivery d join exchange_head h on h.id = d.head_id
where h.target_id = $1 and d.state = 'rejected' order by d.id for update of d skip locked
"""
AGAIN = "update exchange_delivery set state = $2, state_since = $3, batch_id = null where id = any($1::uuid[])"


async def ask_to_mend(organisation: UUID, delivery: UUID, entry: UUID, *, now: datetime) -> None:
    """Put the mending on the organisation's desk; once, however often the message is rejected."""
    today = clock.today(now)
    until = deadline("exchange", TaskKind.MEND_REJECTION, since=today)
    await tasks.open_task(
        TaskKind.MEND_REJECTION, organisation, delivery, entry=entry, due_on=until.day, since=today,
        rule="exchange.mend_rejection", provisional=until.provisional, by=SYSTEM, now=now,
    )  # fmt: skip


async def mended(deliveries: Iterable[UUID], *, now: datetime) -> None:
    """The platform has accepted these: nothing is left to be mended."""
    for row in await rows(OPEN_TASKS, [TaskKind.MEND_REJECTION, list(deliveries)]):
        await tasks.close_task(TaskKind.MEND_REJECTION, row["about"], by=SYSTEM, now=now)


@tx
async def retry(target: UUID, waits: Waits, *, now: datetime) -> int:
    """Send again what was rejected only for reasons that may pass (§3.4), after a wait that doubles; not for ever."""
    due_now = []
    for row in await rows(REJECTED, [target]):
        errors = json.loads(row["errors"])
        passing = bool(errors) and all(error.get("retryable") is True for error in errors)
        waited = now >= row["state_since"] + waits.after(row["times"])
        if passing and waited and row["times"] <= RETRIES_OF_REJECTION:
            due_now.append(row["id"])
    after = DELIVERY.step(DeliveryState.REJECTED, "retry", by=SYSTEM).after
    await rows(AGAIN, [due_now, after, now])
    return len(due_now)
