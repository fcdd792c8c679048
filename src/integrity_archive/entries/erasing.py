"""What is left of an erased entry: `erased.toml` names every column, and this does what it says.

An entry's key is destroyed first, and with it whatever is sealed. Each package has its own tables done when it has
dropped the files that they name.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from integrity_archive.database import rows


@cache
def erased() -> dict[str, dict[str, Any]]:
    """By table: the rows, and what becomes of their columns."""
    return tomllib.loads((files("integrity_archive.entries") / "erased.toml").read_text("utf-8"))


async def forget(entry_id: UUID, *packages: str) -> None:
    """Delete or empty, in the running transaction, what the tables of these packages say of an erased entry."""
    for table, rule in erased().items():
        if rule.get("with", table.split("_")[0]) in packages:
            if rule.get("deleted"):
                await rows(f'delete from "{table}" where {rule["of"]}', [entry_id])
            elif emptied := rule.get("emptied"):
                columns = ", ".join(f'"{name}" = {to}' for name, to in emptied.items())
                await rows(f'update "{table}" set {columns} where {rule["of"]}', [entry_id])
