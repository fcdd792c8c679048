"""What persons' documents, places and representatives' powers are called."""

from integrity_archive.language import _

DOCUMENTS = {
    "111": _("居民身份证、港澳台居民居住证"),
    "553": _("外国人永久居留身份证"),
    "516": _("港澳居民来往内地通行证"),
    "511": _("台湾居民来往大陆通行证"),
    "414": _("护照"),
}
VERIFIED = {"POPULATION_DB": _("人口库核验一致"), "DOCUMENT_SEEN": _("已核对证件原件")}
# as the roster has them; `place_name` translates them
LEVELS = (_("专科"), _("本科"), _("硕士研究生"), _("博士研究生"))
ENROLMENTS = {"studying": _("在读"), "suspended": _("休学"), "graduated": _("毕业"), "left": _("离校")}
MEMBERSHIPS = {"practising": _("执业"), "suspended": _("暂停执业"), "left": _("已退出")}
PLACES = ENROLMENTS | MEMBERSHIPS
SCOPES = {
    "see": _("查阅、复制案卷"),
    "state": _("陈述、申辩"),
    "object": _("提出异议"),
    "appeal": _("登记申诉、复议或者诉讼"),
    "repair": _("申请信用修复"),
    "consent": _("同意查询"),
    "file": _("递交其他书面材料"),
}
