"""Files carried inside a PDF (ISO 32000-1, 7.11.4): the signature that covers the paper covers them as well."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils import embed
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


@dataclass(frozen=True)
class Attachment:
    """One file; the name is unique within its paper."""

    name: str
    media_type: str
    data: bytes
    description: str


def attach(pdf: bytes, files: Iterable[Attachment], *, at: datetime) -> bytes:
    """The same paper with the files inside, to be signed after that. Work for a processor, not for an event loop."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for file in files:
        params = embed.EmbeddedFileParams(creation_date=at, modification_date=at)
        held = embed.EmbeddedFileObject.from_file_data(writer, data=file.data, params=params, mime_type=file.media_type)
        spec = embed.FileSpec(
            file_spec_string=file.name,
            file_name=file.name,
            embedded_data=held,
            description=file.description,
            af_relationship=pdf_name("/Source"),
        )
        embed.embed_file(writer, spec)
    made = BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()
