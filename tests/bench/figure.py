"""How figures are taken: ours and the bare limit in turns, in one run, because the machine is noisy."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


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


def rate(work: Callable[[], object], times: int) -> float:
    """How often per second."""
    started = perf_counter()
    for _ in range(times):
        work()
    return times / (perf_counter() - started)


async def seconds(work: Awaitable[object]) -> float:
    started = perf_counter()
    await work
    return perf_counter() - started
