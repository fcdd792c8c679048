"""Officers' own texts in acts that cannot wait: what may not be collected is refused beside its field.

A text that may hold it waits as a rule for a second person, and the act with it (`entries.quarantine`). These acts must
not wait. A period of the law runs on (the answers to an objection, an application or a complaint, and what the deciding
body or a court said meanwhile); an entry would take effect, be shown or be erased that should not (taking it back,
voiding its service, a legal hold, late performance, a wrong identity). So the fault names the category, the form keeps
what was typed, and it is said without that.
"""

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from pydantic import BaseModel

from integrity_archive.actors import Actor
from integrity_archive.catalogue.prohibited import Category, numberless, suspected
from integrity_archive.errors import FieldError, Invalid

P = ParamSpec("P")
R = TypeVar("R")

REFUSING: list[Callable[..., Awaitable[Any]]] = []


def says_nothing_prohibited(verb: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """Put in front of a verb, outside its transaction. Raises `Invalid` with a fault for each text of an officer."""
    form = inspect.signature(verb)
    REFUSING.append(verb)

    @wraps(verb)
    async def done_or_refused(*args: P.args, **kwargs: P.kwargs) -> R:
        handed = dict(form.bind(*args, **kwargs).arguments)
        by = handed.pop("by")
        require_numberless(handed)
        require_permitted(texts(handed), by=by)
        return await verb(*args, **kwargs)

    return done_or_refused


def require_permitted(said: Iterable[tuple[str, str]], *, by: Actor) -> None:
    """Texts by field. The person's own words are his; our own processes make none up."""
    if by.account is None or by.person is not None:
        return
    if faults := [fault(path, found) for path, text in said if (found := list(suspected(text)))]:
        raise Invalid(faults)


def fault(path: str, found: list[Category]) -> FieldError:
    zh, en = "、".join(one.name.zh for one in found), ", ".join(one.name.en for one in found)
    return FieldError(
        path,
        "may-not-be-collected",
        f"疑含禁止采集的信息（{zh}），未予保存。请略去后再提交。",
        f"This may hold what may not be collected ({en}). It was not saved: say it without that.",
    )


def require_numberless(handed: Mapping[str, Any]) -> None:
    """File names hold no numbers of persons; the fields of a form were asked when they were read."""
    for name, value in handed.items():
        if name.endswith("_name") and isinstance(value, str):
            numberless(value, at=name.removesuffix("_name"))


def texts(handed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text that was handed in, under the name of the field it came from."""
    for name, value in handed.items():
        if isinstance(value, BaseModel):
            yield from texts({field: getattr(value, field) for field in type(value).model_fields})
        elif isinstance(value, Mapping):
            yield from texts({str(key): one for key, one in value.items()})
        elif isinstance(value, str):
            yield name.removesuffix("_name"), value
        elif isinstance(value, list | tuple):
            yield from ((name, text) for each in value for _, text in texts({name: each}))
