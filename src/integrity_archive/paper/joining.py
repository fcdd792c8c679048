"""Several files as one, to be printed at once. Only for printing: what was signed is signed no more."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, NumberObject, pdf_name
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter


def joined(papers: Sequence[bytes]) -> bytes:
    """Their pages one behind the other: the page tree of each becomes a branch of the new one (ISO 32000-1, 7.7.3).

    Each has to be `joinable`. Work for a processor, not for an event loop.
    """
    writer = PdfFileWriter(stream_xrefs=False)  # type: ignore[no-untyped-call]
    root = writer.root["/Pages"]
    for paper in papers:
        branch: Any = writer.import_object(PdfFileReader(BytesIO(paper)).root.raw_get("/Pages"))
        branch.get_object()[pdf_name("/Parent")] = writer.root.raw_get("/Pages")
        root["/Kids"].append(branch)
        root[pdf_name("/Count")] = NumberObject(root["/Count"] + branch.get_object()["/Count"])  # type: ignore[no-untyped-call]
    made = BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()


def joinable(paper: bytes) -> bool:
    """Not what is no PDF, what nobody reads without a password, and what shows something that lies beside its pages:
    the picture of a seal or of a signature would not be printed."""
    try:
        reader = PdfFileReader(BytesIO(paper))
        if reader.encrypted or any("/Annots" in page for page in leaves(reader.root["/Pages"])):
            return False
        joined([paper])
    except (PdfError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return False  # whatever is wrong with a file that somebody uploaded spoils nobody else's envelope
    return True


def leaves(node: DictionaryObject) -> Iterator[DictionaryObject]:
    if "/Kids" not in node:
        yield node
        return
    for kid in node["/Kids"]:
        yield from leaves(kid.get_object())
