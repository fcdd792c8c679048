"""Who has received an entry, and who must be told that it changed: edges and duties."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.entries.models import Entry
from integrity_archive.recipients.kinds import Cause, DutyState, How, RecipientKind


class Edge(Model):
    """An entry reached somebody: `about` is the inquiry, report, delivery or letter that carried it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="recipients", on_delete=fields.RESTRICT
    )
    recipient_kind = fields.CharEnumField(RecipientKind, max_length=12)
    recipient = fields.UUIDField()
    how = fields.CharEnumField(How, max_length=12)
    about = fields.UUIDField()
    version = fields.IntField()
    used = fields.BooleanField(default=False)
    at = fields.DatetimeField()

    class Meta:
        table = "recipients_edge"
        unique_together = [("entry", "how", "about")]
        indexes = [("recipient", "recipient_kind")]


class Duty(Model):
    """Somebody must be told of a change by a day; done when he has acknowledged it. `event` is the change's line."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="duties", on_delete=fields.RESTRICT
    )
    recipient_kind = fields.CharEnumField(RecipientKind, max_length=12)
    recipient = fields.UUIDField()
    cause = fields.CharEnumField(Cause, max_length=12)
    event = fields.BigIntField()
    state = fields.CharEnumField(DutyState, max_length=12, default=DutyState.DUE)
    due_on = fields.DateField()
    made_at = fields.DatetimeField()
    sent_at = fields.DatetimeField(null=True)
    acknowledged_at = fields.DatetimeField(null=True)

    class Meta:
        table = "recipients_duty"
        unique_together = [("event", "recipient_kind", "recipient")]
        indexes = [("state", "due_on"), ("entry",)]
