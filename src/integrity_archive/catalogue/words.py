"""What the catalogue's closed lists and lengths of time are called, on pages, papers and in letters."""

from integrity_archive.catalogue.codes import domains, professions
from integrity_archive.catalogue.due_process import CountedFrom, Display
from integrity_archive.catalogue.periods import Period, Unit
from integrity_archive.language import Language, _, translations

SEVERITIES = {"MINOR": _("轻微"), "GENERAL": _("一般"), "SERIOUS": _("严重")}
POLARITIES = {"NEGATIVE": _("失信信息"), "POSITIVE": _("守信信息"), "NEUTRAL": _("其他信息")}
POPULATIONS = {"STUDENT": _("成年学生"), "PROFESSIONAL": _("重点职业人群"), "ANY": _("学生和重点职业人群")}
FINALITY = {
    "FIRST_REMEDY": _("第一项救济期满或者终结的次日终局"),
    "STRICT": _("各项救济都期满或者终结的次日终局"),
    "ON_SERVICE": _("送达即终局"),
}
COUNTED = {
    "CONDUCT_END": _("自行为终了之日起%(time)s"),
    "DECIDED": _("自决定作出之日起%(time)s"),
    "SANCTION_END": _("至处理期满，自决定作出之日起不短于%(least)s，不长于%(most)s"),
}
CONDITIONS = {
    "PERFORMANCE": _("已履行决定确定的义务，失信行为已经纠正"),
    "PLEDGE": _("作出信用承诺"),
    "VOLUNTEER_HOURS": _("参加志愿服务"),
    "CHARITY": _("慈善捐助"),
}
DISPLAY_MODES = {
    "PUBLISH": _("依法公布"),
    "AUTHORISED": _("经本人授权查询"),
    "GOVERNMENT": _("仅供行政机关依法查询"),
}
INFO_DOMAINS = {
    "PUBLIC": _("公共信用信息"),
    "CREDIT_REFERENCE": _("征信信息，不与公共信用信息混用"),
    "INTERNAL": _("仅在本系统记录"),
}
ONE = {"day": _("1日"), "working_day": _("1个工作日"), "month": _("1个月"), "year": _("1年")}
MANY = {"day": _("%(n)s日"), "working_day": _("%(n)s个工作日"), "month": _("%(n)s个月"), "year": _("%(n)s年")}


def period(value: Period, *, language: Language) -> str:
    """A length of time in words."""
    speak = translations(language).gettext
    return speak(ONE[value.unit]) if value.count == 1 else speak(MANY[value.unit]) % {"n": value.count}


def months(count: int, *, language: Language) -> str:
    return period(Period(count=count, unit=Unit.MONTH), language=language)


def display_rule(rule: Display, *, language: Language) -> str:
    """How long an entry of this type is shown."""
    said = translations(language).gettext(COUNTED[rule.counted_from])
    if rule.counted_from is not CountedFrom.SANCTION_END:
        return said % {"time": months(rule.months or 0, language=language)}
    least, most = (months(count or 0, language=language) for count in (rule.min_months, rule.max_months))
    return said % {"least": least, "most": most}


def population(code: str, *, language: Language) -> str:
    """Whom a type is about: students, the members of one profession, or everybody."""
    if code in professions():
        return professions()[code].text(language)
    return translations(language).gettext(POPULATIONS[code])


def domain(code: str, *, language: Language) -> str:
    return domains()[code].text(language)
