"""Tenants, accounts and machine keys are opened by those who run the service, once, and on record."""

from hashlib import sha256
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from integrity_archive.accounts.actions import (
    KEY_PREFIX,
    LoginTaken,
    NewAccount,
    NewOrganisation,
    OrganisationKnown,
    add_account,
    add_organisation,
    issue_api_key,
)
from integrity_archive.accounts.kinds import AccountState
from integrity_archive.accounts.models import Account, ApiKey, Organisation
from integrity_archive.accounts.passwords import fits, hashed
from integrity_archive.accounts.queries import actor_of_key, actor_of_login
from integrity_archive.actors import SYSTEM, Permission, Role
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.intake import read
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event

from ..building import NOW, a_clerk, an_officer, an_organisation

PASSWORD = "correct horse"
ACCOUNT = {"login": "somebody", "name": "某人", "password": PASSWORD, "roles": ["clerk", "reviewer"]}


def an_account(**changes: Any) -> NewAccount:
    return NewAccount.model_validate(ACCOUNT | changes)


async def test_an_account_acts_with_the_roles_it_was_given_for_its_organisation(database: object) -> None:
    organisation = await an_organisation()
    account = await add_account(an_account(organisation=organisation.id), by=SYSTEM, now=NOW)

    actor = await actor_of_login("somebody")
    assert (actor.account, actor.organisation) == (account.id, organisation.id)
    assert actor.roles == {Role.CLERK, Role.REVIEWER} and actor.through == "cli"


async def test_opening_an_account_is_on_record_with_its_roles_and_without_its_password(database: object) -> None:
    account = await add_account(an_account(), by=SYSTEM, now=NOW)

    [act] = await journal.opened(await Event.filter(about=account.id))
    assert (act.kind, act.body) == (Kind.ACCOUNT_ADDED, {"login": "somebody", "roles": ["clerk", "reviewer"]})


async def test_a_login_and_a_code_are_given_once(database: object) -> None:
    first = await an_organisation()
    await add_account(an_account(), by=SYSTEM, now=NOW)

    with pytest.raises(LoginTaken) as taken:
        await add_account(an_account(password="another horse"), by=SYSTEM, now=NOW)
    again = NewOrganisation(kind=first.kind, name="另一所大学", uscc=first.uscc)
    with pytest.raises(OrganisationKnown) as known:
        await add_organisation(again, by=SYSTEM, now=NOW)
    assert (taken.value.at, known.value.at) == ("login", "uscc")
    assert await Account.all().count() == 1 and await Organisation.all().count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.OPERATOR, Role.SYSTEM)])
async def test_nobody_but_an_operator_opens_anything(database: object, role: Role) -> None:
    organisation = await an_organisation()
    by = await an_officer(organisation, role)
    assert by.account and Permission.ACCOUNT_MAKE not in by.permissions
    new = NewOrganisation(kind=organisation.kind, name="另一所大学", uscc=organisation.uscc)

    with pytest.raises(Forbidden):
        await add_organisation(new, by=by, now=NOW)
    with pytest.raises(Forbidden):
        await add_account(an_account(roles=["operator"]), by=by, now=NOW)
    with pytest.raises(Forbidden):
        await issue_api_key(by.account, "own", by=by, now=NOW)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"login": "Somebody"}, "login"),
        ({"login": "-x"}, "login"),
        ({"login": "x" * 65}, "login"),
        ({"password": "7 chars"}, "password"),
        ({"password": "x" * 129}, "password"),
        ({"roles": []}, "roles"),
        ({"roles": ["king"]}, "roles.0"),
    ],
)
def test_what_would_be_no_account_is_refused_beside_its_field(changes: dict[str, Any], path: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(NewAccount, ACCOUNT | changes)

    assert [fault.path for fault in refused.value.errors()] == [path]
    assert PASSWORD not in str(refused.value.problem())


async def test_a_password_is_kept_as_argon2id_and_never_twice_the_same() -> None:
    one, other = await hashed(PASSWORD), await hashed(PASSWORD)

    assert one.startswith("$argon2id$") and one != other and PASSWORD not in one
    assert await fits(one, PASSWORD) and not await fits(one, PASSWORD + " ")


@pytest.mark.parametrize("kept", [None, "", "nobody signs in with this", PASSWORD])
async def test_no_password_fits_what_is_no_hash(kept: str | None) -> None:
    assert not await fits(kept, PASSWORD)
    assert not await fits(kept, "nobody has this password")


async def test_of_a_machine_key_only_the_hash_is_kept(database: object) -> None:
    clerk = await a_clerk(await an_organisation())
    assert clerk.account
    token = await issue_api_key(clerk.account, "registry", by=SYSTEM, now=NOW)

    key = await ApiKey.get()
    assert token.startswith(KEY_PREFIX) and len(token) > 40
    assert bytes(key.hash) == sha256(token.encode()).digest()
    [act] = await journal.opened(await Event.filter(about=key.id))
    assert (act.kind, act.body) == (Kind.KEY_ISSUED, {"name": "registry"})


async def test_a_machine_key_of_a_disabled_account_opens_nothing(database: object) -> None:
    clerk = await a_clerk(await an_organisation())
    assert clerk.account
    token = await issue_api_key(clerk.account, "registry", by=SYSTEM, now=NOW)
    await Account.filter(id=clerk.account).update(state=AccountState.DISABLED)

    assert await actor_of_key(token, now=NOW) is None


async def test_a_key_for_nobody_and_a_login_of_nobody_are_not_found(database: object) -> None:
    with pytest.raises(NotFound):
        await issue_api_key(uuid7(), "registry", by=SYSTEM, now=NOW)
    with pytest.raises(NotFound):
        await actor_of_login("nobody")
