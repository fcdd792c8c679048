"""The archive in which the lives of entries are lived: one for all of them, emptied of one before the next begins."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import asyncpg

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.catalogue import registry
from integrity_archive.database import connect, credentials, disconnect
from integrity_archive.demo.world import Adult
from integrity_archive.people.models import Person

from ..building import Office, a_person, a_reviewer, a_university, an_adult, an_officer, an_organisation, as_the_person
from ..conftest import EMPTY, OTHERS, Database
from .model import BEGINS

T = TypeVar("T")
LIFE = ["entries_", "remedies_", "recipients_", "inquiries_", "tasks_", "journal_"]
CLEAR = f"""
set session_replication_role = replica;
do $$
declare found record;
begin
    for found in select tablename from pg_tables where schemaname = 'public' and tablename ~ '^({"|".join(LIFE)})' loop
        execute format('delete from %I', found.tablename);
    end loop;
end $$;
"""


@dataclass
class Archive:
    """One university, a student, a committee, and the loop in which everything happens."""

    runner: asyncio.Runner
    admin: asyncpg.Connection
    office: Office
    arbiter: Actor
    adult: Adult
    person: Person
    own: Actor
    committee: Organisation
    secretary: Actor
    operator: Actor

    def run(self, wanted: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(wanted)

    def forget(self) -> None:
        """Nothing of this life is left for the next."""
        self.run(self.admin.execute(CLEAR))

    def actor(self, role: Role, noun: str, act: str) -> Actor:
        """A remedy goes on with a reviewer who had no hand in the entry and did not take the remedy in."""
        begins = noun == "entry" or act == BEGINS[noun][0]
        reviewer = self.office.reviewer if begins else self.arbiter
        return {
            Role.CLERK: self.office.clerk,
            Role.REVIEWER: reviewer,
            Role.COMMITTEE: self.secretary,
            Role.SUBJECT: self.own,
            Role.OPERATOR: self.operator,
            Role.SYSTEM: SYSTEM,
        }[role]


@contextmanager
def an_archive(lasting: Database) -> Iterator[Archive]:
    with asyncio.Runner() as runner:
        yield runner.run(opened(runner, lasting))
        runner.run(disconnect())


async def opened(runner: asyncio.Runner, lasting: Database) -> Archive:
    admin = await asyncpg.connect(**credentials(lasting.admin))
    await admin.execute(OTHERS, admin.get_server_pid())
    await admin.execute(EMPTY)
    await connect(lasting.app, pool=2)
    await registry.refresh()
    office, adult = await a_university(), an_adult(born_on=date(2001, 5, 1))
    person, committee = await a_person(office, adult), await an_organisation(OrganisationKind.COMMITTEE)
    return Archive(
        runner, admin, office, await a_reviewer(office.organisation), adult, person, await as_the_person(person),
        committee, await an_officer(committee, Role.COMMITTEE), await an_officer(None, Role.OPERATOR),
    )  # fmt: skip
