"""What is wrong with an edition, one sentence at a time, each with its place. Also for what the models refuse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from integrity_archive.errors import FieldError, Invalid


@dataclass(frozen=True)
class Finding:
    """One reason to refuse an edition. `place`: the code it concerns and the member, e.g. SN-EXF-0605 finality."""

    code: str
    place: str
    zh: str
    en: str

    def text(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


class EditionRefused(Invalid, ValueError):
    """This edition of the catalogue cannot be used."""

    zh = "该目录版本不能使用。"

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = list(findings)
        super().__init__(
            FieldError(one.place, one.code, one.zh.replace("{", "{{").replace("}", "}}"), one.en) for one in findings
        )

    def __str__(self) -> str:
        return "\n".join(f"{one.place}: {one.en}" for one in self.findings)


MEMBERS = {
    "name": ("名称", "name"),
    "legal_basis": ("法律依据", "legal ground"),
    "deciding_bodies": ("作出决定的单位", "deciding body"),
    "required_evidence": ("证明材料", "required evidence"),
    "domain": ("领域", "field of activity"),
    "info_domain": ("信息类别", "information domain"),
    "population": ("人群", "population"),
    "polarity": ("信息性质", "polarity"),
    "basis": ("法律依据", "legal ground"),
    "text": ("法律依据", "legal ground"),
    "to": ("受理机关", "body that hears the remedy"),
    "provider": ("提供单位", "provider"),
    "zh": ("中文名称", "Chinese name"),
    "en": ("英文名称", "English name"),
    "conditions": ("修复条件", "condition of repair"),
    "min_age_at_conduct": ("成年年龄", "age of majority"),
}


def of_refusal(refused: ValidationError, data: Mapping[str, Any]) -> list[Finding]:
    """The models' refusals in the words of the catalogue; `data` is the file they refused."""
    return [_finding(error["type"], error["loc"], error.get("ctx", {}), data) for error in refused.errors()]


def _finding(kind: str, loc: tuple[int | str, ...], ctx: Mapping[str, Any], data: Mapping[str, Any]) -> Finding:
    place, member = place_of(loc, data), str(loc[-1]) if loc else ""
    zh, en = MEMBERS.get(member, (member, member))
    match kind:
        case "missing" | "too_short" | "string_too_short":
            return Finding("missing", place, f"缺少{zh}。", f"The {en} is missing.")
        case "extra_forbidden":
            return Finding("unknown-member", place, f"没有“{member}”这一项。", f"There is no member called {member}.")
        case "enum":
            return Finding("not-in-list", place, f"{zh}不在允许的取值之内。", f"The {en} is none of the known values.")
        case "greater_than_equal":
            least = ctx["ge"]
            return Finding("too-small", place, f"{zh}不得小于{least}。", f"The {en} must be at least {least}.")
        case _:
            return Finding("malformed", place, f"{zh}的写法不正确。", f"The {en} is not written as it should be.")


def place_of(loc: tuple[int | str, ...], data: Mapping[str, Any]) -> str:
    """The path in an edition file, with the codes of rows instead of their numbers."""
    at: Any = data
    words: list[str] = []
    for step in loc:
        try:
            at = at[step]
        except (KeyError, IndexError, TypeError):
            at = None
        if isinstance(step, int):
            named = at.get("code") if isinstance(at, Mapping) else None
            if isinstance(named, str):
                words[-1] = named
            else:
                words[-1] += f"[{step + 1}]"
        else:
            words.append(step)
    return " ".join([words[0], ".".join(words[1:])]).strip() if words else ""
