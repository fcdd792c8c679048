"""The catalogue editions an operator adopted, and the yearly notices he imported. Public data, in clear."""

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.sealing import HashField


class AdoptedEdition(Model):
    """One edition file as it was adopted; the text is never changed."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    code = fields.CharField(max_length=40, unique=True)
    sha256 = HashField()
    text = fields.TextField()
    in_force_from = fields.DateField()
    in_force_until = fields.DateField(null=True)
    adopted_at = fields.DatetimeField()
    adopted_by = fields.UUIDField(null=True)

    class Meta:
        table = "catalogue_edition"


class YearNotice(Model):
    """The State Council's notice on the holidays of one year, as it was imported; of several the last one counts."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    year = fields.IntField()
    sha256 = HashField()
    text = fields.TextField()
    imported_at = fields.DatetimeField()

    class Meta:
        table = "catalogue_notice"
