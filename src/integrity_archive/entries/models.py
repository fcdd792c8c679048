"""Entries and what stands beside them. What is said of a person is sealed under the entry's own key."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.catalogue.record_types import Severity
from integrity_archive.entries.kinds import Objection, ServiceMethod
from integrity_archive.entries.lifecycle import State
from integrity_archive.people.models import Person
from integrity_archive.sealing import DataKey


class Entry(Model):
    """One decided fact, or one merit, of one person. Rows change state; they are never deleted.

    `sealed` = {"document_no", "document_title", "authority", "summary", "sanction_text"}.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    number = fields.CharField(max_length=34, unique=True)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="entries", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="entries", on_delete=fields.RESTRICT
    )
    clerk_id: UUID
    clerk: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "archive.Account", related_name=False, on_delete=fields.RESTRICT
    )
    reviewer_id: UUID | None
    reviewer: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "archive.Account", related_name=False, on_delete=fields.RESTRICT, null=True
    )
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    edition = fields.CharField(max_length=40)
    record_type = fields.CharField(max_length=16)
    severity: Severity | None = fields.CharEnumField(Severity, max_length=8, null=True)  # type: ignore[assignment]
    state = fields.CharEnumField(State, max_length=12, default=State.DRAFT)
    state_since = fields.DatetimeField()
    version = fields.IntField(default=1)
    objection = fields.CharEnumField(Objection, max_length=12, default=Objection.NONE)
    sealed = fields.BinaryField()
    authority_uscc = fields.CharField(max_length=18)
    decided_on = fields.DateField()
    served_on = fields.DateField()
    remedies_told = fields.BooleanField()
    conduct_ended_on = fields.DateField(null=True)
    sanction_kind = fields.CharField(max_length=40, null=True)
    sanction_from = fields.DateField(null=True)
    sanction_to = fields.DateField(null=True)
    consented_on = fields.DateField(null=True)
    effect_due_on = fields.DateField(null=True)
    final_on = fields.DateField(null=True)
    told_on = fields.DateField(null=True)
    display_until = fields.DateField(null=True)

    class Meta:
        table = "entries_entry"
        indexes = [("person", "state"), ("organisation", "state"), ("state", "effect_due_on")]


class Evidence(Model):
    """A document of an entry: sealed bytes in the blob store; `sealed` = {"file_name", "sha256"} of the clear bytes.

    `kind` is one of the edition's evidence kinds, or a `Proof`.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="evidence", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(max_length=40)
    media_type = fields.CharField(max_length=80)
    size = fields.IntField()
    sealed = fields.BinaryField()
    blob = fields.CharField(max_length=64)
    at = fields.DatetimeField()

    class Meta:
        table = "entries_evidence"
        indexes = [("entry",)]


class Notice(Model):
    """Our own notice to the person: approved by the second officer, served on paper, proven."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.OneToOneRelation[Entry] = fields.OneToOneField(
        "archive.Entry", related_name="notice", on_delete=fields.RESTRICT
    )
    approved_at = fields.DatetimeField()
    method = fields.CharEnumField(ServiceMethod, max_length=12, null=True)
    served_on = fields.DateField(null=True)
    proof_id: UUID | None
    proof: fields.ForeignKeyNullableRelation[Evidence] = fields.ForeignKeyField(
        "archive.Evidence", related_name=False, on_delete=fields.RESTRICT, null=True
    )

    class Meta:
        table = "entries_notice"


class Statement(Model):
    """What the person says about the entry; it travels with it. `sealed` = the text."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="statements", on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    at = fields.DatetimeField()

    class Meta:
        table = "entries_statement"
        indexes = [("entry",)]


class Certificate(Model):
    """Why an entry was allowed to take effect. `sealed` = the facts as JCS; `sha256` is their hash."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.OneToOneRelation[Entry] = fields.OneToOneField(
        "archive.Entry", related_name="certificate", on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    sha256 = fields.BinaryField()
    at = fields.DatetimeField()

    class Meta:
        table = "entries_certificate"
