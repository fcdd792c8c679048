"""What a person did about an entry, and what became of it. Texts are sealed under the entry's key."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.entries.models import Entry
from integrity_archive.people.models import Person
from integrity_archive.remedies.kinds import (
    AppealKind,
    AppealOutcome,
    Channel,
    Ground,
    MitigationKind,
    ObjectionOutcome,
)
from integrity_archive.remedies.lifecycle import AppealState, ComplaintState, ObjectionState, RepairState
from integrity_archive.sealing import DataKey, HashField


class Objection(Model):
    """The person says that an entry is wrong. `sealed` = {"text", "wishes"}; `answer` = {"text", "source"}.

    Three clocks: the source's, ours, and the law's hard limit (征信业管理条例 25).
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    number = fields.CharField(max_length=40, unique=True)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="objections", on_delete=fields.RESTRICT
    )
    ground = fields.CharEnumField(Ground, max_length=12)
    channel = fields.CharEnumField(Channel, max_length=12)
    state = fields.CharEnumField(ObjectionState, max_length=12, default=ObjectionState.LODGED)
    sealed = fields.BinaryField()
    answer = fields.BinaryField(null=True)
    outcome = fields.CharEnumField(ObjectionOutcome, max_length=12, null=True)
    lodged_at = fields.DatetimeField()
    forwarded_at = fields.DatetimeField(null=True)
    heard_at = fields.DatetimeField(null=True)
    answered_at = fields.DatetimeField(null=True)
    answered_by = fields.UUIDField(null=True)
    source_due_on = fields.DateField(null=True)
    due_on = fields.DateField()
    limit_on = fields.DateField()
    alarmed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "remedies_objection"
        indexes = [("entry", "state"), ("state", "due_on")]


class Appeal(Model):
    """The mirror of a procedure before an outside body. `sealed` = {"body", "case_no", "text"}."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="appeals", on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(AppealKind, max_length=20)
    state = fields.CharEnumField(AppealState, max_length=12, default=AppealState.OPEN)
    sealed = fields.BinaryField()
    filed_on = fields.DateField()
    recorded_at = fields.DatetimeField()
    outcome = fields.CharEnumField(AppealOutcome, max_length=12, null=True)
    concluded_on = fields.DateField(null=True)

    class Meta:
        table = "remedies_appeal"
        indexes = [("entry", "state")]


class Repair(Model):
    """An application for repair; `possible_on` is told with a refusal.

    `sealed` = {"text", "volunteer_no", "charity_no"}; `decision` = {"text"}; `checked` = {"text"}, what the officer who
    accepted it has checked. `volunteer_record` and `charity_record` are the blind indexes of the record of service and
    of the receipt that this application uses up, from its acceptance on: none repairs twice.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    number = fields.CharField(max_length=40, unique=True)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="repairs", on_delete=fields.RESTRICT
    )
    channel = fields.CharEnumField(Channel, max_length=12)
    state = fields.CharEnumField(RepairState, max_length=12, default=RepairState.APPLIED)
    sealed = fields.BinaryField()
    decision = fields.BinaryField(null=True)
    checked = fields.BinaryField(null=True)
    volunteer_hours = fields.IntField(null=True)
    volunteer_from = fields.DateField(null=True)
    volunteer_to = fields.DateField(null=True)
    volunteer_record: bytes | None = HashField(null=True, unique=True)
    charity_on = fields.DateField(null=True)
    charity_record: bytes | None = HashField(null=True, unique=True)
    applied_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)
    accepted_by = fields.UUIDField(null=True)
    decided_by = fields.UUIDField(null=True)
    possible_on = fields.DateField(null=True)
    due_on = fields.DateField()

    class Meta:
        table = "remedies_repair"
        indexes = [("entry", "state"), ("state", "due_on")]


class Mitigation(Model):
    """Late performance, a request for extension, an explanation of one's own. `sealed` = {"text"}."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="mitigations", on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(MitigationKind, max_length=20)
    sealed = fields.BinaryField()
    happened_on = fields.DateField()
    at = fields.DatetimeField()

    class Meta:
        table = "remedies_mitigation"
        indexes = [("entry",)]


class Complaint(Model):
    """投诉 about how somebody was treated, not about an entry's truth; never handled by the desk it concerns.

    `against` is the account complained of, None where it is the office as a whole; `desk` answers. `sealed` =
    {"text"}, `answer` = {"text"}, under a key of its own.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    number = fields.CharField(max_length=40, unique=True)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="complaints", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="complaints", on_delete=fields.RESTRICT
    )
    entry_id: UUID | None
    entry: fields.ForeignKeyNullableRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="complaints", on_delete=fields.RESTRICT, null=True
    )
    desk_id: UUID
    desk: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name=False, on_delete=fields.RESTRICT
    )
    against = fields.UUIDField(null=True)
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    channel = fields.CharEnumField(Channel, max_length=12)
    state = fields.CharEnumField(ComplaintState, max_length=12, default=ComplaintState.LODGED)
    sealed = fields.BinaryField()
    answer = fields.BinaryField(null=True)
    lodged_at = fields.DatetimeField()
    answered_at = fields.DatetimeField(null=True)
    answered_by = fields.UUIDField(null=True)
    due_on = fields.DateField()

    class Meta:
        table = "remedies_complaint"
        indexes = [("desk", "state"), ("person", "state")]


class Document(Model):
    """A file handed in with a remedy; `about` is the objection, appeal, repair, mitigation or complaint.

    `sealed` = {"file_name", "sha256"} of the clear bytes, under the same key as what it is about. A document that
    `names_others` is not for the person; the copy that `redacts` it is.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    about = fields.UUIDField(db_index=True)
    kind = fields.CharField(max_length=40)
    media_type = fields.CharField(max_length=80)
    size = fields.IntField()
    sealed = fields.BinaryField()
    blob = fields.CharField(max_length=64)
    names_others = fields.BooleanField(default=False)
    redacts = fields.UUIDField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "remedies_document"
