"""Roster files that were handed in, and what came of them."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Account, Organisation
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.sealing import DataKey


class Roster(Model):
    """One file. Its bytes, and those of its error workbook, are sealed blobs under `key`."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="rosters", on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(RosterKind, max_length=8)
    state = fields.CharEnumField(RosterState, max_length=8)
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    blob = fields.CharField(max_length=64)
    error_blob = fields.CharField(max_length=64, null=True)
    rows_seen = fields.IntField()
    rows_new = fields.IntField()
    rows_known = fields.IntField()
    rows_failed = fields.IntField()
    by_id: UUID
    by: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "archive.Account", related_name=False, on_delete=fields.RESTRICT
    )
    at = fields.DatetimeField()

    class Meta:
        table = "rosters_roster"
