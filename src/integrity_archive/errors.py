"""Three families of failure, told apart by type: refuse, retry, stop.

A `Refusal` is an answer to whoever asked: it has a stable code, an English text (its docstring) and a
Chinese one (`zh`), both filled from the facts it was raised with. `Retry` says that the same act may
succeed later. `Fatal` stops the process. Facts never hold a rejected value or personal data.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar


class Refusal(Exception):
    """The request cannot be granted."""

    status: ClassVar[int] = 400
    zh: ClassVar[str] = "请求无法办理。"

    def __init__(self, *, at: str | None = None, **facts: object) -> None:
        self.at = at  # the field it stands next to, as a dotted path
        self.facts = facts
        super().__init__(self.text("en"))

    @classmethod
    def code(cls) -> str:
        """StatementPeriodRunning → statement-period-running; never changes once published."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    def text(self, language: str) -> str:
        """What to tell the user, in `zh` or `en`."""
        template = self.zh if language == "zh" else (type(self).__doc__ or "")
        return template.format_map(self.facts)

    def errors(self) -> "list[FieldError]":
        """The faults to show beside their fields."""
        return [FieldError(self.at, self.code(), self.zh, type(self).__doc__ or "", self.facts)] if self.at else []

    def problem(self, language: str = "zh") -> dict[str, object]:
        """The problem document of RFC 9457, with our members `code` and `errors`."""
        return {
            "type": f"/problems/{self.code()}",
            "title": (type(self).__doc__ or "").split("\n")[0].format_map(self.facts),
            "status": self.status,
            "code": self.code(),
            "detail": self.text(language),
            "errors": [fault.member(language) for fault in self.errors()],
        }


@dataclass(frozen=True)
class FieldError:
    """One fault of one field; `path` is dotted (`subject.name`), the JSON pointer is derived from it."""

    path: str
    code: str
    zh: str
    en: str
    facts: dict[str, object] = field(default_factory=dict)

    def text(self, language: str) -> str:
        return (self.zh if language == "zh" else self.en).format_map(self.facts)

    def member(self, language: str) -> dict[str, str]:
        pointer = "/" + self.path.replace(".", "/")
        return {"pointer": pointer, "code": self.code, "detail": self.text(language)}


class Invalid(Refusal):
    """Some fields are missing or wrong."""

    status = 422
    zh = "有内容缺失或填写有误。"

    def __init__(self, faults: Iterable[FieldError]) -> None:
        self.faults = list(faults)
        super().__init__()

    def errors(self) -> list[FieldError]:
        return self.faults


class Forbidden(Refusal):
    """Your role does not allow this."""

    status = 403
    zh = "您的岗位无权办理此事。"


class NotFound(Refusal):
    """There is nothing here under this address."""

    status = 404
    zh = "未找到该内容。"


class Conflict(Refusal):
    """The present state does not allow this."""

    status = 409
    zh = "当前状态不允许此操作。"


class TooLarge(Refusal):
    """The upload is larger than allowed."""

    status = 413
    zh = "上传内容超过允许的大小。"


class Unavailable(Refusal):
    """The archive cannot reach its data just now. Try again shortly; what was being sent may or may not be kept."""

    status = 503
    zh = "系统暂时无法读取数据，请稍后再试。刚才提交的内容可能已保存，也可能未保存，请届时核对。"
    retry_after: ClassVar[int] = 5  # seconds: the embedded server is back sooner


class Retry(Exception):
    """The same act may succeed later; `after` is the shortest wait in seconds that was asked of us."""

    def __init__(self, reason: str, *, after: float = 0) -> None:
        super().__init__(reason)
        self.after = after


class Fatal(Exception):
    """The process cannot go on; its message says what an operator must do."""
