"""Whoever guesses passwords gets as many guesses as the settings say, in a row or all at once."""

import asyncio
from datetime import timedelta

import pytest

from integrity_archive.accounts.actions import NewAccount, SignIn, SignInLocked, WrongPassword, add_account, sign_in
from integrity_archive.accounts.kinds import AccountState
from integrity_archive.accounts.models import Account, Session
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.journal.kinds import Kind
from integrity_archive.journal.models import Event
from integrity_archive.settings import settings

from ..building import NOW, an_organisation

RIGHT, WRONG = SignIn(login="somebody", password="correct horse"), SignIn(login="somebody", password="wrong horse")


@pytest.fixture
async def account(database: object) -> Account:
    organisation = await an_organisation()
    new = NewAccount(login="somebody", password="correct horse", roles=[Role.CLERK], organisation=organisation.id)
    return await add_account(new, by=SYSTEM, now=NOW)


async def fail(times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            await sign_in(WRONG, now=NOW)


async def test_the_right_password_forgives_the_wrong_ones_before_it(account: Account) -> None:
    await fail(settings().sign_in_failures - 1)
    await sign_in(RIGHT, now=NOW)
    await fail(settings().sign_in_failures - 1)

    assert await sign_in(RIGHT, now=NOW)


async def test_a_locked_account_is_free_again_at_the_very_end_of_its_time(account: Account) -> None:
    await fail(settings().sign_in_failures)
    end = NOW + timedelta(seconds=settings().sign_in_lock)

    with pytest.raises(SignInLocked):
        await sign_in(RIGHT, now=end - timedelta(seconds=1))
    assert await sign_in(RIGHT, now=end)


async def test_a_guess_at_a_locked_account_does_not_lock_it_for_longer(account: Account) -> None:
    await fail(settings().sign_in_failures)
    before = (await Account.get(id=account.id)).locked_until

    for _ in range(settings().sign_in_failures):
        with pytest.raises(SignInLocked):
            await sign_in(WRONG, now=NOW + timedelta(seconds=1))
    assert (await Account.get(id=account.id)).locked_until == before


async def test_a_guess_that_comes_with_too_many_others_is_not_let_in_though_it_is_right(account: Account) -> None:
    guesses = [WRONG] * (2 * settings().sign_in_failures) + [RIGHT]
    answers = await asyncio.gather(*(sign_in(guess, now=NOW) for guess in guesses), return_exceptions=True)

    assert {type(answer) for answer in answers} == {WrongPassword, SignInLocked}
    assert isinstance(answers[-1], SignInLocked)
    assert await Session.all().count() == 0
    assert [type(answer) for answer in answers].count(WrongPassword) == settings().sign_in_failures


async def test_who_is_disabled_is_answered_like_who_has_the_wrong_password(account: Account) -> None:
    await Account.filter(id=account.id).update(state=AccountState.DISABLED)

    with pytest.raises(WrongPassword) as disabled:
        await sign_in(RIGHT, now=NOW)
    with pytest.raises(WrongPassword) as unknown:
        await sign_in(SignIn(login="nobody", password="correct horse"), now=NOW)
    assert disabled.value.problem() == unknown.value.problem()


async def test_every_sign_in_and_every_wrong_password_is_on_record_without_the_password(account: Account) -> None:
    await fail(2)
    await sign_in(RIGHT, now=NOW)

    events = await Event.filter(about=account.id).order_by("seq")
    assert [event.kind for event in events] == [
        Kind.ACCOUNT_ADDED, Kind.ACCOUNT_REFUSED, Kind.ACCOUNT_REFUSED, Kind.ACCOUNT_SIGNED_IN,
    ]  # fmt: skip
    assert {event.organisation for event in events} == {account.organisation_id}
