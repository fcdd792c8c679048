"""The journal's tables. `Event` rows are only ever inserted: the database refuses anything else."""

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.journal.kinds import Kind


class Event(Model):
    """One act. The clear columns are opaque; what was done stands sealed together with the salt of its commitment.

    `commitment` = SHA-256(salt ‖ JCS(body)), so destroying the key destroys body and salt, and a tree over the
    commitments still verifies.
    """

    seq = fields.BigIntField(primary_key=True)
    id = fields.UUIDField(unique=True, default=uuid7)
    kind = fields.CharEnumField(Kind, max_length=32)
    at = fields.DatetimeField()
    actor = fields.UUIDField(null=True)
    through = fields.CharField(max_length=8)
    organisation = fields.UUIDField(null=True)
    person = fields.UUIDField(null=True)
    entry = fields.UUIDField(null=True)
    about = fields.UUIDField(null=True)
    key = fields.UUIDField()
    commitment = fields.BinaryField()
    sealed = fields.BinaryField()

    class Meta:
        table = "journal_event"
        indexes = [("entry", "seq"), ("person", "seq"), ("about", "seq")]


class Reader(Model):
    """A part of the system that acts on events: which kinds it wants, and of which it has what was there before it."""

    reader = fields.CharField(primary_key=True, max_length=32)
    kinds = fields.JSONField[list[str]]()
    looked_back = fields.JSONField[list[str]]()

    class Meta:
        table = "journal_reader"


class Pending(Model):
    """An event a reader has not handled. The database adds the row in the event's own transaction."""

    id = fields.BigIntField(primary_key=True)
    reader = fields.CharField(max_length=32)
    event_seq = fields.BigIntField()

    class Meta:
        table = "journal_pending"
        unique_together = [("reader", "event_seq")]
