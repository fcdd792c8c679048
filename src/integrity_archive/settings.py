"""What an operator may set: by environment (`IA_…`, `DATABASE_URL`) and by nothing else.

Unknown or wrong settings stop the start with a numbered list.
"""

import difflib
import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from integrity_archive.errors import Fatal
from integrity_archive.intake import fault


def listed(value: Any) -> Any:
    """A list from the environment is written as JSON."""
    return json.loads(value) if isinstance(value, str) else value


class Settings(BaseSettings):
    """Every setting with its default; times in seconds, sizes in bytes."""

    model_config = SettingsConfigDict(env_prefix="IA_", extra="forbid", frozen=True, populate_by_name=True)

    profile: Literal["demo", "test", "production"] = "demo"
    home: Path = Path("var/demo")
    database_url: str | None = Field(default=None, validation_alias="DATABASE_URL")
    migration_database_url: str | None = Field(default=None, validation_alias="MIGRATION_DATABASE_URL")
    database_pool: int = Field(default=10, ge=2, le=100)
    master_key_file: Path | None = None
    seal_suite: Literal["AES-256-GCM", "SM4-GCM"] = "AES-256-GCM"
    public_url: str = Field(default="http://127.0.0.1:8000", pattern=r"^https?://[^/\s]+$")
    session_idle: int = Field(default=1800, ge=60)
    session_absolute: int = Field(default=43200, ge=300)
    sign_in_failures: int = Field(default=5, ge=1)
    sign_in_lock: int = Field(default=900, ge=1)
    reply_kept: int = Field(default=30 * 24 * 3600, ge=3600)  # how long an Idempotency-Key gets its first answer again
    upload_limit: int = Field(default=10 * 1024 * 1024, ge=1024)
    report_key_file: Path | None = None
    report_certificate_file: Path | None = None
    fallback_fonts: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(listed)] = ()
    smtp_host: str | None = None  # unset: no mail is sent
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str | None = None
    smtp_password_file: Path | None = None
    mail_from: str | None = Field(default=None, pattern=r"^[^@\s<>]+@[^@\s<>]+$")
    text_url: str | None = Field(default=None, pattern=r"^https?://\S+$")  # unset: no text messages
    text_token_file: Path | None = None
    letters_timeout: float = Field(default=30, gt=0)  # one mail or message, from connecting to the answer
    letters_wait: float = Field(default=60, gt=0)  # first wait after a failure; doubles
    letters_wait_cap: float = Field(default=3600, gt=0)
    letters_tries: int = Field(default=12, ge=1)  # then the way has failed
    worker_poll: float = Field(default=0.5, gt=0, le=60)
    exchange_lease: float = Field(default=60, ge=1)  # how long a batch belongs to the worker that took it
    exchange_wait: float | None = Field(default=None, gt=0)  # first wait after a lost answer; None: as registered
    exchange_wait_cap: float | None = Field(default=None, gt=0)
    exchange_timeout: float | None = Field(default=None, gt=0)  # one request, from connecting to the last byte
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    testing: bool = False
    killpoint: str | None = None


def load(**chosen: Any) -> Settings:
    """Read the environment, under what is chosen here; raises `Fatal` with every fault numbered."""
    faults = unknown_names()
    try:
        settings = Settings(**chosen)
    except ValidationError as wrong:
        faults += [told(error) for error in wrong.errors(include_input=False, include_url=False)]
    else:
        faults += incomplete(settings) + unfit_for_production(settings)
    if faults:
        lines = "\n".join(f"  {number}. {fault}" for number, fault in enumerate(faults, 1))
        raise Fatal(f"设置有误，服务未启动 / wrong settings, not started:\n{lines}")
    return settings


def told(error: ErrorDetails) -> str:
    """One wrong value in both languages, never the value itself."""
    wrong = fault(error)
    return f"{variable(error['loc'])}: {wrong.text('zh')} / {wrong.text('en')}"


def variable(where: tuple[int | str, ...]) -> str:
    """The name in the environment of a setting that validation knows by its field."""
    field = Settings.model_fields.get(str(where[0]))
    return str(field.validation_alias) if field and field.validation_alias else f"IA_{where[0]}".upper()


def incomplete(settings: Settings) -> list[str]:
    """What is set by half."""
    if settings.smtp_host and not settings.mail_from:
        return ["IA_MAIL_FROM: 设置了 IA_SMTP_HOST 就必须设置 / must be set with IA_SMTP_HOST"]
    return []


def unfit_for_production(settings: Settings) -> list[str]:
    """What the demo and tests may do without, and a real service may not."""
    if settings.profile != "production":
        return []
    needed = ("database_url", "master_key_file", "report_key_file", "report_certificate_file")
    faults = [
        f"{variable((name,))}: 正式环境必须设置 / must be set in production"
        for name in needed
        if not getattr(settings, name)
    ]
    if not settings.public_url.startswith("https://"):
        faults.append("IA_PUBLIC_URL: 正式环境须以https://开头 / must begin with https:// in production")
    if settings.smtp_host and settings.smtp_tls == "none":
        faults.append("IA_SMTP_TLS: 正式环境的邮件须加密传输 / mail must be encrypted in production")
    if settings.text_url and not settings.text_url.startswith("https://"):
        faults.append("IA_TEXT_URL: 正式环境须以https://开头 / must begin with https:// in production")
    return faults


def unknown_names() -> list[str]:
    """`IA_` names in the environment that mean nothing, with the nearest name that does."""
    known = [f"IA_{name}".upper() for name in Settings.model_fields]
    faults = []
    for name in sorted(os.environ):
        if name.startswith("IA_") and name.upper() not in known:
            near = difflib.get_close_matches(name, known, n=1)
            faults.append(f"{name}: 未知设置 / unknown setting" + (f" ({near[0]}?)" if near else ""))
    return faults


chosen: list[Settings] = []


def settings() -> Settings:
    """The settings of this process, read once."""
    if not chosen:
        chosen.append(load())
    return chosen[0]


def use(**values: Any) -> Settings:
    """Set these for this process before anything reads them, above what the environment says: the demo and tests do."""
    chosen[:] = [load(**values)]
    return chosen[0]
