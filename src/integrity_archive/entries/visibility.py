"""Whether an entry may be shown on a day: by this rule alone, never by a job. Every channel asks here. Pure.

晋政办发〔2018〕27号, item 12: after its display period an entry is neither displayed nor used. The period ends with its
last day at 24:00, Asia/Shanghai. Each rule stands here twice, for Python and for SQL; a test holds the two together.
"""

from datetime import date

from integrity_archive.entries.lifecycle import State

OVER = (State.WITHDRAWN, State.EXPIRED, State.REPAIRED, State.REVOKED, State.ERASED)


def over(state: State, display_until: date | None, *, on: date) -> bool:
    """It has ended, in effect or before it (PIPL 47): out of every answer, page, export, report and search."""
    return state in OVER or (state is State.EFFECTIVE and display_until is not None and display_until < on)


def standing(state: State, display_until: date | None, *, on: date) -> State:
    """What it counts as on that day: an entry that is over by rule has expired before any job says so."""
    return State.EXPIRED if state is State.EFFECTIVE and over(state, display_until, on=on) else state


def told(
    state: State,
    final_on: date | None,
    display_until: date | None,
    *,
    suspended: bool,
    lifted_on: date | None,
    on: date,
) -> bool:
    """Those who may ask are told of it: effective, final, within its period, neither appealed against nor lifted.

    Lifted school discipline burdens no evaluation any more (Order 41 art. 57); what is under appeal is not told
    (DOMAIN §7.2).
    """
    in_force = state is State.EFFECTIVE and final_on is not None and final_on <= on
    return in_force and not over(state, display_until, on=on) and not suspended and lifted_on is None


def over_sql(day: str) -> str:
    """`over` for the alias `e`; `day` is the placeholder of the day, such as `$2`."""
    states = ", ".join(f"'{state}'" for state in OVER)
    return f"(e.state in ({states}) or (e.state = 'effective' and coalesce(e.display_until < {day}::date, false)))"


def told_sql(day: str) -> str:
    """`told` likewise."""
    return (
        f"(e.state = 'effective' and coalesce(e.final_on <= {day}::date, false) and not {over_sql(day)} "
        "and not e.suspended and e.lifted_on is null)"
    )
