"""Consent, and the register of every question asked."""

from uuid import UUID

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.inquiries.kinds import ConsentState, NoAdverse, Purpose, Result
from integrity_archive.people.models import Person


class Consent(Model):
    """A person allows one organisation to ask, for one purpose, for a time and a number of uses (征信条例 18).

    One given on paper has the signed paper as a sealed blob under the person's key.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="consents", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="consents", on_delete=fields.RESTRICT
    )
    purpose = fields.CharEnumField(Purpose, max_length=16)
    families: "fields.Field[list[str]]" = ArrayField("text")
    valid_from = fields.DateField()
    valid_until = fields.DateField()
    uses_left = fields.IntField()
    text_version = fields.CharField(max_length=20)
    state = fields.CharEnumField(ConsentState, max_length=12, default=ConsentState.GIVEN)
    given_at = fields.DatetimeField()
    blob = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "inquiries_consent"
        indexes = [("person", "organisation", "state")]


class Inquiry(Model):
    """The query register: one row for every question, answered or refused; only ever inserted (征信条例 22).

    `person` is None where the number asked for is nobody's here. `event` is the journal's sequence number.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    event = fields.BigIntField(unique=True)
    at = fields.DatetimeField()
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="inquiries", on_delete=fields.RESTRICT
    )
    account_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "archive.Account", related_name=False, on_delete=fields.RESTRICT
    )
    person_id: UUID | None
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="inquiries", on_delete=fields.RESTRICT, null=True
    )
    consent_id: UUID | None
    consent: fields.ForeignKeyNullableRelation[Consent] = fields.ForeignKeyField(
        "archive.Consent", related_name="inquiries", on_delete=fields.RESTRICT, null=True
    )
    purpose = fields.CharEnumField(Purpose, max_length=16)
    result = fields.CharEnumField(Result, max_length=20)
    entries: "fields.Field[list[str]]" = ArrayField("uuid")
    no_adverse = fields.CharEnumField(NoAdverse, max_length=12, null=True)

    class Meta:
        table = "inquiries_inquiry"
        indexes = [("person", "at"), ("organisation", "at")]
