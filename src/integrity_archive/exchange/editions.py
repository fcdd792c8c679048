"""The catalogue edition in force at a platform: what decides there which entries it takes (PPG/1.0 §3.5)."""

from datetime import datetime
from typing import Any

import structlog

from integrity_archive.catalogue import edition as catalogue
from integrity_archive.database import rows, tx
from integrity_archive.exchange.connectors.outcome import Answered
from integrity_archive.exchange.connectors.service import Service
from integrity_archive.exchange.entry_content import Item
from integrity_archive.exchange.models import Target
from integrity_archive.exchange.waits import relied_on
from integrity_archive.journal import readers

READER = "exchange"
log = structlog.get_logger()

AGAIN = """
select max(v.seq) as seq
from exchange_delivery d join exchange_head h on h.id = d.head_id
join journal_event v on v.entry = h.entry_id and v.kind = 'entry:take_effect'
where h.target_id = $1 and d.state in ('ready', 'held') group by h.entry_id
"""


async def refresh(link: Service, target: Target, *, now: datetime) -> bool:
    """Load the platform's edition; if it is another one, everything not yet sent is looked at again."""
    outcome = await link.catalogue()
    if not isinstance(outcome, Answered) or not readable(outcome.body):
        log.warning("catalogue not loaded", target=target.name, outcome=type(outcome).__name__)
        return False
    if outcome.body == target.edition:
        return True
    await store(target, outcome.body)
    log.info("catalogue edition", target=target.name, edition=outcome.body["edition"])
    return True


@tx
async def store(target: Target, edition: dict[str, Any]) -> None:
    target.edition = edition
    await target.save(update_fields=["edition"])
    await readers.put_back(READER, [row["seq"] for row in await rows(AGAIN, [target.id])])


def readable(edition: dict[str, Any]) -> bool:
    """Whether the members we rely on are there."""
    items = edition.get("items")
    return (
        isinstance(edition.get("edition"), str)
        and isinstance(items, list)
        and all(isinstance(item, dict) and {"code", "record_types", "display_mode"} <= item.keys() for item in items)
    )


def items(edition: dict[str, Any] | None, *, now: datetime) -> dict[str, Item]:
    """The platform's items; as long as its edition was never loaded, our own in force."""
    if edition is None:
        own = catalogue.current(relied_on(now)).items
        return {item.code: Item(item.record_types, item.display_mode, item.max_display_months) for item in own}
    return {
        item["code"]: Item(tuple(item["record_types"]), item["display_mode"], item.get("max_display_months"))
        for item in edition["items"]
    }
