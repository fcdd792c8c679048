"""What entries, their states, services, changes and proofs are called, on pages, papers and in letters."""

from integrity_archive.language import _

STATES = {
    "draft": _("草稿"),
    "filed": _("待复核"),
    "notified": _("告知中"),
    "effective": _("已生效"),
    "withdrawn": _("已撤回"),
    "unverified": _("旧档待核"),
    "expired": _("已到期"),
    "repaired": _("已修复"),
    "revoked": _("已撤销"),
    "erased": _("已销毁"),
}
STATE_MEANINGS = {
    "draft": _("仅本单位可见，可以修改。"),
    "filed": _("等待另一名人员复核。"),
    "notified": _("已批准告知本人；送达后本人可以陈述。"),
    "effective": _("在授权查询中可见；目录规定报送的，报送省平台。"),
    "withdrawn": _("生效前已撤回，不在任何查询中出现。"),
    "unverified": _("从旧登记簿转入，尚未核实，不在任何查询中出现。"),
    "expired": _("展示期届满，不再展示和使用。"),
    "repaired": _("信用修复完成，停止展示和使用。"),
    "revoked": _("决定已撤销或者记录有误，停止展示和使用。"),
    "erased": _("内容已销毁，只留下曾经存在的事实。"),
}
STEPS = {
    "draft": _("起草"),
    "filed": _("复核"),
    "notified": _("告知与陈述"),
    "effective": _("生效"),
    "withdrawn": _("撤回"),
    "unverified": _("旧档"),
    "expired": _("到期"),
    "repaired": _("修复"),
    "revoked": _("撤销"),
    "erased": _("销毁"),
}
OBJECTIONS = {"NONE": _("无异议"), "OPEN": _("异议处理中"), "UNRESOLVED": _("异议未解决")}
PROOFS = {
    "DECISION_SERVICE": _("决定文书的送达凭证"),
    "NOTICE_SERVICE": _("告知书的送达凭证"),
    "CONSENT": _("本人同意公开的书面材料"),
    "CHANGE_DOCUMENT": _("变更、撤销或者解除的决定文书"),
}
METHODS = {
    "in_person": _("当面送达，本人签收"),
    "post": _("邮寄送达，附回执"),
    "left": _("留置送达，有见证人"),
    "electronic": _("电子送达至本人确认的地址"),
    "public": _("公告送达"),
}
PAPERS = {"decision": _("决定书"), "notice": _("告知书")}
DECISION_ROUTES = {
    "already_served": _("决定机关已经送达"),
    "through_us": _("随我方告知书一并送达"),
}
CHANGES = {
    "correction": _("更正（记录有误）"),
    "revision": _("变更（决定机关改变了决定）"),
    "revocation": _("撤销"),
    "lifting": _("解除处分"),
    "completion": _("补充认定的事实"),
}
CHANGE_STATES = {"proposed": _("待审核"), "approved": _("已同意"), "refused": _("未同意")}
QUARANTINE_STATES = {"waiting": _("待审看"), "released": _("已放行"), "destroyed": _("已销毁")}
# the acts of `quarantine.ACTS`
HELD_ACTS = {
    "draft": _("起草条目"),
    "edit": _("修改草稿"),
    "add_evidence": _("添加材料"),
    "add_redacted": _("添加遮盖副本"),
    "add_finding": _("登记认定的事实"),
    "serve": _("登记告知书的送达"),
    "serve_decision": _("登记决定的送达"),
    "refer_back": _("退回修改"),
    "propose": _("提出变更"),
    "refuse": _("不同意变更"),
    "bring_over": _("转入旧档"),
}
ENDINGS = {
    "REVOKED": _("决定已撤销"),
    "WRONG_SUBJECT": _("对象有误"),
    "EXPIRED": _("展示期届满"),
    "REPAIRED": _("信用已修复"),
    "NOT_CATALOGUED": _("不在目录之内"),
    "MINOR": _("行为时未成年"),
    "DUPLICATE": _("重复记录"),
    "SUBJECT_RIGHT": _("依本人的权利请求"),
}
FIELDS = {
    "person": _("当事人"),
    "record_type": _("信息类型"),
    "document_no": _("文号"),
    "document_title": _("文书名称"),
    "authority": _("决定机关"),
    "authority_uscc": _("决定机关统一社会信用代码"),
    "deciding_body": _("决定机关类别"),
    "decided_on": _("作出日期"),
    "served_on": _("送达日期"),
    "remedies_told": _("是否已告知救济途径"),
    "decision_route": _("送达途径"),
    "decision_method": _("送达方式"),
    "remedy_known_on": _("得知救济途径的日期"),
    "steps_taken": _("程序"),
    "serious_basis": _("严重失信的情形"),
    "key_supervision": _("重点监管类别"),
    "findings": _("认定的事实"),
    "summary": _("事实摘要"),
    "conduct_ended_on": _("行为终了日期"),
    "severity": _("等级"),
    "sanction_kind": _("处理种类"),
    "sanction_text": _("处理内容"),
    "sanction_from": _("处理起始日"),
    "sanction_to": _("处理届满日"),
    "display_until": _("展示至"),
    "lifted_on": _("解除日期"),
    "consented_on": _("本人同意日期"),
}
