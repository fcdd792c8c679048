"""Tenants and those who act for them: open, sign in, sign out, machine keys."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from integrity_archive.accounts import passwords
from integrity_archive.accounts.kinds import AccountState, OrganisationKind
from integrity_archive.accounts.models import Account, ApiKey, Organisation, Session
from integrity_archive.accounts.uscc import normal_uscc
from integrity_archive.actors import SYSTEM, Actor, Permission, Role, require
from integrity_archive.database import rows, tx
from integrity_archive.errors import Conflict, NotFound, Refusal
from integrity_archive.intake import checked
from integrity_archive.journal.actions import record
from integrity_archive.journal.kinds import Kind
from integrity_archive.settings import settings

KEY_PREFIX = "ia_"

Login = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{1,63}$")]
Password = Annotated[str, StringConstraints(min_length=8, max_length=128)]


class LoginTaken(Conflict):
    """There is an account with this login already."""

    zh = "该登录名已被使用。"


class OrganisationKnown(Conflict):
    """There is an organisation with this code already."""

    zh = "该统一社会信用代码的单位已存在。"


class WrongPassword(Refusal):
    """The login or the password is wrong."""

    status = 401
    zh = "登录名或密码不正确。"


class SignInLocked(Refusal):
    """Too many wrong passwords. Try again later."""

    status = 429
    zh = "密码连续错误次数过多，请稍后再试。"


class NewOrganisation(BaseModel):
    """A tenant to be."""

    kind: OrganisationKind
    name: str = Field(min_length=2, max_length=200)
    uscc: Annotated[str, AfterValidator(checked(normal_uscc))]
    address: str = Field(default="", max_length=200)
    phone: str = Field(default="", max_length=40)


class NewAccount(BaseModel):
    """An account to be; the person's own account has no organisation."""

    login: Login
    name: str = Field(default="", max_length=100)
    password: Password
    roles: list[Role] = Field(min_length=1)
    organisation: UUID | None = None


class SignIn(BaseModel):
    login: str = Field(max_length=64)
    password: str = Field(max_length=128)


@tx
async def add_organisation(new: NewOrganisation, *, by: Actor, now: datetime) -> Organisation:
    """Raises `OrganisationKnown`."""
    require(by, Permission.ACCOUNT_MAKE)
    if await Organisation.exists(uscc=new.uscc):
        raise OrganisationKnown(at="uscc")
    organisation = await Organisation.create(**new.model_dump())
    await record(Kind.ORGANISATION_ADDED, by=by, now=now, organisation=organisation.id, kind_of=new.kind, name=new.name)
    return organisation


async def add_account(new: NewAccount, *, by: Actor, now: datetime) -> Account:
    """Raises `LoginTaken`; the password is hashed before the transaction begins."""
    require(by, Permission.ACCOUNT_MAKE)
    return await keep_account(new, await passwords.hashed(new.password), by=by, now=now)


@tx
async def keep_account(new: NewAccount, password_hash: str, *, by: Actor, now: datetime) -> Account:
    if await Account.exists(login=new.login):
        raise LoginTaken(at="login")
    account = await Account.create(
        organisation_id=new.organisation,
        login=new.login,
        name=new.name,
        password_hash=password_hash,
        roles=[role.value for role in new.roles],
    )
    roles = sorted(account.roles)
    await record(
        Kind.ACCOUNT_ADDED,
        by=by,
        now=now,
        organisation=new.organisation,
        about=account.id,
        login=new.login,
        roles=roles,
    )
    return account


async def sign_in(given: SignIn, *, now: datetime) -> tuple[str, Account]:
    """A new session's token. Raises `WrongPassword`, the same for an unknown login, or `SignInLocked`."""
    account = await Account.get_or_none(login=given.login)
    right = await passwords.fits(account.password_hash if account else None, given.password)
    admitted = await admit(account.id, right, now=now) if account else None
    if admitted is None:
        raise WrongPassword(at="password")
    return admitted


@tx
async def admit(account_id: UUID, right: bool, *, now: datetime) -> tuple[str, Account] | None:
    """Judge an attempt under lock, so that attempts made all at once count like attempts in a row; None: refused."""
    account = await Account.select_for_update().get(id=account_id)
    if account.locked_until and account.locked_until > now:
        raise SignInLocked(at="password")
    if not right or account.state is not AccountState.ACTIVE:
        await count_failure(account, now=now)
        return None
    return await start_session(account, now=now), account


async def count_failure(account: Account, *, now: datetime) -> None:
    account.failures += 1
    if account.failures >= settings().sign_in_failures:
        account.failures, account.locked_until = 0, now + timedelta(seconds=settings().sign_in_lock)
    await account.save(update_fields=["failures", "locked_until"])
    await record(Kind.ACCOUNT_REFUSED, by=SYSTEM, now=now, organisation=account.organisation_id, about=account.id)


async def start_session(account: Account, *, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    await Account.filter(id=account.id).update(failures=0, locked_until=None)
    await Session.create(token_hash=digest(token), account_id=account.id, started_at=now, seen_at=now)
    await record(Kind.ACCOUNT_SIGNED_IN, by=SYSTEM, now=now, organisation=account.organisation_id, about=account.id)
    return token


@tx
async def sign_out(token: str, *, by: Actor, now: datetime) -> None:
    """End the session; harmless when it has ended."""
    ended = await rows("delete from accounts_session where token_hash = $1 returning account_id", [digest(token)])
    for session in ended:
        await record(Kind.ACCOUNT_SIGNED_OUT, by=by, now=now, about=session["account_id"])


@tx
async def issue_api_key(account_id: UUID, name: str, *, by: Actor, now: datetime) -> str:
    """A machine key that acts as this account; shown once, kept as a hash."""
    require(by, Permission.ACCOUNT_MAKE)
    account = await Account.get_or_none(id=account_id)
    if account is None:
        raise NotFound()
    token = KEY_PREFIX + secrets.token_urlsafe(32)
    key = await ApiKey.create(account_id=account_id, name=name, hash=digest(token), issued_at=now)
    await record(Kind.KEY_ISSUED, by=by, now=now, organisation=account.organisation_id, about=key.id, name=name)
    return token


def digest(token: str) -> bytes:
    """What is kept of a token: 256 random bits need no salt."""
    return sha256(token.encode()).digest()
