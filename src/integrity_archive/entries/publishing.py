"""From when to when an entry may be published by name: what its law allows, and nothing for those without one. Pure."""

from integrity_archive.catalogue.finality import Window, publication
from integrity_archive.catalogue.record_types import Edition
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.models import Entry


def window(entry: Entry, law: Edition) -> Window | None:
    """Of an effective entry, by the edition it was made under and the measures of its decision's day."""
    if entry.state is not State.EFFECTIVE or entry.severity is None or entry.final_on is None or entry.suspended:
        return None
    return publication(
        law.record_type(entry.record_type),
        law.policy(entry.decided_on),
        entry.severity,
        decided_on=entry.decided_on,
        final_on=entry.final_on,
        display_until=entry.display_until,
    )
