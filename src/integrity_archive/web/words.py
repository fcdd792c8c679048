"""What pages call things. Chinese source strings by the value they stand for; templates translate them with `_()`.

Where a word is for a closed list, a test holds the two together.
"""


def _(text: str) -> str:
    """Marks a string for the catalogue."""
    return text


ROLES = {
    "clerk": _("经办人员"),
    "reviewer": _("复核人员"),
    "committee": _("查询人员"),
    "subject": _("本人"),
    "operator": _("运行管理员"),
    "system": _("系统"),
}
ORGANISATIONS = {
    "university": _("高等学校"),
    "association": _("行业协会"),
    "committee": _("评审委员会"),
    "operator": _("运行单位"),
}
LEVELS = (_("专科"), _("本科"), _("硕士研究生"), _("博士研究生"))
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
STATE_COLOURS = {
    "draft": "",
    "filed": "tag-blue",
    "notified": "tag-amber",
    "effective": "tag-green",
    "withdrawn": "",
    "unverified": "tag-amber",
    "expired": "",
    "repaired": "tag-green",
    "revoked": "tag-red",
    "erased": "",
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
TASKS = {
    "review": _("复核条目"),
    "referred_back": _("修改被退回的条目"),
    "serve_notice": _("送达告知书并登记"),
    "mend_rejection": _("更正被平台退回的报送"),
    "sight_service": _("查看送达凭证"),
    "hear_statement": _("听取本人陈述"),
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
SCOPES = {
    "see": _("查阅、复制案卷"),
    "state": _("陈述、申辩"),
    "object": _("提出异议"),
    "appeal": _("登记申诉、复议或者诉讼"),
    "repair": _("申请信用修复"),
    "consent": _("同意查询"),
    "file": _("递交其他书面材料"),
}
CLOCKS = TASKS | {
    "effect": _("核对生效条件"),
    "display": _("停止展示"),
    "erase": _("销毁封存的内容"),
    "hold": _("依法保全届满"),
    "objection_limit": _("答复异议的法定最后一日"),
    "tell_recipient": _("告知曾收到该条目的单位"),
}
SEVERITIES = {"MINOR": _("轻微"), "GENERAL": _("一般"), "SERIOUS": _("严重")}
POLARITIES = {"NEGATIVE": _("失信信息"), "POSITIVE": _("守信信息"), "NEUTRAL": _("其他信息")}
POPULATIONS = {"STUDENT": _("成年学生"), "PROFESSIONAL": _("重点职业人群")}
FAMILIES = {
    "EXD": _("国家教育考试违纪"),
    "EXF": _("国家教育考试作弊"),
    "EXO": _("扰乱考试秩序"),
    "EXI": _("冒名顶替入学"),
    "EXS": _("校内考试作弊"),
    "EXQ": _("资格考试违纪违规"),
    "EXW": _("考试工作人员违规"),
    "ACM": _("学术不端"),
    "LOA": _("助学贷款"),
    "EMP": _("伪造就业材料"),
    "FIN": _("校园金融诈骗；金融从业人员处罚"),
    "VOL": _("志愿服务"),
    "HON": _("荣誉"),
    "CHA": _("慈善捐赠"),
    "COM": _("信用承诺"),
    "TRN": _("信用培训"),
    "STM": _("本人说明"),
    "REC": _("协会推荐"),
    "PUB": _("公益服务"),
    "CIV": _("公务员处分"),
    "LEG": _("企业责任人处罚"),
    "LAW": _("律师处罚与惩戒"),
    "NOT": _("公证员处罚与惩戒"),
    "FOR": _("司法鉴定人员处罚与惩戒"),
    "TEA": _("教师处分"),
    "DOC": _("医师处罚"),
    "PHA": _("执业药师处罚与惩戒"),
    "APP": _("评估师处罚与惩戒"),
    "TAX": _("税务师处罚与惩戒"),
    "FIR": _("消防工程师处罚"),
    "ACC": _("会计审计人员处罚与惩戒"),
    "REA": _("房地产中介人员处罚与惩戒"),
    "CER": _("认证人员处罚与惩戒"),
    "GUI": _("导游处罚"),
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
DOCUMENTS = {
    "111": _("居民身份证、港澳台居民居住证"),
    "553": _("外国人永久居留身份证"),
    "516": _("港澳居民来往内地通行证"),
    "511": _("台湾居民来往大陆通行证"),
    "414": _("护照"),
}
VERIFIED = {"POPULATION_DB": _("人口库核验一致"), "DOCUMENT_SEEN": _("已核对证件原件")}
ENROLMENTS = {"studying": _("在读"), "suspended": _("休学"), "graduated": _("毕业"), "left": _("离校")}
MEMBERSHIPS = {"practising": _("执业"), "suspended": _("暂停执业"), "left": _("已退出")}
PLACES = ENROLMENTS | MEMBERSHIPS
ROSTERS = {"students": _("学生名册"), "members": _("会员名册"), "legacy": _("旧档登记簿")}
ROSTER_STATES = {"imported": _("已导入"), "refused": _("未导入")}
DELIVERIES = {
    "ready": _("待发送"),
    "sent": _("发送中"),
    "unknown": _("结果未知，自动重发"),
    "received": _("平台已收到，等待回执"),
    "pending": _("平台正在核对身份"),
    "accepted": _("平台已接收"),
    "rejected": _("平台已退回"),
    "held": _("校验未通过，未发送"),
    "dropped": _("未发送，已取消"),
}
DELIVERY_COLOURS = {
    "ready": "",
    "sent": "tag-blue",
    "unknown": "tag-amber",
    "received": "tag-blue",
    "pending": "tag-blue",
    "accepted": "tag-green",
    "rejected": "tag-red",
    "held": "tag-red",
    "dropped": "",
}
STANDINGS = {
    "ready": _("已生效，等待发送给省平台。"),
    "sent": _("正在发送给省平台。"),
    "unknown": _("发送后没有收到答复，系统会用同一编号自动重发。"),
    "received": _("省平台已收到，正在等待回执。"),
    "pending": _("省平台正在核对身份，有结果后会自动更新。"),
    "accepted": _("省平台已接收。"),
    "rejected": _("省平台已退回，请按原因更正。"),
    "held": _("内容未通过报送前的校验，尚未发送，请按原因更正。"),
    "dropped": _("条目在发送之前已停止展示，不再发送。"),
}
RECEIPTS = {
    "PENDING": _("平台正在核对身份"),
    "ACCEPTED": _("平台已接收"),
    "REJECTED": _("平台已退回"),
}
RECIPIENTS = {"platform": _("信用信息平台"), "organisation": _("单位"), "person": _("本人")}
HOWS = {"push": _("报送"), "inquiry": _("查询答复"), "report": _("查询报告"), "letter": _("文书")}
CAUSES = {
    "revoked": _("条目已撤销"),
    "corrected": _("条目已更正"),
    "revised": _("决定已变更"),
    "upheld": _("异议成立"),
    "repaired": _("信用已修复"),
    "restarted": _("送达无效，期限重新起算"),
}
DUTIES = {"due": _("待告知"), "sent": _("已告知"), "acknowledged": _("已确认知悉")}
OPERATIONS = {"A": _("新增"), "U": _("更新"), "W": _("撤回")}
PURPOSES = {
    "FURTHER_STUDY": _("升学"),
    "GRADUATION": _("毕业"),
    "AWARD": _("评先评优"),
    "SCHOLARSHIP": _("奖学金评审"),
    "APPRAISAL": _("鉴定推荐"),
}
RESULTS = {
    "ANSWERED": _("已答复"),
    "NO_AUTH": _("没有本人的有效授权"),
    "AUTH_EXPIRED": _("授权已过期"),
    "AUTH_WITHDRAWN": _("授权已撤回"),
    "PURPOSE_MISMATCH": _("查询用途与授权不符"),
    "USES_EXHAUSTED": _("授权的查询次数已用完"),
}
NO_ADVERSE = {
    "YES": _("是。档案建立已满三年，期间没有可以使用的失信信息。"),
    "NO": _("否。三年内有可以使用的失信信息。"),
    "INSUFFICIENT": _("无法判断：档案建立未满三年。"),
    "UNCERTAIN": _("无法判断：有关信息正在异议或者申诉处理之中。"),
}
CONSENTS = {"given": _("有效"), "withdrawn": _("已撤回")}
VERIFICATIONS = {
    "valid": _("报告真实，在有效期内"),
    "expired": _("报告真实，但有效期已过"),
    "outdated": _("报告真实，但其中的内容此后已有变化"),
}
VERIFICATION_COLOURS = {"valid": "note-green", "expired": "note-amber", "outdated": "note-amber"}
