"""What consents and answers are called; purposes are named in `purposes.toml`."""

from integrity_archive.language import _

RESULTS = {
    "ANSWERED": _("已答复"),
    "NO_AUTH": _("没有本人的有效授权"),
    "AUTH_EXPIRED": _("授权已过期"),
    "AUTH_WITHDRAWN": _("授权已撤回"),
    "PURPOSE_MISMATCH": _("查询用途与授权不符"),
    "USES_EXHAUSTED": _("授权的查询次数已用完"),
}
NO_ADVERSE = {
    "YES": _("是。档案建立已满%(time)s，期间没有可以使用的失信信息。"),
    "NO": _("否。%(time)s内有可以使用的失信信息。"),
    "INSUFFICIENT": _("无法判断：档案建立未满%(time)s。"),
    "UNCERTAIN": _("无法判断：有关信息正在异议或者申诉处理之中。"),
}
CONSENTS = {"given": _("有效"), "withdrawn": _("已撤回")}
