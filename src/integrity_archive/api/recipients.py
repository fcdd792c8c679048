"""Who received an entry, and the duties of those who did: what an organisation was told and has changed since."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.paging import page_of
from integrity_archive.recipients import actions, queries


async def listed(call: Call) -> list[queries.ChangedRow]:
    after, limit = page_of(call)
    return await queries.changed(call.by, after=after, limit=limit)


async def changed(call: Call) -> queries.ChangedRow:
    return await queries.one_changed(call.path["duty"], by=call.by)


async def acknowledge(call: Call) -> queries.ChangedRow:
    await actions.acknowledge(call.path["duty"], by=call.by, now=clock.now())
    return await changed(call)


async def reconsidered(call: Call) -> queries.ChangedRow:
    await actions.reconsidered(call.path["duty"], by=call.by, now=clock.now())
    return await changed(call)


async def recipients(call: Call) -> queries.Recipients:
    return await queries.of_entry(call.path["entry"], by=call.by)


MAY = Permission.DUTY_ACKNOWLEDGE
ENDPOINTS = (
    Endpoint(
        "GET", "/duties", listed, MAY, "已告知而后有变化的信息", "what changed after we were told",
        output=list[queries.ChangedRow], pages=True,
    ),
    Endpoint(
        "POST", "/duties/{duty:uuid}/acknowledge", acknowledge, MAY, "确认知悉", "acknowledge a change",
        output=queries.ChangedRow, creates=True, again=changed,
    ),
    Endpoint(
        "POST", "/duties/{duty:uuid}/reconsidered", reconsidered, MAY, "已重新审查", "a decision was looked at again",
        output=queries.ChangedRow, creates=True, again=changed,
    ),
    Endpoint(
        "GET", "/entries/{entry:uuid}/recipients", recipients, Permission.DUTY_SEE, "条目的接收方",
        "who received an entry", output=queries.Recipients,
    ),
    Endpoint(
        "GET", "/own/entries/{entry:uuid}/recipients", recipients, Permission.OWN_FILE, "谁收到了关于我的条目",
        "who received an entry about me", output=queries.Recipients,
    ),
)  # fmt: skip
