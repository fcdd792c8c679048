"""Who may do what to what stands where: `steps.csv` says it a second time, written by hand, so that nobody is given a
right by changing one line. What is not in it the verbs themselves refuse, and change nothing."""

import csv
from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import asyncpg
import pytest

from integrity_archive.actors import Role
from integrity_archive.database import credentials, rows
from integrity_archive.errors import Conflict, Forbidden, NotFound
from integrity_archive.transitions import Lifecycle

from ..conftest import Database
from .test_lives import EVERY
from .things import LATER, THINGS, Thing, a_world

LIFECYCLES = {lifecycle.noun: lifecycle for lifecycle in EVERY}
HARMLESS = frozenset({"suspend", "resume", "acknowledge"})  # where nothing is to be done nothing is refused
LATE = frozenset({"deliver", "return", "refuse", "fail"})  # after a way has settled: recorded, and nothing else
BY_THE_PLANNER = ("delivery", "dropped", "mend")  # which is asked first and, by the table, may take it up
JOBS = frozenset({"expire", "erase", "lapse"})  # of the worker: nobody can ask for that


def steps() -> dict[tuple[str, str, str], tuple[str, frozenset[str]]]:
    """Noun, state and act → the state it leads to, and who may."""
    with (Path(__file__).parent / "steps.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["noun"], row["before"], row["act"]): (row["after"], frozenset(row["by"].split()))
            for row in csv.DictReader(file)
        }


GIVEN = steps()


@pytest.mark.parametrize("lifecycle", EVERY, ids=lambda one: one.noun)
def test_the_tables_say_what_was_agreed(lifecycle: Lifecycle) -> None:
    said = {(lifecycle.noun, step.before, step.act): (step.after, frozenset(step.by)) for step in lifecycle}
    assert said == {key: given for key, given in GIVEN.items() if key[0] == lifecycle.noun}


@pytest.mark.parametrize("noun", THINGS)
async def test_whatever_is_not_agreed_the_verb_refuses(line: asyncpg.Connection, noun: str) -> None:
    """Every (state, act, role) of what people act on."""
    world = await a_world()
    thing = await THINGS[noun](world)
    states = {state for step in LIFECYCLES[noun] for state in (step.before, step.after)}
    tried = 0
    for state, act, role in product(sorted(states), sorted(thing.verbs), Role):
        if act in JOBS or role in may(noun, state, act) or (noun, state, act) == BY_THE_PLANNER:
            continue
        await put(line, thing, state)
        before, lines = await row(thing), await written()
        try:
            await thing.verbs[act](by=world.actors[role], now=LATER)
        except (Forbidden, Conflict, NotFound):
            assert await written() == lines
        else:
            assert act in HARMLESS or (noun == "attempt" and act in LATE), f"{role} may {act} what is {state}"
        assert await row(thing) == before, f"{role} {act} {state}: what is refused changes nothing"
        tried += 1
    assert tried > len(states) * len(thing.verbs)


def may(noun: str, state: str, act: str) -> frozenset[str]:
    return GIVEN.get((noun, state, act), ("", frozenset()))[1]


@pytest.fixture
async def line(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection that may put anything anywhere."""
    line = await asyncpg.connect(**credentials(database.admin))
    yield line
    await line.close()


async def put(line: asyncpg.Connection, thing: Thing, state: str) -> None:
    """As if it had come there by its own way."""
    await line.execute(f"update {thing.table} set state = $1 where id = $2", state, thing.id)


async def row(thing: Thing) -> dict[str, object]:
    [found] = await rows(f"select * from {thing.table} where id = $1", [thing.id])
    return found


async def written() -> int:
    """How many lines the journal has."""
    [found] = await rows("select count(*) as lines from journal_event")
    return int(found["lines"])
