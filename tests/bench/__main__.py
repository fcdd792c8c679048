"""`make bench`: every figure beside its bare limit, in one run; prints the table and writes `bench.json`."""

import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import uvloop
from rich.console import Console
from rich.table import Table

from integrity_archive.garbage import collect_seldom

from . import ground, imports, inquiry, paper, push, record
from .figure import Figure

FLOORS = {"import": 0.25, "record": 0.4, "push": 0.8, "pdf": 0.7, "sign": 0.8}
CEILINGS = {"inquiry": 2.0}
MISSED = 1
console = Console()


async def measured(folder: Path, wanted: list[str]) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}

    async def take(key: str, measure: Callable[[], Awaitable[Figure | dict[str, Figure]]]) -> None:
        if not wanted or key in wanted:
            console.print(f"{key} …")
            taken = await measure()
            figures.update(taken if isinstance(taken, dict) else {key: taken})

    await take("pdf", paper.pdf)
    await take("sign", lambda: paper.sign(folder / "paper"))
    with ground.server(folder / "home") as server:
        await ground.migrated(server)
        async with ground.archive(server):
            await take("import", lambda: imports.measure(server))
            await take("record", lambda: record.measure(server))
            await take("inquiry", lambda: inquiry.measure(server))
            await take("push", lambda: push.measure(server, folder))
    return figures


def missed(figures: dict[str, Figure]) -> list[str]:
    low = [key for key, floor in FLOORS.items() if key in figures and figures[key].ratio < floor]
    return low + [key for key, most in CEILINGS.items() if key in figures and figures[key].ratio > most]


def show(figures: dict[str, Figure]) -> None:
    table = Table("figure", "ours", "limit", "ratio", "bound", "unit")
    for key, figure in figures.items():
        bound = f"≥ {FLOORS[key]}" if key in FLOORS else f"≤ {CEILINGS[key]}" if key in CEILINGS else ""
        style = "red" if key in missed(figures) else None
        table.add_row(
            key, f"{figure.ours:.2f}", f"{figure.limit:.2f}", f"{figure.ratio:.2f}", bound, figure.unit, style=style
        )
    console.print(table)


def main() -> int:
    """The exit status is 1 when a bound is missed. With names as arguments only those are taken, and nothing is
    written: `bench.json` holds the figures of one whole run."""
    # as in `serve` and `work`
    collect_seldom()
    with tempfile.TemporaryDirectory() as name, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        figures = runner.run(measured(Path(name), sys.argv[1:]))
    show(figures)
    if not sys.argv[1:]:
        Path("bench.json").write_text(json.dumps({key: figure.row() for key, figure in figures.items()}, indent=1))
    if failed := missed(figures):
        console.print(f"missed: {', '.join(failed)}", style="red")
        return MISSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
