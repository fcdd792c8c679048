"""Editions that may not be used: each is the shipped one with a single small change, and is refused for what it says.

`{}` of a place is the code of the edition.
"""

import re
from datetime import date
from importlib.resources import files

import pytest

from integrity_archive.catalogue import edition as editions
from integrity_archive.catalogue.due_process import FinalityRule
from integrity_archive.catalogue.edition_file import read
from integrity_archive.catalogue.findings import EditionRefused, Finding
from integrity_archive.catalogue.lint import lint, lint_policies
from integrity_archive.catalogue.periods import Period, Unit
from integrity_archive.catalogue.policy import parse, policies
from integrity_archive.catalogue.record_type_rules import RULES

FOLDER = files("integrity_archive.catalogue")
TEXT = (FOLDER / "editions" / "SX-SAMPLE-2026-1.toml").read_text("utf-8")
EDITION = editions.load("SX-SAMPLE-2026-1")
STUDENT_LOAN, SUBSTITUTE, VALUER = 'code = "SN-LOA-01"', 'code = "SN-EXF-0605"', 'code = "PN-APP-02"'


def within(start: str, old: str, new: str) -> str:
    """The shipped edition with the first `old` after `start` replaced."""
    at = TEXT.index(old, TEXT.index(start))
    return TEXT[:at] + new + TEXT[at + len(old) :]


def added(code: str, line: str) -> str:
    """The shipped edition with one more member in a record type."""
    return within(code, "\n", f"\n{line}\n")


def without(start: str, member: str) -> str:
    """The shipped edition with a member taken away from a table or record type: its first line after `start`."""
    begin = TEXT.index(start)
    at = re.compile(rf"^{member} = .*\n", re.MULTILINE).search(TEXT, begin)
    assert at
    return TEXT[: at.start()] + TEXT[at.end() :]


def refusal(text: str) -> list[Finding]:
    with pytest.raises(EditionRefused) as refused:
        read(text)
    return refused.value.findings


def test_the_shipped_editions_and_policies_pass():
    for edition in editions.shipped():
        assert lint(edition, [other for other in editions.shipped() if other is not edition]) == []
    assert lint_policies(policies()) == []


BROKEN = {
    "no legal ground": (
        without("[family.SN-FIN]", "legal_basis"),
        "missing", "SN-FIN-01 legal_basis", "缺少法律依据。", "The legal ground is missing.",
    ),
    "an empty legal ground": (
        within(SUBSTITUTE, "legal_basis = [{", "legal_basis = []\nrequired_steps = [] # ["),
        "missing", "SN-EXF-0605 legal_basis", "缺少法律依据。", "The legal ground is missing.",
    ),
    "no remedy": (
        without("[family.SN-EXO]", "finality"),
        "missing", "SN-EXO-0801 finality", "缺少救济途径。", "The remedy is missing.",
    ),
    "a rule without remedies": (
        without("[finality.academic_review]", "remedies"),
        "missing", "SN-ACM-2701 finality.remedies", "缺少救济途径。", "The remedy is missing.",
    ),
    "a remedy that is not described": (
        within("[family.SN-EXO]", 'finality = "exam_review"', 'finality = "review"'),
        "unknown-remedy", "family.SN-EXO finality", "没有名为“review”的救济途径。", "There is no remedy called review.",
    ),
    "final at once without a law that says so": (
        without("[finality.effective_judgment]", "basis"),
        "missing", "PN-TEA-06 finality.basis", "缺少决定送达即生效的法律依据。",
        "The law that makes the decision final at once is missing.",
    ),
    "less time for who was not told": (
        within("[finality.school_appeal]", 'untold_limit = { count = 6, unit = "month" }',
               'untold_limit = { count = 5, unit = "day" }'),
        "untold-limit", "SN-EXS-01 finality.untold_limit", "未告知救济途径者的期限不得短于被告知者。",
        "Who was not told of a remedy cannot have less time than who was.",
    ),
    "no term to answer our notice": (
        without("[family.SN]", "statement"),
        "missing", "SN-LOA-01 statement", "缺少陈述期限。", "The time to answer our notice is missing.",
    ),
    "no term of display": (
        without("[family.SN-EXD]", "display"),
        "missing", "SN-EXD-0504 display", "缺少展示期限。", "The term of display is missing.",
    ),
    "no term of retention": (
        without("[family.PN]", "retention"),
        "missing", "PN-CIV-01 retention", "缺少保存期限。", "The term of retention is missing.",
    ),
    "no way of repair and no ground for none": (
        without("[family.PN]", "repair"),
        "missing", "PN-GUI-01 repair", "缺少修复途径或者不可修复的依据。",
        "The way of repair, or the ground for none, is missing.",
    ),
    "volunteering without hours": (
        within("[family.SN-EXS]", ", volunteer_hours = 20", ""),
        "volunteer-hours", "SN-EXS-01 repair.volunteer_hours", "以志愿服务修复的应写明时长，其他的不写。",
        "Repair by volunteering says how many hours, no other repair does.",
    ),
    "no severity": (
        without("[family.SN-ACM]", "default_severity"),
        "missing", "SN-ACM-2703 default_severity", "缺少严重程度。", "The severity is missing.",
    ),
    "retention beyond five years": (
        within("[family.SN]", "retention = { months = 60 }", "retention = { months = 61 }"),
        "too-long", "SN-EXS-02 retention", "超过法定最长期限60个月（征信业管理条例第十六条）。",
        "This is longer than the 60 months the law allows.",
    ),
    "display beyond five years": (
        within(STUDENT_LOAN, "months = 60", "months = 72"),
        "too-long", "SN-LOA-01 display", "超过法定最长期限60个月（征信业管理条例第十六条）。",
        "This is longer than the 60 months the law allows.",
    ),
    "an item beyond five years": (
        within('code = "ST-EXM-CHEAT"', "max_display_months = 60", "max_display_months = 120"),
        "too-long", "ST-EXM-CHEAT max_display_months", "超过法定最长期限60个月（征信业管理条例第十六条）。",
        "This is longer than the 60 months the law allows.",
    ),
    "an item shown for ever": (
        without('code = "PR-ADM-PENALTY"', "max_display_months"),
        "shown-for-ever", "PR-ADM-PENALTY max_display_months", "失信信息不得无限期展示。",
        "Negative information is not shown for ever.",
    ),
    "publication beyond the class maximum": (
        within("[family.PN-APP]", "第三十六条第（四）项\" } }", "第三十六条第（四）项\" }, max_months = 48 }"),
        "too-long", "PN-APP-02 publication", "公示期超过信用修复管理办法为其严重程度规定的最长期限。",
        "Publication is longer than the policy allows for any severity this type can have.",
    ),
    "display over before finality": (
        within("[source.ADMIN]", "min_months = 12", "min_months = 6"),
        "display-before-finality", "PN-NOT-01 display", "决定终局之前展示期已经届满。",
        "The display would be over before the decision is final.",
    ),
    "bounds of display the wrong way round": (
        within("[family.SN-EMP]", "min_months = 12, max_months = 36", "min_months = 36, max_months = 12"),
        "display-incomplete", "SN-EMP-01 display",
        "应写明months；随处分期满的，应写明min_months和max_months，且前者不大于后者。",
        "Give months or, where the sanction's end counts, min_months and max_months in this order.",
    ),
    "religion": (
        within('code = "AI-TRN-01"', "信用知识培训", "宗教活动登记"),
        "prohibited", "AI-TRN-01 name.zh", "涉及禁止采集的信息：宗教信仰（征信业管理条例第十四条第一款）。",
        "This would collect what may not be collected: religion.",
    ),
    "illness as evidence": (
        within("[evidence_kinds]", "本人签署的说明", "医院诊断证明"),
        "prohibited", "evidence_kinds SIGNED_STATEMENT.zh",
        "涉及禁止采集的信息：疾病和病史（征信业管理条例第十四条第一款）。",
        "This would collect what may not be collected: illness and medical history.",
    ),
    "income as an item": (
        within('code = "ST-LOAN-DEFAULT"', "不履行国家助学贷款还款承诺信息", "借款人收入信息"),
        "prohibited", "ST-LOAN-DEFAULT name.zh",
        "涉及禁止采集的信息：收入、存款、有价证券、商业保险、不动产、纳税数额（征信业管理条例第十四条第二款）。",
        "This would collect what may not be collected: "
        "income, deposits, securities, insurance, real estate, taxes.",
    ),
    "a diagnosis as a step": (
        within("[steps]", "听取陈述申辩", "核对诊断证明"),
        "prohibited", "steps DEFENCE_HEARD.zh", "涉及禁止采集的信息：疾病和病史（征信业管理条例第十四条第一款）。",
        "This would collect what may not be collected: illness and medical history.",
    ),
    "wages withheld as a sanction": (
        within("[sanction_names]", 'DEMERIT = { zh = "记过"', 'DEMERIT = { zh = "扣减工资"'),
        "prohibited", "PN-TEA-01 sanctions.DEMERIT.name.zh",
        "涉及禁止采集的信息：收入、存款、有价证券、商业保险、不动产、纳税数额（征信业管理条例第十四条第二款）。",
        "This would collect what may not be collected: "
        "income, deposits, securities, insurance, real estate, taxes.",
    ),
    "a religious body": (
        within("[body_kinds]", "慈善组织", "宗教组织"),
        "prohibited", "body_kinds CHARITY.zh", "涉及禁止采集的信息：宗教信仰（征信业管理条例第十四条第一款）。",
        "This would collect what may not be collected: religion.",
    ),
    "tax amounts under supervision": (
        within("[key_supervision]", "不依法诚信纳税", "纳税数额偏低"),
        "prohibited", "key_supervision TAX.zh",
        "涉及禁止采集的信息：收入、存款、有价证券、商业保险、不动产、纳税数额（征信业管理条例第十四条第二款）。",
        "This would collect what may not be collected: "
        "income, deposits, securities, insurance, real estate, taxes.",
    ),
    "a ground that is about illness": (
        within('code = "PN-TEA-03"', "教师法第十四条", "关于教师病史登记的规定"),
        "prohibited", "PN-TEA-03 legal_basis[1].text",
        "涉及禁止采集的信息：疾病和病史（征信业管理条例第十四条第一款）。",
        "This would collect what may not be collected: illness and medical history.",
    ),
    "an employer's measure as an administrative penalty": (
        within("[source.EMPLOYER]", "finality", 'catalogue_item = "PR-ADM-PENALTY"\nfinality'),
        "item-source", "PN-TEA-01 catalogue_item", "目录项PR-ADM-PENALTY不收由该来源作出处理的信息。",
        "The item PR-ADM-PENALTY does not take what rests on this power.",
    ),
    "minors": (
        within("code =", "min_age_at_conduct = 18", "min_age_at_conduct = 16"),
        "minors", "{} min_age_at_conduct",
        "不得记录未满18周岁者的行为（民法典第十七条；晋政办发〔2018〕27号第十五项）。",
        "The conduct of persons under 18 is not recorded.",
    ),
    "an unknown body": (
        within(STUDENT_LOAN, '"LENDER"', '"BANK"'),
        "unknown-deciding_bodies", "SN-LOA-01 deciding_bodies", "没有单位BANK。", "There is no body BANK.",
    ),
    "unknown evidence": (
        within('code = "PP-REC-01"', '"RECOMMENDATION"', '"HEARSAY"'),
        "unknown-required_evidence", "PP-REC-01 required_evidence", "没有证明材料HEARSAY。",
        "There is no evidence HEARSAY.",
    ),
    "an unknown step": (
        within("[family.SN-EXS]", '"PRESIDENTS_MEETING"', '"FACULTY_LUNCH"'),
        "unknown-required_steps", "SN-EXS-02 required_steps", "没有程序FACULTY_LUNCH。",
        "There is no step FACULTY_LUNCH.",
    ),
    "an unknown field of activity": (
        within('code = "PN-LEG-0116"', 'domain = "16"', 'domain = "17"'),
        "unknown-domain", "PN-LEG-0116 domain", "没有领域17。", "There is no field of activity 17.",
    ),
    "an unknown item": (
        within(STUDENT_LOAN, "ST-LOAN-DEFAULT", "ST-LOAN"),
        "unknown-item", "SN-LOA-01 catalogue_item", "没有目录项ST-LOAN。", "There is no item ST-LOAN.",
    ),
    "two items for one type": (
        within('code = "ST-ACA-MISC"', '["SN-ACM-"]', '["SN-ACM-", "SN-EXF-"]'),
        "item-mismatch", "SN-EXF-0601 catalogue_item", "目录项所列的信息类型与本类型所列的目录项不一致。",
        "The items that list this type and the item this type names are not the same.",
    ),
    "an item that leads nowhere": (
        within('code = "ST-ACA-MISC"', '["SN-ACM-"]', '["SN-ACM-", "SN-ZZZ-"]'),
        "empty-prefix", "ST-ACA-MISC record_types", "没有以SN-ZZZ-开头的信息类型。",
        "No record type begins with SN-ZZZ-.",
    ),
    "breaches of discipline pushed": (
        within('code = "ST-EXM-CHEAT"', '"SN-EXF-"', '"SN-EXF-", "SN-EXD-"'),
        "internal-pushed", "SN-EXD-0504 catalogue_item", "内部信息不得列入目录项。",
        "Internal information is under no item.",
    ),
    "a code used twice": (
        within("", 'code = "SN-EXF-0602"', 'code = "SN-EXF-0601"'),
        "code-twice", "SN-EXF-0601 record_type", "代码SN-EXF-0601重复。", "The code SN-EXF-0601 is used twice.",
    ),
    "a sanction listed twice": (
        within("[source.ASSOCIATION]", '"PUBLIC_CENSURE"', '"CIRCULAR_CRITICISM"'),
        "code-twice", "PN-LAW-02 sanctions", "处理结果CIRCULAR_CRITICISM重复。",
        "The sanction CIRCULAR_CRITICISM is listed twice.",
    ),
    "a term longer at least than at most": (
        within("[source.ASSOCIATION]", "count = 1, unit = \"month\"", "count = 2, unit = \"year\""),
        "sanction-term", "PN-LAW-02 sanctions.RIGHTS_SUSPENSION", "最短期限长于最长期限。",
        "The shortest term is longer than the longest.",
    ),
    "a student published": (
        added(SUBSTITUTE, 'publication = { basis = { text = "无" } }'),
        "student-published", "SN-EXF-0605 publication", "学生信息一律不公示。", "Nothing about students is published.",
    ),
    "a volunteer not asked": (
        added('code = "SP-VOL-02"', "consent_needed = false"),
        "consent", "SP-VOL-02 consent_needed", "提供该类信息须经本人同意（志愿服务条例第二十条）。",
        "This information is passed on only with the person's consent.",
    ),
    "a merit with a severity": (
        added('code = "SP-HON-01"', 'default_severity = "MINOR"'),
        "not-adverse", "SP-HON-01", "只有失信信息才有严重程度、救济途径和处理结果。",
        "Only negative types have a severity, remedies or sanctions.",
    ),
    "a negative type without a decision": (
        within(STUDENT_LOAN, '"DECISION_DOCUMENT", ', ""),
        "missing", "SN-LOA-01 required_evidence", "缺少决定文书。", "The decision document is missing.",
    ),
    "a polarity that is not the code's": (
        added('code = "SP-CHA-01"', 'polarity = "NEUTRAL"'),
        "polarity", "SP-CHA-01 polarity", "信息性质与代码不符。", "The polarity contradicts the code.",
    ),
    "a population that is not the code's": (
        within("[family.PN-TEA]", 'population = "TEA"', 'population = "STUDENT"'),
        "population", "PN-TEA-01 population", "人群与代码不符。", "The population is not the code's.",
    ),
    "a fifth basis of serious dishonesty": (
        within("[serious_bases]", "D = {", "D = { zh = \"其他\", en = \"Other\" }\nE = {"),
        "serious-bases", "{} serious_bases", "严重失信的情形应为第八项所列（一）至（四）四类，编号A至D。",
        "The bases of serious dishonesty are the four of item 8, A to D.",
    ),
    "five kinds under key supervision": (
        without("[key_supervision]", "TAX"),
        "key-supervision", "{} key_supervision", "重点监管对象应为第八项所列6类。",
        "The kinds under key supervision are the 6 of item 8.",
    ),
    "a misspelt member": (
        within("[family.SN]", "repair =", "repare ="),
        "unknown-member", "family SN.repare", "没有“repare”这一项。", "There is no member called repare.",
    ),
    "a severity nobody knows": (
        within("[family.SN-FIN]", '"SERIOUS"', '"DEADLY"'),
        "not-in-list", "family SN-FIN.default_severity", "default_severity不在允许的取值之内。",
        "The default_severity is none of the known values.",
    ),
    "a malformed code": (
        within("", 'code = "SN-EXF-0602"', 'code = "sn-exf-0602"'),
        "malformed", "sn-exf-0602 code", "code的写法不正确。", "The code is not written as it should be.",
    ),
    "a family nobody belongs to": (
        within("", "[family.SN-EXO]", "[family.SN-EXP]"),
        "empty-family", "family.SN-EXP", "没有信息类型属于该类。", "No record type belongs to this family.",
    ),
    "a legal ground that says nothing": (
        within(SUBSTITUTE, "国家教育考试违规处理办法第六条第（五）项、第九条第二款", " "),
        "missing", "SN-EXF-0605 legal_basis[1].text", "缺少法律依据。", "The legal ground is missing.",
    ),
    "an item whose ground says nothing": (
        within('code = "ST-FIN-FRAUD"', "反电信网络诈骗法第三十一条", ""),
        "missing", "ST-FIN-FRAUD legal_basis[1].text", "缺少法律依据。", "The legal ground is missing.",
    ),
    "final at once by a law without a name": (
        within("[finality.effective_judgment]", "山西省社会信用条例第二十七条：发生法律效力的司法裁判文书", ""),
        "missing", "finality effective_judgment.basis.text", "缺少法律依据。", "The legal ground is missing.",
    ),
    "a way back closed by nothing": (
        re.sub(r'(not_repairable = \{ text = ")[^"]*', r"\1", TEXT),
        "missing", "PN-TEA-03 not_repairable.text", "缺少法律依据。", "The legal ground is missing.",
    ),
    "publication by a law without a name": (
        within("[family.PN-APP]", "资产评估法第三十六条第（四）项", ""),
        "missing", "family PN-APP.publication.basis.text", "缺少法律依据。", "The legal ground is missing.",
    ),
    "a remedy without a name": (
        within("[finality.exam_review]", "向上一级教育考试机构申请复核", ""),
        "missing", "finality exam_review.remedies[1].name.zh", "缺少中文名称。", "The Chinese name is missing.",
    ),
    "a remedy to nobody": (
        within("[finality.exam_review]", 'to = "上一级教育考试机构"', 'to = " "'),
        "missing", "finality exam_review.remedies[1].to", "缺少受理机关。",
        "The body that hears the remedy is missing.",
    ),
    "remedies without a law that gives them": (
        without("[finality.school_appeal]", "basis"),
        "missing", "SN-EXS-01 finality.basis", "缺少规定救济途径的法律依据。",
        "The law that gives the remedies is missing.",
    ),
    "an exam ban of thirty years": (
        within('{ code = "SUSPEND_EXAM"', "count = 3", "count = 30"),
        "sanction-limit", "SN-EXF-0605 sanctions.SUSPEND_EXAM",
        "期限应在法定的1年至3年之内（教育法第七十九条；国家教育考试违规处理办法第九条）。",
        "The law has it last 1 year to 3 years.",
    ),
    "school discipline of ten years": (
        within("[family.SN-EXS]", "count = 12", "count = 120"),
        "sanction-limit", "SN-EXS-01 sanctions.WARNING",
        "期限应在法定的6个月至12个月之内（普通高等学校学生管理规定第五十七条）。",
        "The law has it last 6 months to 12 months.",
    ),
    "school discipline without an end": (
        within("[family.SN-EMP]", ', max_term = { count = 12, unit = "month" }', ""),
        "sanction-limit", "SN-EMP-01 sanctions.WARNING",
        "期限应在法定的6个月至12个月之内（普通高等学校学生管理规定第五十七条）。",
        "The law has it last 6 months to 12 months.",
    ),
    "a lawyer suspended for two years": (
        within('code = "PN-LAW-01"', "max_term = { count = 1,", "max_term = { count = 2,"),
        "sanction-limit", "PN-LAW-01 sanctions.PRACTICE_SUSPENSION",
        "期限应在法定的至多1年之内（律师法第四十七条至第四十九条）。", "The law has it last 1 year at most.",
    ),
    "a breach of exam rules shown for five years": (
        within("[family.SN-EXD]", "months = 6", "months = 60"),
        "too-long", "SN-EXD-0504 display", "超过法定最长期限6个月（本项目自定：违纪情节轻微，只供校内）。",
        "This is longer than the 6 months the law allows.",
    ),
    "a revoked degree shown for six years": (
        within('{ code = "DEGREE_REVOKED"', "months = 60", "months = 72"),
        "too-long", "SN-ACM-2706 sanctions.DEGREE_REVOKED.display",
        "超过法定最长期限60个月（国家教育考试违规处理办法第九条；本项目自定）。",
        "This is longer than the 60 months the law allows.",
    ),
    "five hundred years to answer our notice": (
        within("[family.SN]", 'statement = { count = 5, unit = "day" }', 'statement = { count = 500, unit = "year" }'),
        "too-long", "SN-LOA-01 statement", "超过法定最长期限60日（征信业管理条例第十五条；本项目自定）。",
        "This is longer than the 60 days the law allows.",
    ),
    "one day to answer our notice": (
        within("[family.SN]", 'statement = { count = 5, unit = "day" }', 'statement = { count = 1, unit = "day" }'),
        "too-short", "SN-LOA-01 statement", "短于5日（征信业管理条例第十五条；本项目自定）。",
        "The person has 5 days at least.",
    ),
    "a decision that stays open for five years": (
        within("[finality.school_appeal]", "count = 6", "count = 60"),
        "too-long", "SN-EXS-01 finality.untold_limit", "超过法定最长期限1年（行政复议法第二十条第二款）。",
        "This is longer than the 1 year the law allows.",
    ),
    "a school appeal of one day": (
        within("[finality.school_appeal]", "count = 10", "count = 1"),
        "too-short", "SN-EXS-01 finality.remedies[1]",
        "短于法定的救济期限10日（普通高等学校学生管理规定第六十条）。", "The law leaves 10 days for this remedy.",
    ),
    "no appeal to the province": (
        within("[finality.school_appeal]", 'procedures = ["provincial_appeal"], ', ""),
        "missing", "SN-EXS-01 finality.remedies", "缺少法定的救济途径（普通高等学校学生管理规定第六十二条）。",
        "A remedy of the law is missing: provincial_appeal.",
    ),
    "a suit within a month": (
        within("[finality.administrative]", "period = { count = 6,", "period = { count = 1,"),
        "too-short", "PN-LAW-01 finality.remedies[2]",
        "短于法定的救济期限6个月（行政诉讼法第四十五条、第四十六条）。", "The law leaves 6 months for this remedy.",
    ),
    "a loan's decision final at once": (
        within("[finality.lender]", 'rule = "FIRST_REMEDY"', 'rule = "ON_SERVICE"'),
        "not-final-at-once", "SN-LOA-01 finality.rule",
        "该类处理并非送达即生效（山西省社会信用条例第二十七条；法释〔2017〕7号第五条）。",
        "No law makes such a decision final with service.",
    ),
    "an administrative decision final after the first remedy": (
        within("[finality.administrative]", 'rule = "STRICT"', 'rule = "FIRST_REMEDY"'),
        "not-strict", "PN-LAW-01 finality.rule",
        "行政处理须各项救济均期满才终局（行政复议法第二十条；行政诉讼法第四十五条、第四十六条）。",
        "An administrative decision is final only once all remedies are over.",
    ),
    "no defence": (
        within("[family.SN]", 'required_steps = ["DEFENCE_HEARD"]', "required_steps = []"),
        "missing", "SN-EXS-01 required_steps",
        "缺少法定的程序DEFENCE_HEARD（行政处罚法第四十四条、第四十五条；普通高等学校学生管理规定第五十五条）。",
        "A step that the law requires is missing: DEFENCE_HEARD.",
    ),
    "a second review by the civil service within a day": (
        within("[finality.civil_service_review]", 'to = "上一级机关", period = { count = 1, unit = "month" }',
               'to = "上一级机关", period = { count = 1, unit = "day" }'),
        "too-short", "PN-CIV-01 finality.remedies[2]",
        "短于法定的救济期限1个月（公职人员政务处分法第五十五条）。", "The law leaves 1 month for this remedy.",
    ),
    "a longest term that no law knows": (
        within('code = "PN-DOC-02"', 'min_term = { count = 5, unit = "year" }',
               'min_term = { count = 5, unit = "year" }, max_term = { count = 50, unit = "year" }'),
        "no-sanction-limit", "PN-DOC-02 sanctions.PRACTICE_BAN",
        "没有法律界限（limits.toml）的处理结果不得自定最长期限。",
        "No law in limits.toml gives this sanction a longest term.",
    ),
    "grades as evidence": (
        within("[evidence_kinds]", "本人签署的说明", "GPA证明"),
        "prohibited", "evidence_kinds SIGNED_STATEMENT.zh", "涉及禁止采集的信息：学习成绩（本项目自定）。",
        "This would collect what may not be collected: grades.",
    ),
    "a remedy at a religious body": (
        within("[finality.academic_review]", 'to = "学校"', 'to = "宗教委员会"'),
        "prohibited", "SN-ACM-2701 finality.remedies[1].to",
        "涉及禁止采集的信息：宗教信仰（征信业管理条例第十四条第一款）。",
        "This would collect what may not be collected: religion.",
    ),
    "a religious provider": (
        within('code = "ST-HONOUR"', 'provider = { zh = "高等学校"', 'provider = { zh = "宗教团体"'),
        "prohibited", "ST-HONOUR provider.zh", "涉及禁止采集的信息：宗教信仰（征信业管理条例第十四条第一款）。",
        "This would collect what may not be collected: religion.",
    ),
    "fingerprints in English alone": (
        within('code = "AI-TRN-01"', "Result of credit training or examination", "Fingerprints"),
        "prohibited", "AI-TRN-01 name.en",
        "涉及禁止采集的信息：指纹等生物识别信息（征信业管理条例第十四条第一款；个人信息保护法第二十八条）。",
        "This would collect what may not be collected: fingerprints and other biometrics.",
    ),
    "credit-reference information among public credit information": (
        added('code = "SN-LOA-01"', 'info_domain = "CREDIT_REFERENCE"'),
        "credit-reference-pushed", "SN-LOA-01 catalogue_item", "征信信息不得列入公共信用信息的目录项。",
        "Credit-reference information is under no item of public credit information.",
    ),
    "not a file of this kind": (
        "code = ",
        "not-toml", "", "文件不是有效的 TOML：Invalid value (at end of document)。",
        "The file is not TOML: Invalid value (at end of document).",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "place", "zh", "en"), BROKEN.values(), ids=BROKEN)
def test_a_broken_edition_is_refused_with_one_sentence_at_its_place(text, code, place, zh, en):
    assert Finding(code, place.format(EDITION.code), zh, en) in refusal(text)


@pytest.mark.parametrize(
    "name",
    ["艾滋病感染者登记", "精神病患者登记", "乙肝携带者登记", "住院情况", "健康状况", "银行账号登记", "行踪轨迹",
     "基督徒名单", "离婚情况", "名下房产", "学生收入", "纳税信息", "房产信息", "患者名单", "党组织关系", "考试成绩",
     "性取向", "水电欠费", "上访人员", "献血记录", "宗教事务登记", "残疾人联合会名册"],
)  # fmt: skip
def test_no_record_type_bears_the_name_of_what_may_not_be_collected(name):
    found = refusal(within('code = "AI-TRN-01"', "信用知识培训、考核结果", name))

    assert [(finding.code, finding.place) for finding in found] == [("prohibited", "AI-TRN-01 name.zh")]


@pytest.mark.parametrize(
    "name",
    ["Health status", "Disability", "Party membership", "Bank accounts", "Christians", "Ethnicities", "Pregnancies",
     "Tax payments"],
)  # fmt: skip
def test_no_record_type_bears_such_a_name_in_english_in_the_singular_or_plural(name):
    found = refusal(within('code = "AI-TRN-01"', "Result of credit training or examination", name))

    assert [(finding.code, finding.place) for finding in found] == [("prohibited", "AI-TRN-01 name.en")]


def test_every_record_type_keeps_its_rule_of_finality_its_steps_its_remedies_and_its_terms():
    """Whichever of these is weakened in whichever record type, a row of limits.toml finds it."""
    day, years = Period(count=1, unit=Unit.DAY), Period(count=50, unit=Unit.YEAR)
    for kind in (kind for kind in EDITION.record_types if kind.finality):
        finality, steps = kind.finality, kind.required_steps
        others = set(FinalityRule) - {finality.rule}
        if finality.rule is FinalityRule.FIRST_REMEDY:
            others -= {FinalityRule.STRICT}  # is kinder
        if finality.rule is FinalityRule.ON_SERVICE:
            others = set()
        weaker = [{"finality": with_members(finality, rule=other)} for other in others]
        weaker += [{"required_steps": tuple(one for one in steps if one != step)} for step in steps]
        for place, remedy in enumerate(finality.remedies):
            shorter = with_members(remedy, period=day)
            remedies = (*finality.remedies[:place], shorter, *finality.remedies[place + 1 :])
            weaker.append({"finality": with_members(finality, remedies=remedies)})
        for place, sanction in enumerate(kind.sanctions):
            if sanction.has_term:
                longer = with_members(sanction, max_term=years)
                weaker.append({"sanctions": (*kind.sanctions[:place], longer, *kind.sanctions[place + 1 :])})
        for members in weaker:
            changed = with_members(kind, **members)
            assert [one for rule in RULES for one in rule(changed, EDITION)], (kind.code, members)


def with_members(whole, **members):
    return whole.model_copy(update=members)


def test_a_ground_that_only_sounds_like_it_is_no_offence():
    assert read(within('code = "AI-TRN-01"', "信用知识培训", "诚信教育")).record_type("AI-TRN-01")


def test_a_slip_in_one_record_type_is_one_finding():
    findings = refusal(within(STUDENT_LOAN, '"LENDER"', '"BANK"'))

    assert [finding.code for finding in findings] == ["unknown-deciding_bodies"]


@pytest.mark.parametrize(
    ("until", "next_from", "findings"),
    [
        (None, date(2027, 1, 1), []),  # lasts until the next begins
        (date(2026, 12, 31), date(2027, 1, 1), []),
        (date(2027, 1, 1), date(2027, 1, 1), ["overlap"]),
        (date(2026, 12, 30), date(2027, 1, 1), ["gap"]),
        (None, date(2026, 1, 1), ["overlap"]),  # two from the same day on
        (date(2025, 12, 1), date(2027, 1, 1), ["ends-before-it-begins", "gap"]),
    ],
)
def test_editions_follow_each_other_without_overlap_and_gap(until, next_from, findings):
    first = EDITION.model_copy(update={"in_force_until": until})
    following = EDITION.model_copy(update={"code": "SX-2027-1", "in_force_from": next_from})

    found = lint(following, [first])

    assert [finding.code for finding in found] == findings
    assert all("SX-" in finding.place for finding in found)


def test_policies_follow_each_other_and_name_every_severity():
    order_58, order_36 = (file.read_text("utf-8") for file in sorted((FOLDER / "policies").iterdir(), reverse=True))
    late = parse(order_36.replace("2026-04-01", "2026-04-02"))
    inverted = parse(
        order_36.replace('publish_min = { count = 1, unit = "year" }', 'publish_min = { count = 4, unit = "year" }')
    )
    milder = parse(order_36.replace("[class.MINOR]\npublish_max", "[class.MINOR]\nrepair_after"))

    assert [finding.code for finding in lint_policies([parse(order_58), late])] == ["gap"]
    assert [finding.place for finding in lint_policies([inverted])] == ["NDRC-36-2025 class.SERIOUS"]
    assert lint_policies([milder]) == []
    assert [
        finding.code
        for finding in lint_policies([parse(order_58.replace("2026-03-31", "2026-04-30")), parse(order_36)])
    ] == ["overlap"]
