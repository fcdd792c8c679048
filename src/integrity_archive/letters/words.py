"""What letters, their ways and what became of them are called."""

from integrity_archive.language import _

LETTERS = {
    "notice": _("信息记录告知书"),
    "decision": _("决定文书送达通知书"),
    "repair_notice": _("信用修复告知书"),
    "objection_answer": _("异议处理答复书"),
    "repair_answer": _("信用修复决定告知书"),
    "complaint_answer": _("投诉答复书"),
    "changed": _("信息变动告知函"),
    "clearance": _("澄清函"),
    "reminder": _("办理提醒"),
}
CHANNELS = {
    "portal": _("本系统页面"),
    "email": _("电子邮件提示"),
    "text": _("短信提示"),
    "in_person": _("当面送达"),
    "post": _("邮寄送达"),
    "left": _("留置送达"),
    "public": _("公告送达"),
}
LETTER_STATES = {
    "created": _("待送"),
    "sent": _("送达中"),
    "delivered": _("已送达"),
    "read": _("本人已阅"),
    "returned": _("被退回"),
    "refused": _("被拒收"),
    "failed": _("未送达"),
}
REASONS = {
    "not_met": _("没有见到本人"),
    "unknown_address": _("地址不存在或者查无此人"),
    "unclaimed": _("逾期无人领取"),
    "declined": _("本人拒收"),
    "refused_by_server": _("对方服务器拒收"),
    "no_answer": _("多次重试没有连通"),
    "bounced": _("邮件被退回"),
    "served_otherwise": _("已由其他方式送达"),
    "withdrawn": _("所涉条目已撤回"),
}
