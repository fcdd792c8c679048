"""The background process: a table of jobs and one loop. Any number of workers may run: each claims what it does."""

import asyncio
import logging
import signal
import sys
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import structlog
import uvloop

from integrity_archive import clock, database, postgres
from integrity_archive.accounts import replies
from integrity_archive.catalogue import registry
from integrity_archive.catalogue.actions import adopt_shipped
from integrity_archive.deadlines import reminding
from integrity_archive.entries import actions as entries
from integrity_archive.entries import expiry, lapsing, passing, rescheduling
from integrity_archive.exchange import outbox, planner, receipts
from integrity_archive.exchange.links import Links
from integrity_archive.garbage import collect_seldom
from integrity_archive.journal import readers
from integrity_archive.letters import planner as letters
from integrity_archive.letters import sending
from integrity_archive.recipients import planner as recipients
from integrity_archive.remedies import alarm, resuming
from integrity_archive.remedies import erasing as erasing_remedies
from integrity_archive.remedies import rescheduling as remedies
from integrity_archive.reports import erasing as reports
from integrity_archive.sealing import vault
from integrity_archive.settings import settings

EFFECTS_AT_ONCE = 100
ENDED_AT_ONCE = 100
FORGOTTEN_AT_ONCE = 500
ALARMS_AT_ONCE = 100
REMINDED_AT_ONCE = 100
RESUMED_AT_ONCE = 100
DRAIN = 30.0
log = structlog.get_logger()


@dataclass(frozen=True)
class Job:
    """Work that is looked for every so many polls; it returns how much it did, and at once looks again after some."""

    name: str
    work: Callable[[Links, datetime], Awaitable[int]]
    polls: int = 1


JOBS = (
    Job("refresh_catalogue", lambda links, now: refresh_catalogue(), polls=10),
    Job("reschedule", lambda links, now: rescheduling.hear_of_notices(now=now), polls=10),
    Job("reschedule_remedies", lambda links, now: remedies.hear_of_notices(now=now), polls=10),
    Job("take_due_effects", lambda links, now: entries.take_due_effects(now=now, limit=EFFECTS_AT_ONCE), polls=10),
    Job("pass_on", lambda links, now: passing.pass_on_due(now=now), polls=60),
    Job("alarm", lambda links, now: alarm.sound_alarms(now=now, limit=ALARMS_AT_ONCE), polls=60),
    Job("resume", lambda links, now: resuming.resume_revised(now=now, limit=RESUMED_AT_ONCE), polls=10),
    Job("expire", lambda links, now: expiry.expire_due(now=now, limit=ENDED_AT_ONCE), polls=10),
    Job("lapse", lambda links, now: lapsing.lapse_due(now=now, limit=ENDED_AT_ONCE), polls=60),
    Job("erase", lambda links, now: expiry.erase_due(now=now, limit=ENDED_AT_ONCE), polls=60),
    Job("erase_reports", lambda links, now: reports.erase_reports(now=now), polls=10),
    Job("erase_remedies", lambda links, now: erasing_remedies.erase_remedies(now=now), polls=10),
    Job("owe", lambda links, now: recipients.plan(now=now)),
    Job("plan", lambda links, now: planner.plan(now=now)),
    Job("send", lambda links, now: outbox.send(links, now=now)),
    Job("collect", lambda links, now: receipts.collect(links, now=now)),
    Job("write_letters", lambda links, now: letters.plan(now=now)),
    Job("send_letters", lambda links, now: sending.send_due(now=now), polls=4),
    Job("remind", lambda links, now: reminding.remind_due(now=now, limit=REMINDED_AT_ONCE), polls=60),
    Job("forget_replies", lambda links, now: replies.forget(now=now, limit=FORGOTTEN_AT_ONCE), polls=7200),
)


async def refresh_catalogue() -> int:
    return int(await registry.refresh())


class Worker:
    """Runs every job side by side, each unit of work in a task of its own, until it is told to stop."""

    def __init__(self, links: Links, *, poll: float) -> None:
        self.links = links
        self.poll = poll
        self.stopping = asyncio.Event()

    async def run(self) -> None:
        """Returns when all jobs have ended what they were doing; raises TimeoutError if one will not."""
        loops = [asyncio.create_task(self.keep_doing(job), name=job.name) for job in JOBS]
        await self.stopping.wait()
        try:
            await asyncio.wait_for(asyncio.gather(*loops), DRAIN)
        finally:
            log.info("worker ended")

    async def keep_doing(self, job: Job) -> None:
        while not self.stopping.is_set():
            # A task of its own: what one failure leaves behind in its context cannot spoil the next.
            done = await asyncio.create_task(self.once(job))
            if not done:
                await self.rest(self.poll * job.polls)

    async def once(self, job: Job) -> int:
        try:
            return await job.work(self.links, clock.now())
        except Exception as wrong:
            log.error("job failed", job=job.name, error=type(wrong).__name__, where=places(wrong))
            return 0

    async def rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.stopping.wait(), seconds)
        except TimeoutError:
            return


def places(wrong: BaseException) -> list[str]:
    """Where it happened. Messages of exceptions are left out: they may quote values."""
    frames = traceback.extract_tb(wrong.__traceback__)[-4:]
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames]


async def run() -> None:
    """Connect, work until SIGTERM or SIGINT, drain, leave."""
    await database.connect(postgres.address(), pool=settings().database_pool, application="integrity-archive worker")
    try:
        await database.require_migrated()
        await adopt_shipped(now=clock.now())
        await readers.enrol(rescheduling.READER, rescheduling.KINDS)
        await readers.enrol(remedies.READER, remedies.KINDS)
        await readers.enrol(recipients.READER, recipients.KINDS)
        await readers.enrol(planner.READER, planner.KINDS)
        await readers.enrol(letters.READER, letters.KINDS)
        await readers.enrol(reports.READER, reports.KINDS)
        await readers.enrol(erasing_remedies.READER, erasing_remedies.KINDS)
        async with Links() as links:
            worker = Worker(links, poll=settings().worker_poll)
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, worker.stopping.set)
            log.info("worker started", jobs=[job.name for job in JOBS])
            await worker.run()
    finally:
        await database.disconnect()


def log_as_json() -> None:
    """One JSON object a line on standard output, ours and the libraries'."""
    level = logging.getLevelNamesMapping()[settings().log_level]
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format='{"event":"%(name)s","level":"%(levelname)s"}')
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(),
    )


def main() -> None:
    """The command `work`."""
    log_as_json()
    vault()
    collect_seldom()
    uvloop.run(run())
