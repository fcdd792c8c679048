"""The registration file a platform's operator hands out: one JSON object, strictly read (REGISTRATION.md)."""

import ipaddress
import json
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, field_validator

from integrity_archive import guomi
from integrity_archive.errors import Fatal, Invalid, Refusal
from integrity_archive.exchange.waits import PRODUCTION, TEST, Waits
from integrity_archive.intake import checked, fault
from integrity_archive.settings import settings


class UnusableKey(Refusal):
    """This is not an SM2 key in the contract's form (§1)."""

    status = 422
    zh = "不是符合约定格式的SM2密钥。"


class PrivateKeyInline(Refusal):
    """A private key may stand in the file itself only in a test environment."""

    status = 422
    zh = "只有测试环境的登记文件可以内含私钥。"


class OnePrivateKey(Refusal):
    """Exactly one of private_key_hex and private_key_file is given."""

    status = 422
    zh = "private_key_hex与private_key_file须且只须填写一项。"


class InsecureAddress(Refusal):
    """The address must begin with https://; plain http is for loopback tests only."""

    status = 422
    zh = "地址须以https://开头；仅本机测试可用http。"


class RepeatedKeyId(Refusal):
    """A key id never denotes two keys."""

    status = 422
    zh = "同一密钥编号不得对应两个密钥。"


class UnreadableRegistration(Refusal):
    """The registration file is not a JSON object in UTF-8."""

    status = 422
    zh = "登记文件不是UTF-8编码的JSON对象。"


def public_key(text: str) -> str:
    try:
        guomi.point_bytes(text)
    except guomi.BadKey:
        raise UnusableKey() from None
    return text


def private_key(text: str) -> str:
    try:
        guomi.private_bytes(text)
    except guomi.BadKey:
        raise UnusableKey() from None
    return text


KeyId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,32}$")]
ItemCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{3,40}$")]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class RegisteredUnit(Part):
    """One unit we may send for (PPG/1.0 §1)."""

    uscc: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{18}$")]
    unit_code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2,16}$")]
    catalogue_items: list[ItemCode] = Field(min_length=1)


class PublicKey(Part):
    kid: KeyId
    public_key: str

    @field_validator("public_key")
    @classmethod
    def on_curve(cls, text: str) -> str:
        return checked(public_key)(text)


class OwnKey(Part):
    """Our signing key: in the file for tests, elsewhere in a file of its own."""

    kid: KeyId
    private_key_hex: str | None
    private_key_file: str | None

    @field_validator("private_key_hex")
    @classmethod
    def usable(cls, text: str | None) -> str | None:
        return None if text is None else checked(private_key)(text)

    def read(self) -> guomi.SigningKey:
        """The key itself; raises `Fatal` if its file cannot be read, is open to others or holds no key."""
        if self.private_key_hex is not None:
            return guomi.SigningKey(self.private_key_hex)
        file = Path(self.private_key_file or "")
        try:
            if file.stat().st_mode & 0o077:
                raise Fatal(f"私钥文件对他人开放 / the private key file is open to others: {file}")
            return guomi.SigningKey(file.read_text("ascii").strip())
        except (OSError, ValueError) as wrong:
            raise Fatal(f"无法读取私钥文件 / cannot read the private key file: {file}") from wrong


class Registration(Part):
    """Everything agreed with one platform. Every member must be given, `null` where there is nothing."""

    registration: Literal["1"]
    environment: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,32}$")]
    target: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,64}$")]
    channel: Literal["service", "file", "database"]
    base_url: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    spec: Literal["PPG/1.0"]
    app_id: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{4,16}$")]
    batch_prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2,16}$")]
    units: list[RegisteredUnit] = Field(min_length=1)
    sender_signing: OwnKey
    platform_signing: list[PublicKey] = Field(min_length=1)
    platform_encryption: PublicKey
    callback: str | None

    def check(self) -> None:
        """What the members owe each other; raises a refusal that names the member."""
        own = self.sender_signing
        if (own.private_key_hex is None) == (own.private_key_file is None):
            raise OnePrivateKey(at="sender_signing")
        if own.private_key_hex is not None and not self.in_test:
            raise PrivateKeyInline(at="sender_signing.private_key_hex")
        if len({key.kid for key in self.platform_signing}) != len(self.platform_signing):
            raise RepeatedKeyId(at="platform_signing")
        if self.channel == "service" and not secure(self.base_url):
            raise InsecureAddress(at="base_url")

    @property
    def in_test(self) -> bool:
        return self.environment == "test"

    @property
    def waits(self) -> Waits:
        """How long to wait for this platform: short where it is a test, and as set where an operator set it."""
        usual, ours = (TEST if self.in_test else PRODUCTION), settings()
        return Waits(
            base=ours.exchange_wait or usual.base,
            cap=ours.exchange_wait_cap or usual.cap,
            timeout=ours.exchange_timeout or usual.timeout,
            silence=usual.silence,
            poll=usual.poll,
        )


def secure(url: str) -> bool:
    """TLS, or plain HTTP to this very machine (PPG/1.0 §3)."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return bool(host)
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    return parts.scheme == "http" and loopback


def parse(data: bytes) -> Registration:
    """Read a registration file; raises `Invalid` naming each missing, unknown or wrong member."""
    try:
        value: Any = json.loads(data.decode("utf-8"))
    except ValueError:
        raise UnreadableRegistration() from None
    if not isinstance(value, dict):
        raise UnreadableRegistration()
    try:
        found = Registration.model_validate(value)
    except ValidationError as wrong:
        raise Invalid(fault(error) for error in wrong.errors(include_input=False, include_url=False)) from None
    found.check()
    return found


def load(file: Path) -> Registration:
    """Read a registration file; raises a `Refusal`."""
    return parse(file.read_bytes())
