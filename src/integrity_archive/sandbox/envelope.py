"""The platform's side of the envelope (PPG/1.0 §2.3) and of JSON (§2), read strictly."""

import base64
import binascii
import json
from typing import Any

from integrity_archive import guomi

MEMBERS = {"v", "kid", "ek", "iv", "ct", "tag"}
LARGEST = 2_147_483_647
NO_NUMBER = float("nan")  # a number the contract does not allow: no rule that asks for an integer fits it


class CannotRead(ValueError):
    """The envelope was not made for this key, or was changed since."""


def parse(body: bytes) -> Any:
    """The JSON value of `body`; raises ValueError. A number not written as §2 says becomes `NO_NUMBER`."""
    try:
        return json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_members,
            parse_int=_number,
            parse_float=lambda _: NO_NUMBER,
            parse_constant=_refuse,
        )
    except RecursionError:
        raise ValueError("nested too deep") from None


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("duplicate member")
    return members


def _number(digits: str) -> float:
    small = digits[0] != "-" and len(digits) <= 10
    return number if small and (number := int(digits)) <= LARGEST else NO_NUMBER


def _refuse(name: str) -> None:
    raise ValueError("not a JSON number")


def is_envelope(value: Any) -> bool:
    """Whether `value` has exactly the members of an envelope, and Base64 where it must be."""
    if not isinstance(value, dict) or value.keys() != MEMBERS or type(value["v"]) is not int or value["v"] != 1:
        return False
    return all(isinstance(value[name], str) for name in MEMBERS - {"v"}) and all(
        _decoded(value[name]) is not None for name in ("ek", "iv", "ct", "tag")
    )


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def open_envelope(envelope: dict[str, Any], private_key: str, aad: bytes) -> bytes:
    """The plaintext; raises `CannotRead` if a length, the curve, C3 or the tag is wrong."""
    ek, iv, ct, tag = (_decoded(envelope[name]) or b"" for name in ("ek", "iv", "ct", "tag"))
    try:
        return guomi.sm4_gcm_open(guomi.decrypt_key(private_key, ek), iv, ct, tag, aad)
    except guomi.CannotOpen as refused:
        raise CannotRead("envelope") from refused
