"""A statement that nobody looked at in time: what holds nothing of what may not be collected travels by rule.

His right to be heard beside the entry (征信业管理条例 25) does not wait for an officer who is silent.
"""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue.terms import deadline
from integrity_archive.database import rows, tx
from integrity_archive.entries.clauses import by_rule, left_out
from integrity_archive.entries.kinds import StatementState
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.locked import held
from integrity_archive.entries.models import Statement
from integrity_archive.entries.statements import close_when_done, let_travel, whole
from integrity_archive.errors import Conflict, NotFound
from integrity_archive.journal.kinds import Kind
from integrity_archive.sealing import Unreadable
from integrity_archive.tasks.models import TaskKind

OVERDUE = """
select about from tasks_task where kind = 'pass_on' and state = 'open' and due_on < $1 and not provisional
order by due_on, id
"""


async def pass_on_due(*, now: datetime) -> int:
    """Let the statements travel whose day is over, without their suspected clauses. Returns how many did."""
    done = 0
    for row in await rows(OVERDUE, [clock.today(now)]):
        with suppress(Conflict, NotFound, Unreadable):  # one that ended meanwhile, or whose key is lost
            done += await pass_by_rule(row["about"], now=now)
    return done


@tx
async def pass_by_rule(entry_id: UUID, *, now: datetime) -> int:
    """Each by its own day: one that came later under the same task has its whole time."""
    entry, key = await held(entry_id, by=SYSTEM, now=now)
    if entry.state not in (State.NOTIFIED, State.EFFECTIVE):
        return 0
    waiting = Statement.select_for_update().filter(entry_id=entry.id, state=StatementState.HELD_BACK)
    done = 0
    for statement in await waiting.order_by("at", "id"):
        until = deadline("entries", TaskKind.PASS_ON, since=clock.today(statement.at))
        if until.provisional or clock.today(now) <= until.day:
            continue
        said = whole(statement, key)
        less = by_rule(said)
        await let_travel(
            statement, entry, key, said, less, Kind.ENTRY_STATEMENT_BY_RULE, left_out(said, less), by=SYSTEM, now=now
        )
        done += 1
    await close_when_done(entry, key, by=SYSTEM, now=now)
    return done
