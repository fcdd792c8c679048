"""What recipients, and what they must be told, are called."""

from integrity_archive.language import _

RECIPIENTS = {"platform": _("信用信息平台"), "organisation": _("单位"), "person": _("本人")}
HOWS = {"push": _("报送"), "inquiry": _("查询答复"), "report": _("查询报告"), "letter": _("文书")}
CAUSES = {
    "revoked": _("条目已撤销"),
    "corrected": _("条目已更正"),
    "revised": _("决定已变更"),
    "upheld": _("异议成立"),
    "overturned": _("原决定已被撤销或者变更"),
    "repaired": _("信用已修复"),
    "restarted": _("送达无效，期限重新起算"),
    "expired": _("展示期届满"),
}
DUTIES = {"due": _("待告知"), "sent": _("已告知"), "acknowledged": _("已确认知悉")}
