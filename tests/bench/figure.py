"""How figures are taken: ours and the bare limit in turns, in one run, because the machine is noisy."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Figure:
    """Ours against the limit. `ratio` is the median over the rounds, not the ratio of the medians."""

    ours: float
    limit: float
    ratio: float
    unit: str

    def row(self) -> dict[str, float | str]:
        return {
            "ours": round(self.ours, 3),
            "limit": round(self.limit, 3),
            "ratio": round(self.ratio, 3),
            "unit": self.unit,
        }


def of(pairs: list[tuple[float, float]], unit: str) -> Figure:
    """One figure out of (ours, limit) for each round."""
    ours, limit = zip(*pairs, strict=True)
    return Figure(median(ours), median(limit), median(our / bare for our, bare in pairs), unit)


async def in_turns(ours: Work, limit: Work, *, rounds: int) -> list[tuple[float, float]]:
    """Seconds of (ours, limit) for each round. Who begins changes, so that neither has the better half of a round."""
    pairs = []
    for number in range(rounds):
        if number % 2:
            bare = await seconds(limit())
            pairs.append((await seconds(ours()), bare))
        else:
            our = await seconds(ours())
            pairs.append((our, await seconds(limit())))
    return pairs


def rates(times: list[tuple[float, float]], count: int) -> list[tuple[float, float]]:
    """How often per second, when each round did it `count` times."""
    return [(count / ours, count / limit) for ours, limit in times]


async def seconds(work: Awaitable[object]) -> float:
    started = perf_counter()
    await work
    return perf_counter() - started
