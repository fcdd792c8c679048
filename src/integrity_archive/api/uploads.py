"""Files in a multipart body."""

from integrity_archive.api.endpoint import Call
from integrity_archive.errors import Refusal


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
