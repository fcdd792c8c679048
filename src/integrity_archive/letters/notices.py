"""The letters that tell a person of an entry: our notice, the body's decision, and how a record is repaired. Pure."""

from dataclasses import dataclass
from datetime import date

from integrity_archive.catalogue.due_process import RepairCondition
from integrity_archive.catalogue.periods import Period
from integrity_archive.catalogue.policy import PolicyClass
from integrity_archive.catalogue.record_types import CatalogueItem, RecordType
from integrity_archive.catalogue.words import period
from integrity_archive.letters.content import Content, Part

CONDITIONS = {
    RepairCondition.PERFORMANCE: "已履行决定确定的义务、纠正失信行为，并提供证明",
    RepairCondition.PLEDGE: "签署信用承诺书",
    RepairCondition.VOLUNTEER_HOURS: "参加志愿服务{hours}小时以上，并提供证明",
    RepairCondition.CHARITY: "慈善捐助的证明",
}


@dataclass(frozen=True)
class Decision:
    """What a body decided about a person, as the entry holds it."""

    entry: str
    person: str
    office: str
    title: str
    number: str
    authority: str
    decided_on: date
    summary: str
    sanction: str
    kind: RecordType
    item: CatalogueItem | None
    repair: PolicyClass | None  # when the decision can be repaired


def spoken(term: Period) -> str:
    return period(term, language="zh")


def facts(told: Decision) -> tuple[tuple[str, str], ...]:
    known = (
        ("决定文书", told.title),
        ("文号", told.number),
        ("决定机关", told.authority),
        ("作出日期", told.decided_on.isoformat()),
        ("认定事实", told.summary),
        ("处理结果", told.sanction),
    )
    return tuple((name, value) for name, value in known if value)


def notice(told: Decision, *, with_decision: bool) -> Content:
    """What is recorded, from whom, why, who gets it, how to answer (征信业管理条例 15, 个人信息保护法 17)."""
    basis = "、".join(one.cited for one in told.kind.legal_basis)
    enclosures = (f"《{told.title}》", "信用修复告知书") if with_decision else ()
    return Content(
        subject="诚信档案信息记录告知书",
        to=told.person,
        parts=(
            Part(
                title="一、拟记录的信息",
                facts=(("信息类型", told.kind.name.zh), *facts(told), ("条目编号", told.entry)),
            ),
            Part(title="二、信息来源和依据", sentences=(f"上述信息来自{told.authority}的决定，依据{basis}记录。",)),
            Part(title="三、信息的提供", sentences=(passed_on(told),)),
            Part(title="四、您的陈述", sentences=answer(told), warning=until(told)),
            Part(title="五、对决定不服的", sentences=remedies(told)),
        ),
        enclosures=enclosures,
    )


def passed_on(told: Decision) -> str:
    asked = "本信息生效后，经您书面同意的单位可以在约定用途内查询，您可以随时看到谁查询过。"
    if told.item is None:
        return f"{asked}本信息不报送省信用信息共享平台。"
    return f"{asked}本信息还将按照目录项“{told.item.name.zh}”报送省信用信息共享平台。"


def answer(told: Decision) -> tuple[str, ...]:
    return (
        "您可以陈述意见、提交证据：登录本系统，在“我的档案”中填写；或者书面提交、邮寄至本单位，本单位出具回执。"
        "您可以委托他人办理。您的陈述与本信息一并保存、一并提供。",
        "认为记录与决定不符、不是您本人，或者送达有误的，可以随时向本单位提出异议。",
    )


def until(told: Decision) -> str:
    if told.kind.statement is None:
        return "本信息在本告知书送达并且决定终局之后生效。"
    return (
        f"请在收到本告知书之日起{spoken(told.kind.statement)}内陈述。期满并且决定终局之后，本信息才会生效、才会提供；"
        "逾期未陈述的，不影响您以后陈述。"
    )


def remedies(told: Decision) -> tuple[str, ...]:
    finality = told.kind.finality
    found = finality.remedies if finality else ()
    lines = tuple(
        f"{one.name.zh}：自收到决定之日起{spoken(one.period)}内，向{one.to}提出"
        + (f"；前一程序结束后为{spoken(one.after)}内。" if one.after else "。")
        for one in found
    )
    if finality and finality.basis:
        lines = (*lines, f"上述救济途径依据{finality.basis.cited}。")
    return (*lines, "救济途径和期限以决定文书的告知为准。申诉、复议或者诉讼期间，请告知本单位，本信息暂不生效。")


@dataclass(frozen=True)
class Digests:
    """SHA-256 of the paper that lies in the envelope, and of the original; the same where nobody had to be made
    unreadable."""

    enclosed: str
    original: str

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        if self.enclosed == self.original:
            return (("文件校验值", f"SHA-256 {self.original}"),)
        return (
            ("所附副本校验值", f"SHA-256 {self.enclosed}（副本已遮盖他人信息）"),
            ("决定原件校验值", f"SHA-256 {self.original}（原件由本单位保存）"),
        )


def decision(told: Decision, digests: Digests) -> Content:
    """The body's decision, served through us: the document itself is enclosed, or the copy that hides third persons."""
    redacted = digests.enclosed != digests.original
    enclosed = "所附为遮盖他人信息的副本，内容以文书原件为准。" if redacted else "文书附后，以文书原文为准。"
    return Content(
        subject="决定文书送达通知书",
        to=told.person,
        parts=(
            Part(
                title="一、送达的文书",
                facts=(*facts(told), *digests.facts),
                sentences=(f"受{told.authority}委托，现将上述文书送达给您。{enclosed}",),
            ),
            Part(title="二、救济途径", sentences=remedies(told), warning="救济期限自您收到本文书之日起计算。"),
        ),
        enclosures=(f"《{told.title}》{'（副本）' if redacted else ''}",),
    )


def repair(told: Decision) -> Content:
    """信用修复告知书, served together with the decision (国办发〔2025〕22号, 两书同达)."""
    way = told.kind.repair
    if way is None:
        law = told.kind.not_repairable.cited if told.kind.not_repairable else ""
        steps: tuple[str, ...] = (f"依据{law}，本信息不予修复，展示期届满后不再展示和使用。",)
        sentences: tuple[str, ...] = ()
    else:
        hours = way.volunteer_hours
        steps = tuple(CONDITIONS[one].format(hours=hours) + "。" for one in way.conditions)
        sentences = (
            wait(told.repair),
            f"向{told.office}提出申请，可以在线、当面或者邮寄；由作出决定的{told.authority}决定是否修复。不收取费用。",
            "修复以后，本信息立即停止展示和使用，并告知所有收到过本信息的单位。",
        )
    parts = [Part(title="一、所涉信息", facts=(("信息类型", told.kind.name.zh), *facts(told)))]
    parts.append(Part(title="二、修复的条件" if way else "二、不予修复的依据", sentences=steps))
    if way:
        parts.append(Part(title="三、申请和决定", sentences=sentences))
    return Content(subject="信用修复告知书", to=told.person, parts=tuple(parts))


def wait(policy: PolicyClass | None) -> str:
    if policy is None or policy.repair_after is None:
        return "满足条件后即可申请，没有最短等待期。"
    return f"满足条件，并且自作出决定之日起满{spoken(policy.repair_after)}后，可以申请。"
