"""Targets, the outbox towards them, and what comes back."""

from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.entries.models import Entry
from integrity_archive.exchange.lifecycle import BatchState, DeliveryState
from integrity_archive.sealing import DataKey


class Target(Model):
    """A platform we push to, as its registration file describes it; `sealed` = that file with its keys."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    name = fields.CharField(max_length=64, unique=True)
    app_id = fields.CharField(max_length=16)
    batch_prefix = fields.CharField(max_length=16)
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    edition = fields.JSONField[dict[str, Any]](null=True)
    feed_cursor = fields.CharField(max_length=64, null=True)
    batch_day = fields.DateField(null=True)
    batch_count = fields.IntField(default=0)

    class Meta:
        table = "exchange_target"


class Unit(Model):
    """Under which code an organisation of ours may send to a target, and which catalogue items."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    target_id: UUID
    target: fields.ForeignKeyRelation[Target] = fields.ForeignKeyField(
        "archive.Target", related_name="units", on_delete=fields.RESTRICT
    )
    organisation_id: UUID | None
    organisation: fields.ForeignKeyNullableRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="units", on_delete=fields.RESTRICT, null=True
    )
    uscc = fields.CharField(max_length=18)
    unit_code = fields.CharField(max_length=16)
    catalogue_items = fields.JSONField[list[str]]()

    class Meta:
        table = "exchange_unit"
        unique_together = [("target", "uscc", "unit_code"), ("target", "organisation")]


class Head(Model):
    """Where an entry stands at a target: the last accepted sequence. Locked by whoever plans for it or settles it.

    An entry has at most one that is not closed by a W; what takes effect anew after that has another number there.

    `dirty`: the entry changed while a message was unresolved; it is planned again when that one is final.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    target_id: UUID
    target: fields.ForeignKeyRelation[Target] = fields.ForeignKeyField(
        "archive.Target", related_name="heads", on_delete=fields.RESTRICT
    )
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="heads", on_delete=fields.RESTRICT
    )
    number = fields.CharField(max_length=34)
    last_seq = fields.IntField(default=0)
    last_hash = fields.CharField(max_length=64, null=True)
    last_op = fields.CharField(max_length=1, null=True)
    platform_entry_id = fields.CharField(max_length=64, null=True)
    dirty = fields.BooleanField(default=False)

    class Meta:
        table = "exchange_head"
        unique_together = [("target", "number")]
        indexes = [("entry",)]


class Batch(Model):
    """Deliveries of one unit under one `batch_no`, sent together until the platform has answered."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    target_id: UUID
    target: fields.ForeignKeyRelation[Target] = fields.ForeignKeyField(
        "archive.Target", related_name="batches", on_delete=fields.RESTRICT
    )
    unit_id: UUID
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "archive.Unit", related_name="batches", on_delete=fields.RESTRICT
    )
    number = fields.CharField(max_length=40)
    state = fields.CharEnumField(BatchState, max_length=8)
    edition = fields.CharField(max_length=40)
    attempts = fields.IntField(default=0)
    made_at = fields.DatetimeField()
    last_unknown_at = fields.DatetimeField(null=True)
    next_at = fields.DatetimeField()
    leased_until = fields.DatetimeField(null=True)
    refusal = fields.CharField(max_length=8, null=True)

    class Meta:
        table = "exchange_batch"
        unique_together = [("target", "number")]
        indexes = [("state", "next_at")]


class Delivery(Model):
    """One message of an entry's sequence; `sealed` = the entry object of PPG/1.0 §4 under the entry's key."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    head_id: UUID
    head: fields.ForeignKeyRelation[Head] = fields.ForeignKeyField(
        "archive.Head", related_name="deliveries", on_delete=fields.RESTRICT
    )
    unit_id: UUID
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "archive.Unit", related_name="deliveries", on_delete=fields.RESTRICT
    )
    batch_id: UUID | None
    batch: fields.ForeignKeyNullableRelation[Batch] = fields.ForeignKeyField(
        "archive.Batch", related_name="deliveries", on_delete=fields.RESTRICT, null=True
    )
    seq = fields.IntField()
    op = fields.CharField(max_length=1)
    reason = fields.CharField(max_length=20, null=True)
    state = fields.CharEnumField(DeliveryState, max_length=8)
    state_since = fields.DatetimeField()
    payload_hash = fields.CharField(max_length=64)
    sealed = fields.BinaryField()
    errors = fields.JSONField[list[dict[str, Any]]](default=list)

    class Meta:
        table = "exchange_delivery"
        unique_together = [("head", "seq")]
        indexes = [("batch",)]


class Receipt(Model):
    """An entry receipt of the platform (PPG/1.0 §3.5), kept for ever; a known number is dropped."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    target_id: UUID
    target: fields.ForeignKeyRelation[Target] = fields.ForeignKeyField(
        "archive.Target", related_name="receipts", on_delete=fields.RESTRICT
    )
    number = fields.CharField(max_length=64)
    batch_number = fields.CharField(max_length=40)
    entry_number = fields.CharField(max_length=34)
    seq = fields.IntField()
    payload_hash = fields.CharField(max_length=64)
    status = fields.CharField(max_length=8)
    platform_entry_id = fields.CharField(max_length=64, null=True)
    duplicate = fields.BooleanField()
    errors = fields.JSONField[list[dict[str, Any]]]()
    at = fields.DatetimeField()

    class Meta:
        table = "exchange_receipt"
        unique_together = [("target", "number")]
        indexes = [("entry_number", "seq")]


class PlatformNotice(Model):
    """A status notice that originated at the platform (PPG/1.0 §3.5, level 3)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    target_id: UUID
    target: fields.ForeignKeyRelation[Target] = fields.ForeignKeyField(
        "archive.Target", related_name="notices", on_delete=fields.RESTRICT
    )
    number = fields.CharField(max_length=64)
    entry_number = fields.CharField(max_length=34)
    status = fields.CharField(max_length=24)
    reason = fields.CharField(max_length=20, null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "exchange_platform_notice"
        unique_together = [("target", "number")]
