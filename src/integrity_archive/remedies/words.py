"""What objections, appeals, repairs, mitigation and complaints are called."""

from integrity_archive.language import _

GROUNDS = {
    "facts": _("事实有误"),
    "identity": _("不是我本人"),
    "service": _("没有送达给我"),
    "period": _("展示时间过长"),
    "other": _("其他"),
}
CHANNELS = {"portal": _("本人在线提交"), "paper": _("书面提交，由经办人员收下"), "platform": _("省平台转来")}
OBJECTIONS = {
    "lodged": _("已收到"),
    "forwarded": _("决定机关核查中"),
    "answered": _("已答复"),
    "withdrawn": _("已撤回"),
}
OUTCOMES = {
    "upheld": _("成立"),
    "partly": _("部分成立"),
    "dismissed": _("不成立"),
    "unverified": _("无法核实，双方意见均予记载"),
    "disagreed": _("不成立，本人不同意，双方意见均予记载"),
}
REDRESS = {
    "revoke": _("撤销条目"),
    "correct": _("更正条目"),
    "restart_decision": _("决定书送达无效，期限重新起算"),
    "restart_notice": _("告知书送达无效，期限重新起算"),
}
PROCEDURES = {
    "school_appeal": _("校内申诉"),
    "provincial_appeal": _("省级教育行政部门申诉"),
    "review": _("复核"),
    "reconsideration": _("行政复议"),
    "suit": _("诉讼"),
}
APPEALS = {"open": _("办理中"), "concluded": _("已办结")}
CONCLUSIONS = {
    "upheld": _("维持原决定"),
    "not_admitted": _("不予受理"),
    "changed": _("变更原决定"),
    "quashed": _("撤销原决定"),
    "withdrawn": _("本人撤回"),
}
REPAIRS = {
    "applied": _("已申请"),
    "accepted": _("已受理，等待决定"),
    "granted": _("准予修复"),
    "refused": _("不予修复"),
    "withdrawn": _("已撤回"),
}
MITIGATIONS = {
    "late_performance": _("事后主动履约"),
    "extension_request": _("申请延期"),
    "self_explanation": _("自主解释"),
}
PAPERS = {
    "filing": _("本人提交的书面材料"),
    "support": _("佐证材料"),
    "appeal_filed": _("向受理机关提出的证明"),
    "appeal_outcome": _("受理机关的结论"),
    "source_answer": _("决定机关的核查意见"),
    "performance": _("已履行义务的证明"),
    "pledge": _("信用承诺书"),
    "volunteer_record": _("志愿服务记录证明"),
    "charity_receipt": _("捐赠票据"),
}
COMPLAINTS = {"lodged": _("已收到"), "answered": _("已答复")}
FILINGS = {
    "objection": _("提出异议"),
    "appeal": _("登记申诉、复议或诉讼"),
    "repair": _("申请信用修复"),
    "mitigation": _("说明或者补充履行"),
}
DEEDS = {
    "wait": _("什么也不做"),
    "perform": _("履行义务（例如还清贷款）"),
    "repair": _("申请信用修复，材料齐备"),
    "object": _("提出异议"),
    "lifted": _("处分被解除"),
}
RULES = {
    "display": _("依目录规定的展示期。"),
    "at_once": _("准予修复的，自决定之日起停止展示；决定最迟在所示日期作出。"),
    "answer": _("异议依法限期书面答复，异议标注即时生效。展示期不因异议改变。"),
    "evaluation": _("自解除之日起，评奖评优等查询不再显示该条目；本人查询仍可见至展示期届满。"),
    "not_final": _("条目尚未生效，没有展示，也就没有届满的日期。"),
    "no_clock": _("行为已经终了，期限已在计算，补充履行不改变展示期；但它是申请修复的条件。"),
    "no_term": _("该条目没有可以解除的有期限的处分。"),
    "over": _("到那一天，展示期已经届满。"),
}
