"""Writes the pages of `docs/` that are made from the code: `make docs`. Tests fail when they drift."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from inspect import getsource
from pathlib import Path

import integrity_archive
from integrity_archive.entries.lifecycle import ENTRY
from integrity_archive.errors import Refusal
from integrity_archive.exchange.lifecycle import BATCH, DELIVERY
from integrity_archive.journal.kinds import Kind
from integrity_archive.transitions import Lifecycle

HERE = Path(__file__).parent
MADE = "Made from the code by `make docs`; do not edit.\n"
COMMENTED = re.compile(r'^    [A-Z_]+ = "([^"]+)"  # (.+)$', re.MULTILINE)


def lifecycles() -> str:
    parts = ["# Lifecycles", MADE]
    for lifecycle in (ENTRY, DELIVERY, BATCH):
        parts += [f"## {lifecycle.noun.capitalize()}\n", diagram(lifecycle), table(lifecycle)]
    return "\n".join(parts)


def diagram(lifecycle: Lifecycle) -> str:
    lines = [f"    {step.before.value} --> {step.after.value}: {step.act}" for step in lifecycle]
    return "\n".join(["```mermaid", "stateDiagram-v2", *lines, "```", ""])


def table(lifecycle: Lifecycle) -> str:
    rows = [
        f"| {step.before.value} | {step.act} | {step.after.value} | {', '.join(sorted(step.by))} | {step.why} |"
        for step in lifecycle
    ]
    return "\n".join(["| state | act | next state | by | why |", "|---|---|---|---|---|", *rows, ""])


def journal() -> str:
    rows = [f"| `{kind}` | {meaning} |" for kind, meaning in COMMENTED.findall(getsource(Kind))]
    assert len(rows) == len(Kind), "every kind has its meaning behind it"
    return "\n".join(["# Journal", MADE, "| kind | what was done |", "|---|---|", *rows, ""])


def problems() -> str:
    rows = [
        f"| `{refusal.code()}` | {refusal.status} | {refusal.zh} | {refusal.__doc__} |"
        for refusal in sorted(refusals(), key=lambda refusal: refusal.code())
    ]
    head = "Every refusal has a stable code; braces stand for facts.\n"
    return "\n".join(["# Problems", MADE, head, "| code | status | 中文 | English |", "|---|---|---|---|", *rows, ""])


def refusals() -> list[type[Refusal]]:
    """Every kind of refusal in the package."""
    for module in pkgutil.walk_packages(integrity_archive.__path__, "integrity_archive."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return [refusal for refusal in below(Refusal) if refusal.__module__.startswith("integrity_archive.")]


def below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    yield kind
    for child in kind.__subclasses__():
        yield from below(child)


PAGES = {"lifecycles.md": lifecycles, "journal.md": journal, "problems.md": problems}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), "utf-8")
