"""The letters that answer an objection, a repair, a complaint; and those that tell of a change. Pure.

They outlive what they are about, so they name an entry by its number and hold nothing of what it said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from integrity_archive.letters.content import Content, Part
from integrity_archive.recipients.kinds import Cause, How
from integrity_archive.recipients.owing import RECONSIDERED
from integrity_archive.recipients.words import HOWS

OBJECTION_OUTCOMES = {
    "upheld": "异议成立",
    "partly": "异议部分成立",
    "dismissed": "异议不成立",
    "unverified": "异议无法核实，您的异议与原记录一并保留",
    "disagreed": "异议不成立，您的不同意见与原记录一并保留",
}
CAUSES = {
    Cause.REVOKED: "该信息已撤销，请停止使用",
    Cause.CORRECTED: "该信息已更正，请以更正后的内容为准",
    Cause.REVISED: "决定机关变更了决定，请以变更后的内容为准",
    Cause.UPHELD: "关于该信息的异议成立，请以处理后的内容为准",
    Cause.OVERTURNED: "该信息所依据的决定已在复核、复议或者诉讼中被撤销或者变更，请停止使用",
    Cause.REPAIRED: "该信息已完成信用修复，请停止展示和使用",
    Cause.RESTARTED: "该信息的送达重新进行，目前未生效，请停止使用",
    Cause.EXPIRED: "该信息展示期届满，请停止展示和使用",
}
CLEARED = {
    Cause.REVOKED: "该信息已撤销，不再展示、提供和使用",
    Cause.CORRECTED: "该信息已更正，以更正后的内容为准",
    Cause.REVISED: "决定机关变更了决定，以变更后的内容为准",
    Cause.UPHELD: "关于该信息的异议成立，以处理后的内容为准",
    Cause.OVERTURNED: "该信息所依据的决定已在复核、复议或者诉讼中被撤销或者变更",
    Cause.REPAIRED: "该信息已完成信用修复，不再展示和使用",
    Cause.RESTARTED: "该信息的送达重新进行，目前未生效，不展示、不提供",
    Cause.EXPIRED: "该信息展示期届满，不再展示、提供和使用",
}
FURTHER = (
    "对本答复仍有不同意见的，您可以提交本人陈述，与记录一并提供；也可以向本单位投诉，或者向作出决定的机关以及上级主管部门"
    "反映，依法申请行政复议、提起诉讼。"
)
AGAIN = "依据该信息作出过决定的，请重新审查，并将结果告知本人。"
NO_MORE = "展示期内依据该信息作出的决定不受影响；今后不得再使用该信息。"
NOT_MEANT = "撤回并非您本意的，请立即告知本单位，您可以重新提出。"


def objection(to: str, *, number: str, entry: str, outcome: str, reasons: str) -> Content:
    """征信业管理条例 25: the answer is in writing."""
    facts = (("异议编号", number), ("所涉条目", entry), ("处理结果", OBJECTION_OUTCOMES.get(outcome, outcome)))
    return Content(
        subject="异议处理答复书",
        to=to,
        parts=(
            Part(title="一、异议", facts=facts),
            Part(title="二、核查情况和理由", sentences=(reasons,)),
            Part(title="三、其他途径", sentences=(FURTHER,)),
        ),
    )


def repair(to: str, *, number: str, entry: str, granted: bool, reasons: str, possible_on: date | None) -> Content:
    result = "准予修复：该信息已停止展示和使用" if granted else "不予修复"
    later = (f"自{possible_on.isoformat()}起，您可以再次申请。",) if possible_on else ()
    return Content(
        subject="信用修复决定告知书",
        to=to,
        parts=(
            Part(title="一、申请", facts=(("申请编号", number), ("所涉条目", entry), ("处理结果", result))),
            Part(title="二、理由", sentences=(reasons, *later)),
            Part(title="三、其他途径", sentences=() if granted else (FURTHER,)),
        )[: 2 if granted else 3],
    )


def withdrawn(to: str, *, what: str, number: str, entry: str, received_on: date | None) -> Content:
    """To the person whose filing was taken back: if it was not he, he learns of it."""
    came = f"{received_on.isoformat()}书面撤回" if received_on else "本人在系统中撤回"
    return Content(
        subject=f"{what}撤回告知书",
        to=to,
        parts=(
            Part(title=f"一、{what}", facts=(("编号", number), ("所涉条目", entry), ("处理结果", came))),
            Part(title="二、说明", sentences=(f"该{what}不再办理。{NOT_MEANT}",)),
        ),
    )


def complaint(to: str, *, number: str, answer: str) -> Content:
    return Content(
        subject="投诉答复书",
        to=to,
        parts=(
            Part(title="一、投诉", facts=(("投诉编号", number),)),
            Part(title="二、答复", sentences=(answer,)),
        ),
    )


def changed(to: str, *, number: str, name: str | None, received: Sequence[tuple[How, date]], cause: Cause) -> Content:
    """To whoever received an entry: what has become of it, and nothing of what it said (个人信息保护法 8, 46).

    By the days he finds what he was answered, and by the name as he knows it (M1) while the entry may still be told.
    """
    ways = "、".join(f"{day.isoformat()}{HOWS[how]}" for how, day in received)
    facts = (("条目编号", number), ("当事人", name), ("您收到的时间和方式", ways), ("变动", CAUSES[cause]))
    return Content(
        subject="信息变动告知函",
        to=to,
        parts=(
            Part(title="一、所涉信息", facts=tuple((what, said) for what, said in facts if said)),
            Part(
                title="二、请您办理",
                sentences=(
                    "请登录本系统，在“信息已有变化”页确认知悉；当面或者邮寄收到本函的，签收回执视为确认。",
                    AGAIN if cause in RECONSIDERED else NO_MORE,
                ),
            ),
        ),
    )


@dataclass(frozen=True)
class Knows:
    """Somebody who had received a changed entry, and the days on which he got it, was told and said that he knows."""

    name: str
    received_on: date | None
    told_on: date
    acknowledged_on: date

    @property
    def spoken(self) -> str:
        got = f"{self.received_on.isoformat()}收到；" if self.received_on else ""
        return f"{self.name}：{got}{self.told_on.isoformat()}已告知变动；{self.acknowledged_on.isoformat()}确认知悉。"


def clearance(to: str, *, number: str, cause: Cause, changed_on: date, everybody: Sequence[Knows]) -> Content:
    """To the person, once everybody who had received the entry knows (征信业管理条例 25)."""
    facts = (("条目编号", number), ("变动", CLEARED[cause]), ("变动日期", changed_on.isoformat()))
    nobody = "变动之前，没有任何单位收到过该信息，无须另行告知。"
    listed = tuple(f"{n}. {one.spoken}" for n, one in enumerate(everybody, 1)) or (nobody,)
    known = "以上各方均已知悉上述变动。" if everybody else ""
    again = "依据该信息作出过决定的，本系统已要求其重新审查。" if everybody and cause in RECONSIDERED else ""
    return Content(
        subject="澄清函",
        to=to,
        parts=(
            Part(title="一、已经变动的信息", facts=facts),
            Part(title="二、收到过该信息的各方", sentences=listed),
            Part(title="三、说明", sentences=tuple(filter(None, (known + again, "您可以持本函向他人证明上述情况。")))),
        ),
    )
