"""Three kinds of information that are kept apart (晋政办发〔2018〕27号 一（二）; DOMAIN R-00c).

Public credit information is what answers, indicators and messages to the platform are made of. Credit-reference
information (征信业管理条例 29) and what is internal to an office never stand beside it.
"""

from collections.abc import Iterable
from typing import Any

from integrity_archive.catalogue import edition, registry
from integrity_archive.catalogue.record_types import InfoDomain


def is_public(edition_code: str, record_type: str) -> bool:
    """By the edition that the entry was made under, which must be in memory."""
    return edition.load(edition_code).record_type(record_type).info_domain is InfoDomain.PUBLIC


async def only_public(found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of rows with `edition` and `record_type`, those that may stand in an answer."""
    kept = list(found)
    await registry.know({row["edition"] for row in kept})
    return [row for row in kept if is_public(row["edition"], row["record_type"])]
