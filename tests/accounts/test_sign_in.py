"""Signing in with a password, and what ends it."""

from datetime import timedelta

import pytest

from integrity_archive.accounts.actions import (
    NewAccount,
    SignIn,
    SignInLocked,
    WrongPassword,
    add_account,
    issue_api_key,
    sign_in,
    sign_out,
)
from integrity_archive.accounts.kinds import AccountState, ApiKeyState
from integrity_archive.accounts.models import Account, ApiKey, Session
from integrity_archive.accounts.queries import actor_of_key, actor_of_session
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.settings import settings

from ..building import NOW, an_organisation

RIGHT, WRONG = SignIn(login="somebody", password="correct horse"), SignIn(login="somebody", password="wrong horse")


@pytest.fixture
async def account(database: object) -> Account:
    organisation = await an_organisation()
    new = NewAccount(login="somebody", password="correct horse", roles=[Role.CLERK], organisation=organisation.id)
    return await add_account(new, by=SYSTEM, now=NOW)


async def test_the_right_password_opens_a_session_of_which_only_the_hash_is_kept(account: Account) -> None:
    token, signed_in = await sign_in(RIGHT, now=NOW)
    actor = await actor_of_session(token, now=NOW)
    assert signed_in.id == account.id and actor and actor.account == account.id and actor.roles == {Role.CLERK}
    assert account.password_hash.startswith("$argon2id$")
    assert token.encode() not in (await Session.get()).token_hash


async def test_a_wrong_password_and_an_unknown_login_are_refused_in_the_same_words(account: Account) -> None:
    with pytest.raises(WrongPassword) as wrong:
        await sign_in(WRONG, now=NOW)
    with pytest.raises(WrongPassword) as unknown:
        await sign_in(SignIn(login="nobody", password="x"), now=NOW)
    assert wrong.value.problem() == unknown.value.problem()


async def test_too_many_wrong_passwords_lock_the_account_for_a_while(account: Account) -> None:
    for _ in range(settings().sign_in_failures):
        with pytest.raises(WrongPassword):
            await sign_in(WRONG, now=NOW)
    with pytest.raises(SignInLocked):
        await sign_in(RIGHT, now=NOW)
    token, _ = await sign_in(RIGHT, now=NOW + timedelta(seconds=settings().sign_in_lock + 1))
    assert token


async def test_a_disabled_account_neither_signs_in_nor_keeps_its_session(account: Account) -> None:
    token, _ = await sign_in(RIGHT, now=NOW)
    await Account.filter(id=account.id).update(state=AccountState.DISABLED)
    assert await actor_of_session(token, now=NOW) is None
    with pytest.raises(WrongPassword):
        await sign_in(RIGHT, now=NOW)


async def test_a_session_ends_when_idle_when_old_and_when_signed_out(account: Account) -> None:
    idle, absolute = settings().session_idle, settings().session_absolute
    token, _ = await sign_in(RIGHT, now=NOW)
    assert await actor_of_session(token, now=NOW + timedelta(seconds=idle - 1))
    assert await actor_of_session(token, now=NOW + timedelta(seconds=2 * idle - 2)), "a look keeps it alive"
    assert await actor_of_session(token, now=NOW + timedelta(seconds=4 * idle)) is None
    await Session.all().update(seen_at=NOW + timedelta(seconds=absolute))
    assert await actor_of_session(token, now=NOW + timedelta(seconds=absolute + 1)) is None
    other, signed_in = await sign_in(RIGHT, now=NOW)
    await sign_out(other, by=SYSTEM, now=NOW)
    assert await actor_of_session(other, now=NOW) is None and signed_in


async def test_a_machine_key_acts_as_its_account_until_it_is_revoked(account: Account) -> None:
    token = await issue_api_key(account.id, "register office", by=SYSTEM, now=NOW)
    actor = await actor_of_key(token, now=NOW)
    assert actor and actor.account == account.id and actor.through == "api"
    assert await actor_of_key(token + "x", now=NOW) is None
    await ApiKey.all().update(state=ApiKeyState.REVOKED)
    assert await actor_of_key(token, now=NOW) is None
