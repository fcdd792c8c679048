"""What was typed into a form, kept so that a page can show it again."""

from dataclasses import replace
from uuid import UUID

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from integrity_archive.errors import FieldError, Invalid, Refusal
from integrity_archive.language import Language
from integrity_archive.web.catalogue_names import spoken
from integrity_archive.web.forgery import FIELD


class Typed(dict[str, str]):
    """A form's texts by name; a name that was not sent is empty. `multi_items` keeps every repeated name."""

    def __init__(self, pairs: list[tuple[str, str]] | None = None) -> None:
        self.pairs = pairs or []
        super().__init__(self.pairs)

    def __missing__(self, name: str) -> str:
        return ""

    def multi_items(self) -> list[tuple[str, str]]:
        return self.pairs

    def part(self, prefix: str) -> "Typed":
        """The fields below a prefix, without it: `serve.method` → `method`."""
        start = f"{prefix}."
        return Typed([(name.removeprefix(start), value) for name, value in self.pairs if name.startswith(start)])

    def without(self, *names: str) -> "Typed":
        return Typed([(name, value) for name, value in self.pairs if name not in names])

    def chosen(self, name: str) -> list[str]:
        return [value for key, value in self.pairs if key == name]


class Faults(dict[str, list[str]]):
    """The texts of faults by field."""

    def __missing__(self, name: str) -> list[str]:
        return []


def as_id(text: str) -> UUID | None:
    """The id that a field or an address holds; None for anything else, for anybody can send anything."""
    try:
        return UUID(text)
    except ValueError:
        return None


async def typed(request: Request) -> Typed:
    """The texts of the form, without our token and without files."""
    form = await request.form()
    return Typed([(name, value) for name, value in form.multi_items() if isinstance(value, str) and name != FIELD])


async def attached(request: Request, name: str) -> tuple[str, bytes] | None:
    """The file sent under that name, if one was chosen."""
    return await content(await request.form(), name)


async def content(form: FormData, name: str) -> tuple[str, bytes] | None:
    file = form.get(name)
    if not isinstance(file, UploadFile) or not file.filename:
        return None
    return file.filename, await file.read()


async def required_file(request: Request, name: str) -> tuple[str, bytes]:
    """The file sent under that name; raises `Invalid`."""
    sent = await attached(request, name)
    if sent is None:
        raise Invalid([FieldError(name, "file-missing", "请选择文件。", "Choose a file.")])
    return sent


def below(prefix: str, refusal: Refusal) -> Refusal:
    """The same refusal with its faults below a prefix, as the page's fields are named; without faults, as it was."""
    found = refusal.errors()
    if not found:
        return refusal
    moved = Invalid([replace(fault, path=f"{prefix}.{fault.path.removeprefix(f'{prefix}.')}") for fault in found])
    moved.status = refusal.status  # type: ignore[misc]  # a closed gate stays a conflict
    return moved


def faults(refusal: Refusal, language: Language) -> Faults:
    """A refusal's faults, to stand beside their fields."""
    found = Faults()
    for fault in refusal.errors():
        found.setdefault(fault.path, []).append(spoken(fault, language))
    return found
