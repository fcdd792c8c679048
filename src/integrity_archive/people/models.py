"""Persons, their documents, and where they study or practise. Personal values are sealed under the person's key."""

from enum import StrEnum
from uuid import UUID

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.rosters.models import Roster
from integrity_archive.sealing import DataKey, HashField


class Verified(StrEnum):
    """How the identity was proven (PPG/1.0 §4 `subject.verified`)."""

    POPULATION_DB = "POPULATION_DB"
    DOCUMENT_SEEN = "DOCUMENT_SEEN"


class EnrolmentStatus(StrEnum):
    STUDYING = "studying"
    SUSPENDED = "suspended"
    GRADUATED = "graduated"
    LEFT = "left"


class MembershipStatus(StrEnum):
    PRACTISING = "practising"
    SUSPENDED = "suspended"
    LEFT = "left"


class Person(Model):
    """One human being, one archive, kept since `opened_at`. `sealed` = {"name", "birth_on"}."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    name_term = HashField(db_index=True)
    verified = fields.CharEnumField(Verified, max_length=16, default=Verified.DOCUMENT_SEEN)
    opened_at = fields.DatetimeField(null=True)
    account_id: UUID | None
    account: fields.ForeignKeyNullableRelation[Account] = fields.OneToOneField(
        "archive.Account", related_name="person", on_delete=fields.RESTRICT, null=True
    )

    class Meta:
        table = "people_person"


class Identifier(Model):
    """An identity document. `sealed` = the normalised number; `term` finds it, and only one person has it as current.

    A number that was mended stays as a former one, so that what was asked under it is still understood.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="identifiers", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(max_length=3)
    sealed = fields.BinaryField()
    term = HashField(db_index=True)
    current = fields.BooleanField(default=True)

    class Meta:
        table = "people_identifier"
        indexes = [("person", "current")]


class Enrolment(Model):
    """A person studies at a university. `sealed` = {"student_no", "programme"}."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="enrolments", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="enrolments", on_delete=fields.RESTRICT
    )
    roster_id: UUID | None
    roster: fields.ForeignKeyNullableRelation[Roster] = fields.ForeignKeyField(
        "archive.Roster", related_name="enrolments", on_delete=fields.RESTRICT, null=True
    )
    sealed = fields.BinaryField()
    number_term = HashField()
    level = fields.CharField(max_length=32)
    status = fields.CharEnumField(EnrolmentStatus, max_length=12)
    since = fields.DateField(null=True)

    class Meta:
        table = "people_enrolment"
        unique_together = [("organisation", "number_term")]
        indexes = [("person", "organisation")]


class Membership(Model):
    """A professional belongs to an association. `sealed` = {"member_no", "licence_no"}."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="memberships", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="memberships", on_delete=fields.RESTRICT
    )
    roster_id: UUID | None
    roster: fields.ForeignKeyNullableRelation[Roster] = fields.ForeignKeyField(
        "archive.Roster", related_name="memberships", on_delete=fields.RESTRICT, null=True
    )
    sealed = fields.BinaryField()
    number_term = HashField()
    profession = fields.CharField(max_length=3)
    status = fields.CharEnumField(MembershipStatus, max_length=12)
    since = fields.DateField(null=True)

    class Meta:
        table = "people_membership"
        unique_together = [("organisation", "number_term")]
        indexes = [("person", "organisation")]


class Representation(Model):
    """Somebody acts for a person, for certain acts and a certain time (民法典 163, 165). `sealed` = {"name", "number",
    "phone"} of the representative; `scope` names the acts; the power itself is a sealed blob."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="representations", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name=False, on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    scope: "fields.Field[list[str]]" = ArrayField("text")
    valid_from = fields.DateField()
    valid_until = fields.DateField()
    blob = fields.CharField(max_length=64)
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "people_representation"
        indexes = [("person",)]
