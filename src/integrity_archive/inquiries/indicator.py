"""Whether a person had no adverse record for years: 晋政办发〔2018〕27号, item 7. Pure.

What was revoked or repaired does not count, and what has expired is not used (item 12), so neither is handed in here.
"""

from collections.abc import Iterable
from datetime import date

from integrity_archive.catalogue.periods import Period, corresponding_end
from integrity_archive.entries.adverse import Adverse
from integrity_archive.inquiries.kinds import NoAdverse


def no_adverse(found: Iterable[Adverse], *, kept_since: date | None, as_of: date, term: Period) -> NoAdverse:
    """The answer on a day; the same day `term` earlier is outside.

    `kept_since` is the day on which the archive was opened; None: not known, hence not long enough.
    """
    counted = [one for one in found if one.final_on <= as_of < corresponding_end(one.final_on, term)]
    if any(not one.doubted for one in counted):
        return NoAdverse.NO
    if counted:
        return NoAdverse.UNCERTAIN
    if kept_since is None or corresponding_end(kept_since, term) > as_of:
        return NoAdverse.INSUFFICIENT
    return NoAdverse.YES
