"""The closed lists of words of objections, appeals, repairs, mitigation and complaints. Pure."""

from enum import StrEnum

from integrity_archive.catalogue.due_process import Procedure


class Ground(StrEnum):
    """What the person says is wrong (征信业管理条例 25)."""

    FACTS = "facts"
    IDENTITY = "identity"  # it is about somebody else
    SERVICE = "service"  # the decision or the notice never arrived as recorded
    PERIOD = "period"  # it is shown too long
    OTHER = "other"


class Channel(StrEnum):
    """Through which door a remedy came; the clocks are the same for all."""

    PORTAL = "portal"
    PAPER = "paper"  # through an officer, with a receipt
    PLATFORM = "platform"  # told by the provincial platform


class ObjectionOutcome(StrEnum):
    UPHELD = "upheld"
    PARTLY = "partly"
    DISMISSED = "dismissed"
    UNVERIFIED = "unverified"  # could not be verified: the finding and the objection are both recorded
    DISAGREED = "disagreed"  # dismissed, and the person disagrees: both views stand


AppealKind = Procedure  # every outside procedure whose course is mirrored


class AppealOutcome(StrEnum):
    UPHELD = "upheld"  # the decision stands
    CHANGED = "changed"
    QUASHED = "quashed"
    WITHDRAWN = "withdrawn"  # by the person
    NOT_ADMITTED = "not_admitted"  # the body did not look into it: the wrong door, too late


class MitigationKind(StrEnum):
    """What eases a loss of trust (晋政办发〔2018〕27号, item 12)."""

    LATE_PERFORMANCE = "late_performance"
    EXTENSION_REQUEST = "extension_request"
    SELF_EXPLANATION = "self_explanation"


class Redress(StrEnum):
    """What an upheld objection does to the entry."""

    REVOKE = "revoke"
    CORRECT = "correct"
    RESTART_DECISION = "restart_decision"  # the decision was not served as recorded: its clock starts anew
    RESTART_NOTICE = "restart_notice"  # our notice was not


class DocumentKind(StrEnum):
    """What is handed in with a remedy."""

    FILING = "filing"  # the person's own writing, on paper
    SUPPORT = "support"  # what supports it
    APPEAL_FILED = "appeal_filed"  # the outside body has received the appeal
    APPEAL_OUTCOME = "appeal_outcome"  # its decision
    SOURCE_ANSWER = "source_answer"  # what the body that decided says to an objection
    PERFORMANCE = "performance"  # the duties of the decision are fulfilled
    PLEDGE = "pledge"  # 信用承诺书
    VOLUNTEER_RECORD = "volunteer_record"
    CHARITY_RECEIPT = "charity_receipt"
