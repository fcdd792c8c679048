"""What is said in a repair: the application, its acceptance, the decision; and what stands against them."""

from datetime import date

from pydantic import BaseModel, Field

from integrity_archive.errors import Conflict, Refusal
from integrity_archive.remedies.taking import Line, Received, Text


class RepairRuns(Conflict):
    """An application for the repair of this entry is being dealt with already."""

    zh = "该条目的修复申请正在办理。"


class AcceptedByOneself(Conflict):
    """Who accepted the application does not decide on it."""

    zh = "受理修复申请的人员不得作出修复决定。"


class NeverAgain(Refusal):
    """The entry is shown until {until}: name no later day."""

    status = 422
    zh = "该条目展示至{until}，可以再次申请的日期不得晚于该日。"


class LaterDay(Conflict):
    """A later day than the rule's own ({possible_on}) is named by a reviewer who did not take the application in."""

    zh = "晚于规定日期（{possible_on}）的，须由没有登记、受理该申请的复核人员写明。"


class RecordUsed(Conflict):
    """This record of service or receipt has repaired an entry already, or another application rests on it."""

    zh = "该志愿服务记录或者捐赠票据已经用于另一项信用修复，不能重复使用。"


class Applying(Received):
    """What the person has done, when, and the numbers under which it can be checked."""

    text: Text = Field(min_length=2, max_length=1000)
    volunteer_no: Line | None = Field(default=None, max_length=60)
    volunteer_hours: int | None = Field(default=None, ge=1, le=10_000)
    volunteer_from: date | None = None
    volunteer_to: date | None = None
    charity_no: Line | None = Field(default=None, max_length=60)
    charity_on: date | None = None


class Accepting(BaseModel):
    """What the officer compared with what, and found: the proofs, and the numbers where they were given out."""

    text: Text = Field(min_length=2, max_length=1000)


class Deciding(BaseModel):
    """Why; with a refusal, the day from which it can be asked for again (None: by the rules, today at the earliest)."""

    text: Text = Field(min_length=2, max_length=1000)
    possible_on: date | None = None
