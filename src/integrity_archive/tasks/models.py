"""Work waiting for an organisation's desk."""

from enum import StrEnum
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive.accounts.models import Organisation


class TaskKind(StrEnum):
    REVIEW = "review"  # an entry waits for the second officer
    REFERRED_BACK = "referred_back"  # the second officer returned an entry
    SERVE_NOTICE = "serve_notice"  # a notice is approved and must be served
    MEND_REJECTION = "mend_rejection"  # the platform rejected an entry


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"


class Task(Model):
    """One piece of work: `about` is the id of what it concerns (entry or delivery). At most one of a kind is open."""

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
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "tasks_task"
        indexes = [("organisation", "state", "due_on"), ("about", "kind")]
