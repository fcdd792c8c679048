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
}
STATE_COLOURS = {"draft": "", "filed": "tag-blue", "notified": "tag-amber", "effective": "tag-green", "withdrawn": ""}
STATE_MEANINGS = {
    "draft": _("仅本单位可见，可以修改。"),
    "filed": _("等待另一名人员复核。"),
    "notified": _("已批准告知本人；送达后本人可以陈述。"),
    "effective": _("在授权查询中可见；目录规定报送的，报送省平台。"),
    "withdrawn": _("生效前已撤回，不在任何查询中出现。"),
}
STEPS = {
    "draft": _("起草"),
    "filed": _("复核"),
    "notified": _("告知与陈述"),
    "effective": _("生效"),
    "withdrawn": _("撤回"),
}
TASKS = {
    "review": _("复核条目"),
    "referred_back": _("修改被退回的条目"),
    "serve_notice": _("送达告知书并登记"),
    "mend_rejection": _("更正被平台退回的报送"),
}
SEVERITIES = {"MINOR": _("轻微"), "GENERAL": _("一般"), "SERIOUS": _("严重")}
POLARITIES = {"NEGATIVE": _("失信信息"), "POSITIVE": _("守信信息"), "NEUTRAL": _("其他信息")}
POPULATIONS = {"STUDENT": _("成年学生"), "PROFESSIONAL": _("重点职业人群")}
FAMILIES = {
    "EXD": _("国家教育考试违纪"),
    "EXF": _("国家教育考试作弊"),
    "EXS": _("校内考试严重作弊"),
    "ACM": _("学术不端"),
    "LOA": _("助学贷款违约"),
    "EMP": _("伪造就业材料"),
    "FIN": _("参与校园金融诈骗"),
    "VOL": _("志愿服务"),
    "HON": _("荣誉"),
    "REC": _("协会推荐"),
    "TEA": _("教师处分"),
    "DOC": _("医师处罚"),
    "LAW": _("律师处罚与惩戒"),
}
OBJECTIONS = {"NONE": _("无异议"), "OPEN": _("异议处理中"), "UNRESOLVED": _("异议未解决")}
PROOFS = {
    "DECISION_SERVICE": _("决定文书的送达凭证"),
    "NOTICE_SERVICE": _("告知书的送达凭证"),
    "CONSENT": _("本人同意公开的书面材料"),
}
METHODS = {"in_person": _("当面送达，本人签收"), "post": _("邮寄送达，附回执")}
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
ROSTERS = {"students": _("学生名册"), "members": _("会员名册")}
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
}
RECEIPTS = {
    "PENDING": _("平台正在核对身份"),
    "ACCEPTED": _("平台已接收"),
    "REJECTED": _("平台已退回"),
}
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
CONSENTS = {"given": _("有效"), "withdrawn": _("已撤回")}
VERIFICATIONS = {
    "valid": _("报告真实，在有效期内"),
    "expired": _("报告真实，但有效期已过"),
    "outdated": _("报告真实，但其中的内容此后已有变化"),
}
VERIFICATION_COLOURS = {"valid": "note-green", "expired": "note-amber", "outdated": "note-amber"}
FIELDS = {
    "login": _("账号"),
    "password": _("密码"),
    "number": _("证件号码"),
    "name": _("姓名"),
    "kind": _("证件类型"),
    "birth_on": _("出生日期"),
    "reason": _("理由"),
    "text": _("内容"),
    "person": _("当事人"),
    "record_type": _("信息类型"),
    "document_no": _("文号"),
    "document_title": _("文书名称"),
    "authority": _("决定机关"),
    "authority_uscc": _("决定机关统一社会信用代码"),
    "decided_on": _("作出日期"),
    "served_on": _("送达日期"),
    "remedies_told": _("是否已告知救济途径"),
    "summary": _("事实摘要"),
    "conduct_ended_on": _("行为终了日期"),
    "severity": _("等级"),
    "sanction_kind": _("处理种类"),
    "sanction_text": _("处理内容"),
    "sanction_from": _("处理起始日"),
    "sanction_to": _("处理届满日"),
    "consented_on": _("本人同意日期"),
    "method": _("送达方式"),
    "proof": _("送达凭证"),
    "file": _("文件"),
    "purpose": _("用途"),
    "families": _("信息类别"),
    "organisation": _("单位"),
    "valid_until": _("有效期至"),
    "uses": _("可查询次数"),
    "code": _("核验码"),
}
