"""Receipts and notices as the platform writes them (PPG/1.0 §3.5); members it does not define are ignored."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeGuard

import structlog
from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, TypeAdapter, ValidationError

log = structlog.get_logger()


Opaque = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Word = Annotated[str, StringConstraints(pattern=r"^[A-Z_]{1,20}$")]


class Fault(BaseModel):
    """Messages are not kept: ours are better, and theirs are not for us to vouch for."""

    code: Annotated[str, StringConstraints(pattern=r"^E[0-9]{4}$")]
    field: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.]{1,64}$")] | None = None
    retryable: bool = False


class Receipt(BaseModel):
    """An entry receipt (§3.5, level 2); unknown members are ignored."""

    receipt_no: Opaque
    batch_no: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{1,40}$")]
    entry_no: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{1,34}$")]
    seq: int = Field(ge=1, le=999_999)
    payload_hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    status: Literal["ACCEPTED", "REJECTED", "PENDING"]
    platform_entry_id: Opaque | None
    duplicate: bool
    errors: list[Fault]
    at: AwareDatetime


class Notice(BaseModel):
    """A status notice (§3.5, level 3)."""

    notice_no: Opaque
    entry_no: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{1,34}$")]
    status: Annotated[str, StringConstraints(pattern=r"^[A-Z_]{1,24}$")]
    reason: Word | None = None
    at: AwareDatetime


def sorted_out(items: Iterable[Any]) -> tuple[list[Receipt], list[Notice]]:
    """Items in our form; one that is not in the contract's is left out with an alarm and does not stop the feed."""
    receipts, notices = {}, {}
    for item in items:
        kind = item.get("type") if isinstance(item, dict) else None
        try:
            if kind == "RECEIPT":
                receipt = Receipt.model_validate(item)
                receipts[receipt.receipt_no] = receipt
            elif kind == "NOTICE":
                notice = Notice.model_validate(item)
                notices[notice.notice_no] = notice
            else:
                log.error("alarm: an event of unknown type")
        except ValidationError:
            log.error("alarm: an event is not in the contract's form", type=kind)
    return list(receipts.values()), list(notices.values())


def is_cursor(value: Any) -> TypeGuard[str]:
    """Whether a page says where the next one begins."""
    try:
        TypeAdapter(Opaque).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True
