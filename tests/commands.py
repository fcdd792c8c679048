"""The command line as an operator has it: a process of its own, against the test's database."""

import asyncio
import os
import sys

from integrity_archive.settings import settings

from .conftest import Database


async def run(database: Database, *words: str) -> tuple[int, str]:
    """One command: its exit status, and what it said on both channels."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IA_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "integrity_archive", *words),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=kept | {"IA_HOME": str(settings().home), "IA_PROFILE": "test", "DATABASE_URL": database.app},
    )
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()
