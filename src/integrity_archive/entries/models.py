"""Entries and what stands beside them. What is said of a person is sealed under the entry's own key."""

from datetime import date
from uuid import UUID

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.catalogue.due_process import Procedure
from integrity_archive.catalogue.record_types import Severity
from integrity_archive.entries.kinds import (
    ChangeKind,
    ChangeState,
    DecisionRoute,
    Ending,
    Objection,
    QuarantineState,
    ServiceMethod,
    StatementState,
)
from integrity_archive.entries.lifecycle import State
from integrity_archive.people.models import Person
from integrity_archive.sealing import DataKey


class Entry(Model):
    """One decided fact, or one merit, of one person. Rows change state; they are never deleted.

    `sealed` = {"document_no", "document_title", "authority", "summary", "sanction_text"}. Of an erased entry the clear
    columns are emptied, too (`expiry`): `decided_on` is None then, and nobody opens it any more.
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
    deciding_body = fields.CharField(max_length=40, null=True)  # None: recorded before it was asked for
    decided_on: date = fields.DateField(null=True)
    decision_route = fields.CharEnumField(DecisionRoute, max_length=16, default=DecisionRoute.ALREADY_SERVED)
    decision_method = fields.CharEnumField(ServiceMethod, max_length=12, null=True)
    served_on = fields.DateField(null=True)
    served_recorded_at = fields.DatetimeField(null=True)
    served_sighted_by = fields.UUIDField(null=True)
    remedies_told = fields.BooleanField()
    remedy_known_on = fields.DateField(null=True)
    remedy_concluded_on = fields.DateField(null=True)
    remedy_concluded: Procedure | None = fields.CharEnumField(  # type: ignore[assignment]
        Procedure, max_length=20, null=True
    )
    conduct_ended_on = fields.DateField(null=True)
    steps_taken: "fields.Field[list[str]]" = ArrayField("text", default=list)
    sanction_kind = fields.CharField(max_length=40, null=True)
    sanction_from = fields.DateField(null=True)
    sanction_to = fields.DateField(null=True)
    consented_on = fields.DateField(null=True)
    effect_due_on = fields.DateField(null=True)
    final_on = fields.DateField(null=True)
    told_on = fields.DateField(null=True)
    display_until = fields.DateField(null=True)
    serious_basis = fields.CharField(max_length=1, null=True)
    key_supervision: "fields.Field[list[str]]" = ArrayField("text", default=list)
    suspended = fields.BooleanField(default=False)
    lifted_on = fields.DateField(null=True)
    ended_because: Ending | None = fields.CharEnumField(Ending, max_length=16, null=True)  # type: ignore[assignment]
    erase_after = fields.DateField(null=True)

    class Meta:
        table = "entries_entry"
        indexes = [
            ("person", "state"),
            ("organisation", "state"),
            ("state", "effect_due_on"),
            ("state", "display_until"),
            ("state", "erase_after"),
        ]


class Evidence(Model):
    """A document of an entry: sealed bytes in the blob store; `sealed` = {"file_name", "sha256"} of the clear bytes.

    `kind` is one of the edition's evidence kinds, or a `Proof`. A document that `names_others` is not for the person;
    the copy that `redacts` it is.
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
    names_others = fields.BooleanField(default=False)
    redacts = fields.UUIDField(null=True)
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
    recorded_at = fields.DatetimeField(null=True)
    sighted_by = fields.UUIDField(null=True)
    proof_id: UUID | None
    proof: fields.ForeignKeyNullableRelation[Evidence] = fields.ForeignKeyField(
        "archive.Evidence", related_name=False, on_delete=fields.RESTRICT, null=True
    )

    class Meta:
        table = "entries_notice"


class Statement(Model):
    """What the person says about the entry; it travels with it, `passed_on` in the place of the text where words were
    left out. `sealed` = the text. On paper it counts from the day it was received."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="statements", on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    state = fields.CharEnumField(StatementState, max_length=12, default=StatementState.TRAVELS)
    passed_on = fields.BinaryField(null=True)
    received_on = fields.DateField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "entries_statement"
        indexes = [("entry",)]


class Certificate(Model):
    """Why an entry was allowed to take effect. `sealed` = the facts as JCS; `sha256` is their hash.

    An entry whose service was void takes effect anew, by a certificate of its own; the older ones are history.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="certificates", on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    sha256 = fields.BinaryField()
    at = fields.DatetimeField()

    class Meta:
        table = "entries_certificate"
        indexes = [("entry",)]


class Finding(Model):
    """One thing the decision found, and the documents that support it. `sealed` = the text under the entry's key."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="findings", on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    evidence: "fields.Field[list[str]]" = ArrayField("uuid")
    at = fields.DatetimeField()

    class Meta:
        table = "entries_finding"
        indexes = [("entry",)]


class Change(Model):
    """A change of an effective entry, proposed by one officer and decided by another. `sealed` = what is to change."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="changes", on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(ChangeKind, max_length=12)
    state = fields.CharEnumField(ChangeState, max_length=12, default=ChangeState.PROPOSED)
    sealed = fields.BinaryField()
    proposed_by = fields.UUIDField()
    proposed_at = fields.DatetimeField()
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "entries_change"
        indexes = [("entry", "state")]


class Version(Model):
    """What an entry said before it was corrected or revised: true of its time. `sealed` = all members as JSON."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="versions", on_delete=fields.RESTRICT
    )
    version = fields.IntField()
    kind = fields.CharEnumField(ChangeKind, max_length=12)
    sealed = fields.BinaryField()
    until = fields.DatetimeField()

    class Meta:
        table = "entries_version"
        unique_together = [("entry", "version")]


class Quarantine(Model):
    """What a clerk handed in and may not have been allowed to: it waits, sealed under a key of its own, for a second
    person. `sealed` = the act and its members as JSON; `fields_concerned` names them, never the text."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="quarantines", on_delete=fields.RESTRICT
    )
    entry_id: UUID | None
    entry: fields.ForeignKeyNullableRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="quarantines", on_delete=fields.RESTRICT, null=True
    )
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    act = fields.CharField(max_length=20)
    fields_concerned: "fields.Field[list[str]]" = ArrayField("text")
    sealed = fields.BinaryField()
    blob = fields.CharField(max_length=64, null=True)
    state = fields.CharEnumField(QuarantineState, max_length=12, default=QuarantineState.WAITING)
    clerk_id = fields.UUIDField()
    reviewer_id = fields.UUIDField(null=True)
    at = fields.DatetimeField()
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "entries_quarantine"
        indexes = [("organisation", "state")]


class Hold(Model):
    """Legal hold: the sealed copy is kept, the entry is not shown (a court, an audit). `sealed` = the reason."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="holds", on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    placed_by = fields.UUIDField()
    placed_at = fields.DatetimeField()
    until = fields.DateField(null=True)
    released_at = fields.DatetimeField(null=True)

    class Meta:
        table = "entries_hold"
        indexes = [("entry",)]
