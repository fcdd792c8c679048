"""Which way is tried first, and which next. The order and the waits are data (`terms.toml`). Pure."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

from integrity_archive.letters.kinds import BY_HAND, STARTS_CLOCK, Channel, LetterKind, LetterState
from integrity_archive.letters.lifecycle import IN_VAIN


@cache
def order() -> dict[Channel, int]:
    """The step of each way."""
    return {channel: int(data()[channel]["step"]) for channel in Channel}


@cache
def data() -> dict[str, dict[str, str | int]]:
    return tomllib.loads((files("integrity_archive.letters") / "terms.toml").read_text("utf-8"))


def witnesses() -> int:
    """How many must have seen that a letter was left."""
    return int(data()[Channel.LEFT]["witnesses"])


def informs_only(kind: LetterKind, channel: Channel, *, electronic: bool) -> bool:
    """Whether reaching the reader this way serves nothing.

    A letter that starts a clock is served electronically only where the law of the decision allows it and the person
    confirmed an address for it in writing (送达地址确认书); mail and message never carry the document themselves.
    """
    if channel in (Channel.EMAIL, Channel.TEXT):
        return True
    return channel is Channel.PORTAL and kind in STARTS_CLOCK and not electronic


def begin(kind: LetterKind, offered: Collection[Channel], *, electronic: bool) -> list[Channel]:
    """The ways that are tried at once: what informs, and the first step with a way that counts."""
    first = [channel for channel in Channel if channel in offered and channel not in BY_HAND]
    if any(not informs_only(kind, channel, electronic=electronic) for channel in first):
        return first
    return [*first, *following(offered, first)]


def following(offered: Collection[Channel], tried: Collection[Channel]) -> list[Channel]:
    """The ways of the next step by hand."""
    left = [channel for channel in Channel if channel in offered and channel in BY_HAND and channel not in tried]
    done = max((order()[channel] for channel in tried), default=0)
    later = [channel for channel in left if order()[channel] > done]
    return [channel for channel in later if order()[channel] == min(order()[one] for one in later)]


def after_refusal(channel: Channel, offered: Collection[Channel], tried: Collection[Channel]) -> list[Channel]:
    """What follows when the reader would not take it: it is left with him, and not posted to him."""
    wanted = data()[channel].get("if_refused")
    if wanted in offered and wanted not in tried:
        return [Channel(str(wanted))]
    return following(offered, tried)


def may_publish(offered: Collection[Channel], tried: Mapping[Channel, LetterState]) -> bool:
    """Public notice is the last way: every other way by hand has been tried, and in vain (民事诉讼法 95). Leaving it
    needs nothing of the reader, so that nothing is published before that has failed too."""
    if tried.get(Channel.LEFT) not in IN_VAIN:
        return False
    others = [channel for channel in offered if channel in BY_HAND and channel is not Channel.PUBLIC]
    # Refused at the door, it is left and not posted: what comes before the last way that was tried counts as done.
    reached = max((order()[channel] for channel in tried if channel in others), default=0)
    return all(
        tried[channel] in IN_VAIN if channel in tried else order()[channel] < reached for channel in others
    )  # fmt: skip
