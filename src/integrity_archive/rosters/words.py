"""What spreadsheets that come in are called."""

from integrity_archive.language import _

ROSTERS = {"students": _("学生名册"), "members": _("会员名册"), "legacy": _("旧档登记簿")}
ROSTER_STATES = {"imported": _("已导入"), "refused": _("未导入")}
