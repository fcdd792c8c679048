"""What an attached file must be: recognised by its first bytes, never by its name. Pure."""

from integrity_archive.errors import Refusal, TooLarge

SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


class EmptyDocument(Refusal):
    """The file is empty."""

    status = 422
    zh = "文件是空的。"


class NotADocument(Refusal):
    """Only PDF, PNG and JPEG files are accepted."""

    status = 415
    zh = "只接受PDF、PNG、JPEG文件。"


class DocumentTooLarge(TooLarge):
    """The file is larger than {limit} MB."""

    zh = "文件超过{limit}MB。"


def media_type(data: bytes, *, limit: int) -> str:
    """The type that the bytes show; `limit` is in bytes. Raises the refusals of this file."""
    if not data:
        raise EmptyDocument(at="file")
    if len(data) > limit:
        raise DocumentTooLarge(at="file", limit=limit // (1024 * 1024))
    for start, name in SIGNATURES:
        if data.startswith(start):
            return name
    raise NotADocument(at="file")
