"""Signed papers made of answers and of entries."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.entries.models import Entry
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


class CaseFile(Model):
    """That a person was given everything about an entry. `code` opens its verify page; `sha256` is of the signed PDF.

    The file itself is not kept: it is made of what is kept, and whoever got it has it.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    number = fields.CharField(max_length=40, unique=True)
    code = fields.CharField(max_length=16, unique=True)
    entry_id: UUID
    entry: fields.ForeignKeyRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="case_files", on_delete=fields.RESTRICT
    )
    version = fields.IntField()
    sha256 = fields.BinaryField()
    made_by = fields.UUIDField()
    made_at = fields.DatetimeField()

    class Meta:
        table = "reports_case_file"
        indexes = [("entry",)]
