"""Signed papers made of answers."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.inquiries.models import Inquiry
from integrity_archive.people.models import Person
from integrity_archive.sealing import DataKey


class Report(Model):
    """One issued report. `code` (16 characters) opens its verify page; the PDF is a sealed blob under `key`."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    number = fields.CharField(max_length=40, unique=True)
    code = fields.CharField(max_length=16, unique=True)
    inquiry_id: UUID
    inquiry: fields.OneToOneRelation[Inquiry] = fields.OneToOneField(
        "archive.Inquiry", related_name="report", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="reports", on_delete=fields.RESTRICT
    )
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="reports", on_delete=fields.RESTRICT
    )
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    blob = fields.CharField(max_length=64)
    sha256 = fields.BinaryField()
    issued_at = fields.DatetimeField()
    valid_until = fields.DateField()

    class Meta:
        table = "reports_report"
