"""The form in which texts are kept: the one in which they are sent (PPG/1.0 §2)."""

import unicodedata

from integrity_archive.errors import Refusal

BLANKS = " \u3000"
NEVER = frozenset({"Cc", "Cs"})  # controls and lone surrogates
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # show a text as another than it is


class ControlCharacter(Refusal):
    """The text may not hold control characters."""

    status = 422
    zh = "不得包含控制字符。"


def one_line(text: str) -> str:
    """NFC, without blanks at the ends; raises `ControlCharacter`, for a line break too."""
    plain = unicodedata.normalize("NFC", text).strip(BLANKS)
    if any(unicodedata.category(character) in NEVER or character in REORDERING for character in plain):
        raise ControlCharacter()
    return plain


def lines(text: str) -> str:
    """The same for a text that may have several lines, which end in LF."""
    return "\n".join(one_line(line) for line in text.replace("\r\n", "\n").strip(BLANKS + "\n").split("\n"))
