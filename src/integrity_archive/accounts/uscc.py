"""The unified social credit code of organisations, GB 32100-2015."""

import re
import unicodedata

from integrity_archive.errors import Refusal

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I, O, S, V and Z
FORM = re.compile(rf"[{ALPHABET}]{{18}}")


class WrongUscc(Refusal):
    """A unified social credit code has 18 characters: digits and capitals without I, O, S, V and Z."""

    status = 422
    zh = "统一社会信用代码为18位数字或大写字母（不含I、O、S、V、Z）。"


class WrongUsccCheckCharacter(WrongUscc):
    """The check character does not fit the code: at least one character is wrong."""

    zh = "统一社会信用代码校验码不符，至少有一位填写有误。"


def normal_uscc(typed: str) -> str:
    """The code in normal form. Only the outer check character is tested: it is the one the province tests (E4003)."""
    code = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed)).upper()
    if not FORM.fullmatch(code):
        raise WrongUscc(at="uscc")
    if code[-1] != check_character(code[:17]):
        raise WrongUsccCheckCharacter(at="uscc")
    return code


def check_character(first17: str) -> str:
    """The eighteenth character: weights are the powers of 3 modulo 31."""
    weighted = sum(ALPHABET.index(character) * pow(3, i, 31) for i, character in enumerate(first17))
    return ALPHABET[-weighted % 31]
