"""What accounts and their organisations are called, on pages and papers alike."""

from integrity_archive.language import _

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
