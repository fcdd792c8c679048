"""The operator opens accounts from the command line: with a key for machines, or as a person's own."""

from uuid import UUID

from uuid_utils.compat import uuid7

from integrity_archive.accounts.actions import add_account
from integrity_archive.accounts.queries import actor_of_key, actor_of_login
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.cli import REFUSED
from integrity_archive.people.queries import as_subject

from ..building import NOW, a_person, a_university
from ..commands import run
from ..conftest import Database
from .test_opening import an_account


async def test_a_machine_key_acts_as_the_account_it_was_issued_for(database: Database) -> None:
    office = await a_university()

    status, token = await run(database, "account", "key", str(office.clerk.account), "student office")

    actor = await actor_of_key(token.strip(), now=NOW)
    assert status == 0 and actor and actor.account == office.clerk.account
    assert (await run(database, "account", "key", str(uuid7()), "nobody"))[0] == REFUSED


async def test_an_account_becomes_a_persons_own_and_an_officers_does_not(database: Database) -> None:
    office = await a_university()
    person = await a_person(office)
    own = await add_account(an_account(roles=["subject"]), by=SYSTEM, now=NOW)

    refused, _ = await run(database, "account", "attach", str(office.clerk.account), str(person.id))
    status, _ = await run(database, "account", "attach", str(own.id), str(person.id))

    actor = await as_subject(await actor_of_login("somebody"))
    assert (refused, status) == (REFUSED, 0)
    assert Role.SUBJECT in actor.roles and actor.person == UUID(str(person.id))
