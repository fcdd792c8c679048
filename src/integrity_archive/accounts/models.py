"""Tenants, those who sign in for them, their sessions and machine keys."""

from uuid import UUID

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.kinds import AccountState, ApiKeyState, OrganisationKind
from integrity_archive.sealing import DataKey, HashField


class Organisation(Model):
    """A tenant. `uscc` is its unified social credit code (GB 32100)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kind = fields.CharEnumField(OrganisationKind, max_length=16)
    name = fields.CharField(max_length=200)
    uscc = fields.CharField(max_length=18, unique=True)
    address = fields.CharField(max_length=200, default="")
    phone = fields.CharField(max_length=40, default="")

    class Meta:
        table = "accounts_organisation"


class Account(Model):
    """Somebody who signs in. Officers belong to an organisation; a person's own account does not."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    organisation_id: UUID | None
    organisation: fields.ForeignKeyNullableRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="accounts", on_delete=fields.RESTRICT, null=True
    )
    login = fields.CharField(max_length=64, unique=True)
    name = fields.CharField(max_length=100, default="")
    password_hash = fields.CharField(max_length=200)
    roles: "fields.Field[list[str]]" = ArrayField("text")
    state = fields.CharEnumField(AccountState, max_length=8, default=AccountState.ACTIVE)
    failures = fields.IntField(default=0)
    locked_until = fields.DatetimeField(null=True)

    class Meta:
        table = "accounts_account"


class Session(Model):
    """A signed-in browser; only the hash of its token is kept."""

    token_hash = HashField(primary_key=True)
    account_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "archive.Account", related_name="sessions", on_delete=fields.CASCADE
    )
    started_at = fields.DatetimeField()
    seen_at = fields.DatetimeField()

    class Meta:
        table = "accounts_session"


class ApiKey(Model):
    """A machine's key; it acts as one account, and only its hash is kept."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "archive.Account", related_name="api_keys", on_delete=fields.RESTRICT
    )
    name = fields.CharField(max_length=100)
    hash = HashField(unique=True)
    state = fields.CharEnumField(ApiKeyState, max_length=8, default=ApiKeyState.VALID)
    issued_at = fields.DatetimeField()

    class Meta:
        table = "accounts_api_key"


class Reply(Model):
    """The answer given to an `Idempotency-Key`, to be given again; kept as long as settings say."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "archive.Account", related_name="replies", on_delete=fields.RESTRICT
    )
    idempotency_key = fields.CharField(max_length=255)
    request_hash = fields.BinaryField()
    status = fields.IntField()
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    at = fields.DatetimeField()

    class Meta:
        table = "accounts_reply"
        unique_together = [("account", "idempotency_key")]
        indexes = [("at",)]
