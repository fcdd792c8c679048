"""Letters to persons and bodies, how they were served, and where a person may be reached."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.entries.models import Entry
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState
from integrity_archive.people.models import Person
from integrity_archive.sealing import DataKey


class Letterhead(Model):
    """How an organisation writes: its heading, the word of its document numbers (文号), who signs, where it sits,
    and the mail address to which it is reminded of its own deadlines."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    organisation_id: UUID
    organisation: fields.OneToOneRelation[Organisation] = fields.OneToOneField(
        "archive.Organisation", related_name="letterhead", on_delete=fields.RESTRICT
    )
    heading = fields.CharField(max_length=100)
    word = fields.CharField(max_length=20)
    signatory = fields.CharField(max_length=60)
    contact = fields.CharField(max_length=200)
    email = fields.CharField(max_length=200, default="")
    year = fields.IntField(default=0)
    last_number = fields.IntField(default=0)

    class Meta:
        table = "letters_letterhead"


class Address(Model):
    """送达地址确认书: where a person agreed in writing to be served. `sealed` = {"post", "email", "phone"}."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="addresses", on_delete=fields.RESTRICT
    )
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name=False, on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    electronic = fields.BooleanField(default=False)
    confirmed_on = fields.DateField()
    blob = fields.CharField(max_length=64, null=True)
    recorded_at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "letters_address"
        indexes = [("person",)]


class Letter(Model):
    """One letter. `sealed` = a `Content`; the PDF is a sealed blob under the same key.

    `person` or `recipient` (an organisation) gets it; `about` is what it is about (entry, objection, duty …). A letter
    `enclosed_in` another goes in its envelope and shares its fate: attempts are made for the one that encloses.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kind = fields.CharEnumField(LetterKind, max_length=20)
    number = fields.CharField(max_length=60)
    code = fields.CharField(max_length=16, unique=True)
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="letters", on_delete=fields.RESTRICT
    )
    person_id: UUID | None
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "archive.Person", related_name="letters", on_delete=fields.RESTRICT, null=True
    )
    recipient_id: UUID | None
    recipient: fields.ForeignKeyNullableRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="letters_received", on_delete=fields.RESTRICT, null=True
    )
    entry_id: UUID | None
    entry: fields.ForeignKeyNullableRelation[Entry] = fields.ForeignKeyField(
        "archive.Entry", related_name="letters", on_delete=fields.RESTRICT, null=True
    )
    about = fields.UUIDField(null=True)
    enclosed_in = fields.UUIDField(null=True)
    key_id: UUID
    key: fields.ForeignKeyRelation[DataKey] = fields.ForeignKeyField(
        "archive.DataKey", related_name=False, on_delete=fields.RESTRICT
    )
    sealed = fields.BinaryField()
    blob = fields.CharField(max_length=64, null=True)
    sha256 = fields.BinaryField(null=True)
    state = fields.CharEnumField(LetterState, max_length=12, default=LetterState.CREATED)
    created_at = fields.DatetimeField()
    settled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "letters_letter"
        indexes = [
            ("organisation", "state"),
            ("person", "state"),
            ("entry",),
            ("about", "kind"),
            ("recipient",),
            ("enclosed_in",),
        ]


class Attempt(Model):
    """One try to serve a letter. `sealed` = what the channel needs and brought (`Means`), under the letter's key.

    `next_at`: when a machine tries it (again); `waits_until`: the day after which the next way is tried.
    `counts` is false where it only informs: electronic service needs the law's and the person's leave.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    letter_id: UUID
    letter: fields.ForeignKeyRelation[Letter] = fields.ForeignKeyField(
        "archive.Letter", related_name="attempts", on_delete=fields.RESTRICT
    )
    channel = fields.CharEnumField(Channel, max_length=12)
    state = fields.CharEnumField(LetterState, max_length=12, default=LetterState.CREATED)
    counts = fields.BooleanField(default=True)
    sealed = fields.BinaryField(null=True)
    batch_id = fields.UUIDField(null=True)
    proof_blob = fields.CharField(max_length=64, null=True)
    reason = fields.CharField(max_length=40, null=True)
    made_at = fields.DatetimeField()
    next_at = fields.DatetimeField(null=True)
    tries = fields.IntField(default=0)
    sent_at = fields.DatetimeField(null=True)
    settled_at = fields.DatetimeField(null=True)
    waits_until = fields.DateField(null=True)

    class Meta:
        table = "letters_attempt"
        indexes = [("letter",), ("state", "next_at"), ("state", "waits_until"), ("batch_id",)]
