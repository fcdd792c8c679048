"""Files in a multipart body."""

from integrity_archive.api.endpoint import Call
from integrity_archive.errors import Refusal
from integrity_archive.remedies.documents import Handed
from integrity_archive.remedies.kinds import DocumentKind

SCAN = (DocumentKind.FILING.value,)


class FileMissing(Refusal):
    """Choose a file."""

    status = 422
    zh = "请选择文件。"


async def upload(call: Call, name: str) -> tuple[str, bytes]:
    """The name and the bytes of a file part; raises `FileMissing`."""
    part = call.files.get(name)
    if part is None:
        raise FileMissing(at=name)
    return part.filename or name, await part.read()


async def scan(call: Call) -> list[Handed]:
    """What the person filed on paper, if it was sent along."""
    part = call.files.get(DocumentKind.FILING)
    return [Handed(DocumentKind.FILING, part.filename or DocumentKind.FILING, await part.read())] if part else []
