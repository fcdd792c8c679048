"""When an entry may be shown: the rule in Python and the rule in SQL are one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrity_archive.database import rows
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.visibility import over, over_sql, told, told_sql

DAY = date(2026, 11, 24)
NEAR = [None, DAY - timedelta(1), DAY, DAY + timedelta(1)]
near = st.sampled_from(NEAR)


@pytest.mark.parametrize("state", State)
async def test_the_rule_in_sql_says_what_the_rule_in_python_says(database: object, state: State) -> None:
    cases = [(until, final, gone, up) for until in NEAR for final in NEAR for gone in (True, False) for up in NEAR]
    sql = f"""
    select {over_sql("$6")} as over, {told_sql("$6")} as told
    from unnest($1::date[], $2::date[], $3::bool[], $4::date[]) with ordinality
        as e (display_until, final_on, suspended, lifted_on, place)
    cross join lateral (select $5::text as state) s
    order by place
    """.replace("e.state", "s.state")
    columns = [list(column) for column in zip(*cases, strict=True)]
    found = await rows(sql, [*columns, state, DAY])
    assert [(row["over"], row["told"]) for row in found] == [
        (over(state, until, on=DAY), told(state, final, until, suspended=gone, lifted_on=up, on=DAY))
        for until, final, gone, up in cases
    ]


@given(st.sampled_from(State), near, near, st.booleans(), near, st.integers(0, 4000))
def test_what_is_over_is_told_to_nobody_and_never_comes_back(
    state: State, until: date | None, final: date | None, suspended: bool, lifted: date | None, later: int
) -> None:
    if over(state, until, on=DAY):
        then = DAY + timedelta(later)
        assert over(state, until, on=then)
        assert not told(state, final, until, suspended=suspended, lifted_on=lifted, on=then)


def test_the_last_day_of_display_is_whole() -> None:
    assert not over(State.EFFECTIVE, DAY, on=DAY)
    assert over(State.EFFECTIVE, DAY, on=DAY + timedelta(1))
