"""Work waiting for an organisation's desk."""

from enum import StrEnum
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation
from integrity_archive.sealing import HashField


class TaskKind(StrEnum):
    REVIEW = "review"  # an entry waits for the second officer
    REFERRED_BACK = "referred_back"  # the second officer returned an entry
    SERVE_NOTICE = "serve_notice"  # a notice is approved and must be served
    MEND_REJECTION = "mend_rejection"  # the platform rejected an entry
    SIGHT_SERVICE = "sight_service"  # a service was recorded after its day: the second officer looks at the proof
    HEAR_STATEMENT = "hear_statement"  # the person has answered the notice: the reviewer hears him
    PASS_ON = "pass_on"  # a statement may hold what may not be collected: how much of it travels
    REDACT = "redact"  # a document names others: the person waits for its redacted copy
    QUARANTINE = "quarantine"  # what was handed in may hold what may not be collected
    CHANGE = "change"  # a proposed change of an effective entry waits for the second officer
    TAKE_UP = "take_up"  # an entry of an older register waits to be proven or withdrawn
    SERVE_LETTER = "serve_letter"  # a letter has to be handed over, posted or left
    OBJECTION = "objection"  # an objection has to be answered
    OBJECTION_LATE = "objection_late"  # the law's last day for answering an objection has come
    OBJECTION_SOURCE = "objection_source"  # the deciding body has been asked about an objection
    REVISE = "revise"  # an outside body changed the decision: the entry has to follow
    APPEAL = "appeal"  # an outside procedure is running: its outcome has to be recorded
    REPAIR = "repair"  # an application for repair has to be accepted or refused
    REPAIR_DECISION = "repair_decision"  # the deciding body has to decide on a repair
    COMPLAINT = "complaint"  # a complaint has to be answered by a desk it does not concern
    RECONSIDER = "reconsider"  # what was decided with an entry has to be looked at again
    TELL = "tell"  # a recipient of an entry has to be told that it changed


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"


class Task(Model):
    """One piece of work: `about` is the id of what it concerns (an entry, a delivery, an objection …). At most
    one of a kind is open. `rule` names the term it is due by, `since` the day it began; `not_for` is the account that
    may not do it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    organisation_id: UUID
    organisation: fields.ForeignKeyRelation[Organisation] = fields.ForeignKeyField(
        "archive.Organisation", related_name="tasks", on_delete=fields.RESTRICT
    )
    kind = fields.CharEnumField(TaskKind, max_length=20)
    about = fields.UUIDField()
    entry = fields.UUIDField(null=True)
    state = fields.CharEnumField(TaskState, max_length=4, default=TaskState.OPEN)
    opened_at = fields.DatetimeField()
    due_on = fields.DateField()
    since = fields.DateField(null=True)
    rule = fields.CharField(max_length=60, default="")
    provisional = fields.BooleanField(default=False)
    not_for = fields.UUIDField(null=True)
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "tasks_task"
        indexes = [("organisation", "state", "due_on"), ("about", "kind")]


class Feed(Model):
    """An officer's calendar feed; only the hash of its token is kept."""

    account_id = fields.UUIDField(primary_key=True)
    token_hash = HashField(unique=True)
    made_at = fields.DatetimeField()

    class Meta:
        table = "tasks_feed"
