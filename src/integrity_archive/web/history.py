"""One phrase for every kind of act, in plain words: what the history of an entry or a person says."""

from integrity_archive.journal.kinds import Kind
from integrity_archive.web.words import _

PHRASES: dict[Kind, str] = {
    Kind.ORGANISATION_ADDED: _("登记了一个单位"),
    Kind.ACCOUNT_ADDED: _("开设了账号"),
    Kind.ACCOUNT_SIGNED_IN: _("登录"),
    Kind.ACCOUNT_REFUSED: _("登录失败：密码不符"),
    Kind.ACCOUNT_SIGNED_OUT: _("退出登录"),
    Kind.ACCOUNT_ATTACHED: _("账号与本人的档案建立了关联"),
    Kind.KEY_ISSUED: _("签发了接口密钥"),
    Kind.ROSTER_IMPORTED: _("导入了名册"),
    Kind.ROSTER_REFUSED: _("名册有误，没有导入"),
    Kind.PERSON_CORRECTED: _("更正了姓名或者证件信息"),
    Kind.PERSON_SEEN: _("查看了人员信息"),
    Kind.ENTRY_DRAFTED: _("起草了条目"),
    Kind.ENTRY_EDITED: _("修改了草稿"),
    Kind.ENTRY_EVIDENCE_ADDED: _("添加了证明材料"),
    Kind.ENTRY_FILED: _("提交了复核"),
    Kind.ENTRY_REFERRED_BACK: _("复核后退回修改"),
    Kind.ENTRY_NOTIFIED: _("复核通过，批准告知本人"),
    Kind.ENTRY_SERVED: _("告知书已送达，并登记了送达凭证"),
    Kind.ENTRY_STATED: _("加入了本人的陈述"),
    Kind.ENTRY_TOOK_EFFECT: _("各项条件齐备，条目生效"),
    Kind.ENTRY_WITHDRAWN: _("生效前撤回"),
    Kind.ENTRY_SEEN: _("查看了条目"),
    Kind.TASK_OPENED: _("产生了待办事项"),
    Kind.TASK_DONE: _("待办事项已办结"),
    Kind.CONSENT_GIVEN: _("授权一个单位查询"),
    Kind.CONSENT_WITHDRAWN: _("撤回了授权"),
    Kind.INQUIRY_ANSWERED: _("查询并得到答复"),
    Kind.INQUIRY_REFUSED: _("查询被拒绝"),
    Kind.REPORT_ISSUED: _("出具了查询报告"),
    Kind.OWN_FILE_SEEN: _("本人查看了自己的档案"),
    Kind.TARGET_REGISTERED: _("登记了报送平台"),
    Kind.DELIVERY_PLANNED: _("生成了向省平台的报送"),
    Kind.DELIVERY_ACCEPTED: _("省平台已接收"),
    Kind.DELIVERY_REJECTED: _("省平台已退回"),
    Kind.BATCH_REFUSED: _("省平台拒收了整批报送"),
    Kind.PLATFORM_NOTICE_RECEIVED: _("收到省平台的通知"),
}

THROUGH = {"web": _("网页"), "api": _("接口"), "worker": _("系统"), "cli": _("命令行")}
