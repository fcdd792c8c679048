"""A channel that a machine sends by: one protocol for all of them, and what may come of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integrity_archive.letters.kinds import Channel, Reason


@dataclass(frozen=True)
class Hint:
    """All that leaves the house: that a document waits, from whom, and how to check it. Nothing personal but the
    address it goes to. `id` is the same however often it is sent."""

    id: UUID
    to: str
    office: str
    code: str
    at: datetime
    to_office: bool = False

    @property
    def subject(self) -> str:
        return f"{self.office}有一份文书待您查收"

    @property
    def text(self) -> str:
        where = "“收到的文书”中查看" if self.to_office else "“我的档案”中查看；或者携带身份证件到该单位领取"
        return (
            f"{self.office}有一份文书待您查收。请自行打开您已知的诚信档案系统网站，登录后在{where}。核验码：{self.spaced}，可在网站“核验”页手工输入核对真伪，也可拨打该单位公布的电话询问。"
            "本消息不含链接和文书内容，不会要求您转账、提供密码或者验证码。"
        )

    @property
    def spaced(self) -> str:
        return " ".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))


class Undeliverable(Exception):
    """The other side refused this address for good."""

    def __init__(self, reason: Reason = Reason.REFUSED_BY_SERVER) -> None:
        self.reason = reason
        super().__init__(reason)


class Sender(Protocol):
    """Hands a hint to the outside. Returns once the other side has taken it; raises `Undeliverable`, or `Retry` when
    the same may succeed later, also when nobody can tell whether it was taken."""

    channel: Channel

    async def send(self, hint: Hint) -> None: ...
