"""The table at the end: what was done, where to look, how to sign in."""

import json

from rich.table import Table

from integrity_archive.demo.walk import Walk

LINES = (
    ("persons", "导入人员", "persons imported"),
    ("roster_rows_refused", "名册退回行", "roster rows refused, then mended"),
    ("entries", "记录条目", "entries recorded"),
    ("documents", "证明材料", "documents attached"),
    ("told", "已告知并送达", "told, with proof of service"),
    ("statements", "本人陈述", "statements"),
    ("effective", "已生效", "effective"),
    ("waiting", "等待期限届满", "waiting for their time"),
    ("accepted", "省平台接收", "accepted by the province"),
    ("rejected", "省平台退回", "rejected"),
    ("mended", "更正后重报", "mended and sent again"),
    ("not_registered", "未登记单位，等待", "not registered with this target, waiting"),
    ("consents", "本人同意", "consents"),
    ("asked", "查询", "inquiries"),
    ("issued", "签名报告", "signed reports issued"),
    ("objections", "异议：一件已答复，一件待答复", "objections: one answered, one open"),
    ("complaints", "投诉，由档案中心答复", "complaints, with the operator"),
    ("appeals", "行政复议，条目中止展示", "appeals; the entry is suspended"),
    ("repairs", "信用修复申请", "applications for repair"),
    ("changes", "待审核的更正", "corrections proposed"),
    ("revoked", "撤销，已通知省平台和查询单位", "revoked; the province and the inquirer are told"),
    ("quarantined", "暂存，待第二人查看", "quarantined for a second person"),
    ("unverified", "旧档，待核实", "from an older register, unverified"),
    ("letters", "文书", "letters"),
)


def show(walk: Walk) -> None:
    done = Table(title="办理情况 / what was done", show_header=False)
    for key, zh, en in LINES:
        if key in walk.counts:
            done.add_row(zh, en, str(walk.counts[key]), style="bold" if key == "accepted" else None)
    walk.console.print(done)
    logins = Table("机构", "身份", "账号 login", "密码 password", title=f"登录 / sign in: {walk.url}/sign-in")
    for one in walk.logins:
        logins.add_row(one.where, one.role, one.login, one.password)
    walk.console.print(logins)
    if walk.report:
        walk.console.print(f"报告 / report: {walk.report}", soft_wrap=True)
    walk.console.print(f"接口 / interface: {walk.url}/api/docs", soft_wrap=True)
    walk.console.print(f"  Authorization: Bearer {walk.api_key}", soft_wrap=True)


def keep(walk: Walk) -> None:
    """The same for programs: `demo.json` in the demo's folder, readable by its owner only."""
    told = {
        "url": walk.url,
        "api_key": walk.api_key,
        "counts": walk.counts,
        "logins": [vars(one) for one in walk.logins],
    }
    file = walk.home / "demo.json"
    file.touch(mode=0o600)
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
