"""One door for input: a form, a JSON body or a roster line fills the same pydantic model.

`read` turns `""` into absent, gathers repeated form names into lists where the annotation asks for one, unfolds
dotted names (`decision.no`) into nested models, and answers with faults by field that never repeat what was typed.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from integrity_archive.errors import FieldError, Invalid, Refusal

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
P = ParamSpec("P")

# pydantic's error type → (our stable code, Chinese, English); `{…}` are filled from pydantic's context
MESSAGES: dict[str, tuple[str, str, str]] = {
    "missing": ("required", "此项必填。", "This is required."),
    "string_too_long": ("too-long", "不得超过{max_length}个字符。", "At most {max_length} characters."),
    "string_too_short": ("too-short", "至少填写{min_length}个字符。", "At least {min_length} characters."),
    "string_pattern_mismatch": ("wrong-form", "格式不正确。", "The form is not right."),
    "too_short": ("too-few", "至少选择{min_length}项。", "Choose at least {min_length}."),
    "too_long": ("too-many", "最多{max_length}项。", "At most {max_length}."),
    "extra_forbidden": ("unknown-field", "不认识的项目。", "This field is not known."),
    "greater_than_equal": ("too-small", "不得小于{ge}。", "Not less than {ge}."),
    "less_than_equal": ("too-large", "不得大于{le}。", "Not more than {le}."),
    "enum": ("not-offered", "不在可选范围内。", "This is not one of the choices."),
    "greater_than": ("too-small", "须大于{gt}。", "More than {gt}."),
    "literal_error": ("not-offered", "不在可选范围内。", "This is not one of the choices."),
}
KINDS: tuple[tuple[str, tuple[str, str, str]], ...] = (
    ("date", ("not-a-date", "请填写真实存在的日期，如2026-07-01。", "Write a real date such as 2026-07-01.")),
    ("int", ("not-a-number", "请填写整数。", "Write a whole number.")),
    ("bool", ("not-yes-or-no", "请选择是或否。", "Choose yes or no.")),
    ("uuid", ("not-an-id", "编号格式不正确。", "This is not a valid id.")),
    ("string", ("not-text", "请填写文字。", "Write text.")),
)
NUL = ("control-character", "不得包含控制字符。", "May not hold control characters.")
UNFIT = ("wrong-value", "填写有误。", "This is not right.")


def read(model: type[M], body: Mapping[str, Any]) -> M:
    """Validate `body` as `model`; raises `Invalid` with one fault per field. The character NUL is a fault anywhere: no
    text of the database can hold it."""
    given = gather(model, body)
    if faults := [FieldError(name, *NUL) for name, value in given.items() if holds_nul(value)]:
        raise Invalid(faults)
    try:
        return model.model_validate(given)
    except ValidationError as wrong:
        raise Invalid([fault(error) for error in wrong.errors(include_input=False, include_url=False)]) from None


def holds_nul(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(holds_nul(part) for pair in value.items() for part in pair)
    if isinstance(value, list | tuple):
        return any(map(holds_nul, value))
    return isinstance(value, str) and "\0" in value


def checked(rule: Callable[P, T]) -> Callable[P, T]:
    """Make a rule that raises a `Refusal` usable as a pydantic validator."""

    @wraps(rule)
    def rule_for_pydantic(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return rule(*args, **kwargs)
        except Refusal as refusal:
            raise PydanticCustomError("refusal", "refused", {"refusal": refusal}) from None

    return rule_for_pydantic


def gather(model: type[BaseModel], body: Mapping[str, Any]) -> dict[str, Any]:
    """The nested values of a flat form or of JSON, without the empty ones."""
    nested: dict[str, Any] = {}
    for name, value in pairs(body):
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        *path, last = name.split(".")
        place = group(nested, path)
        if place is None:
            continue
        if last in place and isinstance(place[last], list) and not isinstance(value, list):
            place[last].append(value)
        elif not path and is_list(model, last) and not isinstance(value, list):
            place[last] = [value]
        else:
            place[last] = value
    return nested


def group(nested: dict[str, Any], path: list[str]) -> dict[str, Any] | None:
    """The group that a dotted name leads to, made on the way; None where a value stands in its place: that is the fault
    to tell, and what was meant for the group is no field of another one."""
    for step in path:
        inner = nested.get(step, {})
        if not isinstance(inner, dict):
            return None
        nested[step] = dict(inner)  # what was handed in stays as it is
        nested = nested[step]
    return nested


def pairs(body: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """All (name, value) pairs; a form's repeated names come one by one."""
    every = getattr(body, "multi_items", body.items)
    yield from every()


def is_list(model: type[BaseModel], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and get_origin(field.annotation) in (list, tuple, set, frozenset)


def fault(error: ErrorDetails) -> FieldError:
    """One pydantic error in our words."""
    path = ".".join(str(part) for part in error["loc"])
    context = dict(error.get("ctx", {}))
    refusal = context.get("refusal")
    if isinstance(refusal, Refusal):
        return FieldError(path, refusal.code(), refusal.zh, type(refusal).__doc__ or "", refusal.facts)
    kind = error["type"]
    near = (words for start, words in KINDS if kind.startswith(start))
    code, zh, en = MESSAGES.get(kind) or next(near, UNFIT)
    return FieldError(path, code, zh, en, context)
