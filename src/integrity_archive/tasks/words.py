"""What tasks and the clocks of an office are called."""

from integrity_archive.language import _

TASKS = {
    "review": _("复核条目"),
    "referred_back": _("修改被退回的条目"),
    "serve_notice": _("送达告知书并登记"),
    "mend_rejection": _("更正被平台退回的报送"),
    "sight_service": _("查看送达凭证"),
    "hear_statement": _("听取本人陈述"),
    "pass_on": _("审看本人陈述能否对外提供"),
    "redact": _("添加遮盖副本"),
    "quarantine": _("审看暂存的内容"),
    "change": _("审核拟作的变更"),
    "take_up": _("核实旧档"),
    "serve_letter": _("送达文书"),
    "objection": _("答复异议"),
    "objection_source": _("催办决定机关的核查意见"),
    "objection_late": _("答复已到法定期限的异议"),
    "revise": _("按变更后的决定变更条目"),
    "appeal": _("登记申诉、复议或诉讼的结果"),
    "repair": _("受理信用修复申请"),
    "repair_decision": _("作出信用修复决定"),
    "complaint": _("答复投诉"),
    "reconsider": _("重新审查曾依据该条目作出的决定"),
    "tell": _("告知曾收到该条目的单位"),
}
CLOCKS = TASKS | {
    "effect": _("核对生效条件"),
    "display": _("停止展示"),
    "lapse": _("未生效的条目终止"),
    "erase": _("销毁封存的内容"),
    "hold": _("依法保全届满"),
    "wait": _("送达方式的等待期届满"),
    "objection_limit": _("答复异议的法定最后一日"),
    "tell_recipient": _("告知曾收到该条目的单位"),
    "withdraw": _("向平台撤回或者标注条目"),
}
