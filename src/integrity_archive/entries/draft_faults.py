"""What may be wrong with a draft, each beside its field."""

from integrity_archive.errors import Refusal


class ServedBeforeDecided(Refusal):
    """A decision is not served before it is made."""

    status = 422
    zh = "送达日期不得早于作出决定的日期。"


class ServiceDayMissing(Refusal):
    """Say on which day the body served its decision, or that it is to be served through us."""

    status = 422
    zh = "请填写决定机关送达本人的日期；尚未送达的，请选择由本单位转送。"


class ServiceMethodMissing(Refusal):
    """Say how the body served its decision."""

    status = 422
    zh = "请选择决定机关的送达方式。"


class NotServedYet(Refusal):
    """A decision that is served through us has no day and no method of service yet."""

    status = 422
    zh = "由本单位转送的决定尚未送达，请勿填写送达日期和送达方式。"


class NothingToServe(Refusal):
    """Only the decision behind an adverse entry is served through us."""

    status = 422
    zh = "只有失信信息的决定才需要由本单位转送。"


class ElectronicServiceNotAllowed(Refusal):
    """The law of this decision does not let it be served electronically."""

    status = 422
    zh = "依据作出该决定所适用的法律，不得电子送达。"


class RemedyWasTold(Refusal):
    """The decision told of the remedy: no later day of knowledge counts."""

    status = 422
    zh = "文书已告知救济途径的，不填写知悉日期。"


class KnownBeforeDecided(Refusal):
    """Nobody learns of the remedy before the decision is made."""

    status = 422
    zh = "知悉日期不得早于作出决定的日期。"


class ContradictsType(Refusal):
    """The decision speaks of “{word}”; that is not a decision of this record type."""

    status = 422
    zh = "文书认定为“{word}”，与所选信息类型不符。"


class DecidingBodyMissing(Refusal):
    """Say which of the bodies that may decide of this record type made the decision."""

    status = 422
    zh = "请选择作出决定的机关类别。"


class NotItsDecidingBody(Refusal):
    """By the catalogue no such body decides of this record type: its decision is not recorded under it."""

    status = 422
    zh = "依目录规定，该类机关无权作出此类决定，不得记为此信息类型。"


class UnknownStep(Refusal):
    """The catalogue asks for no such step before a decision of this type."""

    status = 422
    zh = "目录中该信息类型没有这一程序。"


class NotSerious(Refusal):
    """Only serious dishonesty has a ground for being so."""

    status = 422
    zh = "只有严重失信才填写认定情形。"


class UnknownSeriousBasis(Refusal):
    """The catalogue has no such ground of serious dishonesty."""

    status = 422
    zh = "目录中没有这种严重失信情形。"


class UnknownTag(Refusal):
    """The catalogue has no such kind of key supervision, or the record is not adverse."""

    status = 422
    zh = "目录中没有这种重点监管类别，或者不是失信信息。"


class NotItsEvidence(Refusal):
    """A finding rests on documents that are attached to this entry."""

    status = 422
    zh = "认定的事实须以本条目所附的材料为据。"


class InFuture(Refusal):
    """This day has not come yet."""

    status = 422
    zh = "日期不得晚于今天。"


class ConductAfterDecision(Refusal):
    """The conduct ended before it was decided upon."""

    status = 422
    zh = "行为终了日期不得晚于作出决定的日期。"


class ConductEndMissing(Refusal):
    """Give the day on which the conduct ended: conduct of this kind does not continue."""

    status = 422
    zh = "请填写行为终了的日期：这类行为不会持续。"


class SeverityFixed(Refusal):
    """The catalogue fixes the severity. Only a ground of serious dishonesty raises it, and nothing lowers it."""

    status = 422
    zh = "等级由目录规定：只有具备严重失信认定情形的，才可以认定为严重，不得降低。"


class SeverityNotFitting(Refusal):
    """Only adverse entries have a severity."""

    status = 422
    zh = "只有失信信息才有严重程度。"


class UnknownSanction(Refusal):
    """The catalogue has no such sanction for this record type."""

    status = 422
    zh = "目录中该信息类型没有这种处理结果。"


class SanctionTermWrong(Refusal):
    """This sanction has a term: give its first and last day, in this order."""

    status = 422
    zh = "该处理结果有期限，请填写起止日期，且起始不晚于终止。"


class SanctionTooShort(Refusal):
    """By the catalogue this sanction lasts until {until} at least."""

    status = 422
    zh = "依目录规定，该处理结果至少持续到{until}。"


class SanctionTooLong(Refusal):
    """By the catalogue this sanction lasts until {until} at most."""

    status = 422
    zh = "依目录规定，该处理结果最长持续到{until}。"


class SanctionMissing(Refusal):
    """Name the sanction that the text and the days belong to."""

    status = 422
    zh = "填写了处理结果的内容或者期限，请选择处理结果。"


class MinorAtConduct(Refusal):
    """The person was not yet {age} on the day of the conduct; such conduct is not recorded."""

    status = 422
    zh = "行为发生时当事人未满{age}周岁，不予记录。"
