"""Until when each way of service is given: then the next is tried, and a public notice has served its letter, from
which day the person's own periods run. It happens by itself, and nobody should learn of it afterwards."""

from typing import Any
from uuid import UUID

from integrity_archive.clock import today
from integrity_archive.database import rows
from integrity_archive.letters import ways
from integrity_archive.letters.kinds import Channel
from integrity_archive.tasks.clocks import Clock, ClockKind, clock_id

RUNNING = """
select a.id, a.channel, coalesce(a.sent_at, a.made_at) as since, l.id as letter, l.organisation_id as organisation,
    l.entry_id as entry
from letters_attempt a join letters_letter l on l.id = a.letter_id
where l.organisation_id = $1 and a.state in ('created', 'sent') and a.waits_until is not null and l.settled_at is null
order by a.id
"""


async def running(organisation: UUID) -> list[Clock]:
    """Every way of service that waits."""
    return [clock(row) for row in await rows(RUNNING, [organisation])]


def clock(row: dict[str, Any]) -> Clock:
    channel = Channel(row["channel"])
    until = ways.wait(channel, since=today(row["since"]))
    return Clock(
        id=clock_id(row["id"], ClockKind.WAIT),
        kind=ClockKind.WAIT,
        organisation=row["organisation"],
        about=row["letter"],
        entry=row["entry"],
        due_on=until.day,
        provisional=until.provisional,
        rule="letters.wait_public" if channel is Channel.PUBLIC else "letters.wait",
        owners=frozenset(),
    )
