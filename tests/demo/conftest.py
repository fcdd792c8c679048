"""The demo as `make demo ARGS=--no-serve` starts it; one run of it serves most tests of this folder."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from integrity_archive import postgres

LONGEST = 240


@dataclass(frozen=True)
class Run:
    """What a run left behind."""

    home: Path
    status: int
    output: str

    @property
    def told(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.home / "demo.json").read_text("utf-8"))
        return found


def run(home: Path, *options: str) -> Run:
    """The demo as a process of its own, until it ends."""
    command = [sys.executable, "-m", "integrity_archive", "demo", "--no-serve", "--home", str(home), *options]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("IA_", "DATABASE_URL"))}
    done = subprocess.run(command, capture_output=True, text=True, env=kept, timeout=LONGEST, check=False)
    return Run(home, done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    home = tmp_path_factory.mktemp("demo") / "home"
    yield run(home)
    postgres.remove(home)
