"""A lifecycle as a table: from a state, an act, by a role, to a state. Code asks the table; docs and tests are made
from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from integrity_archive.actors import Actor, Role
from integrity_archive.errors import Conflict, Forbidden


class NoSuchStep(Conflict):
    """In the state “{state}” the act “{act}” is not possible."""

    zh = "当前状态（{state}）下不能办理此事（{act}）。"


@dataclass(frozen=True)
class Step:
    """`by` holds one of the roles that may act; `why` is the reason a reader needs, and is never empty."""

    before: StrEnum
    act: str
    after: StrEnum
    by: frozenset[Role]
    why: str


class Lifecycle:
    """All steps of one noun. A (state, act) pair names at most one step."""

    def __init__(self, noun: str, *steps: Step) -> None:
        self.noun = noun
        self.steps = {(step.before, step.act): step for step in steps}
        if len(self.steps) != len(steps):
            raise ValueError(f"{noun}: two steps for one state and act")

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps.values())

    def step(self, state: StrEnum, act: str, *, by: Actor) -> Step:
        """The step that `act` takes from `state`; raises `NoSuchStep`, or `Forbidden` for a role it is not given to."""
        step = self.steps.get((state, act))
        if step is None:
            raise NoSuchStep(state=state.value, act=act)
        if not by.roles & step.by:
            raise Forbidden()
        return step

    def acts(self, state: StrEnum, *, by: Actor) -> list[str]:
        """What this actor may do now."""
        return [step.act for step in self if step.before == state and by.roles & step.by]

    def before(self, act: str) -> list[str]:
        """The states from which `act` leads on: for changing many rows by one statement."""
        return [step.before.value for step in self if step.act == act]

    def after(self, act: str) -> str:
        """Where `act` leads; raises ValueError if that depends on the state."""
        (state,) = {step.after.value for step in self if step.act == act}
        return state
