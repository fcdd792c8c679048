"""Pages by cursor: `after` is the last id that was seen."""

from uuid import UUID

from integrity_archive.api.endpoint import Call
from integrity_archive.errors import Refusal

MOST, USUAL = 200, 50


class UnknownCursor(Refusal):
    """`after` is an id of this list, `limit` a whole number from 1 to {most}."""

    status = 422
    zh = "after须为本列表中的编号，limit须为1至{most}的整数。"


def page_of(call: Call) -> tuple[UUID | None, int]:
    """The cursor and the size of the page that was asked for; raises `UnknownCursor`."""
    after, limit = call.query.get("after"), call.query.get("limit", str(USUAL))
    if not limit.isascii() or not limit.isdecimal() or not 1 <= int(limit[:4]) <= MOST or len(limit) > 3:
        raise UnknownCursor(at="limit", most=MOST)
    try:
        return (UUID(after) if after else None), int(limit)
    except ValueError:
        raise UnknownCursor(at="after", most=MOST) from None
