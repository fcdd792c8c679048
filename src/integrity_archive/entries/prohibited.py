"""Texts that would carry what may not be collected (征信业管理条例 14; PPG/1.0 E4008)."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from integrity_archive.errors import Refusal


class ProhibitedContent(Refusal):
    """The text may not hold identity, phone or card numbers, nor religion, genes, fingerprints, blood or illness."""

    status = 422
    zh = "不得包含证件号码、电话号码、银行卡号，以及宗教信仰、基因、指纹、血型、病史等禁止采集的内容。"


def permitted(text: str) -> str:
    """The text itself; raises `ProhibitedContent`."""
    number, words = rules()
    if number.search(text) or any(word in text for word in words):
        raise ProhibitedContent()
    return text


@cache
def rules() -> tuple[re.Pattern[str], tuple[str, ...]]:
    data = tomllib.loads((files("integrity_archive.entries") / "prohibited.toml").read_text("utf-8"))
    return re.compile(data["number"]), tuple(data["words"])
