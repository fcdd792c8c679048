"""Foreign keys point down the layers, as imports do; Tortoise names their targets by strings, which no linter reads."""

import re
import tomllib

from tortoise.context import TortoiseContext

from integrity_archive.database import APP, config
from integrity_archive.places import root_folder


def layers() -> dict[str, int]:
    """Package → its height, from the contract that orders the imports."""
    contracts = tomllib.loads((root_folder("pyproject.toml")).read_text())["tool"]["importlinter"]["contracts"]
    [ordered] = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return {name: -depth for depth, layer in enumerate(ordered) for name in re.findall(r"\w+", layer)}


async def test_foreign_keys_point_down_or_stay_in_their_package():
    height = layers()
    wrong = []
    async with TortoiseContext() as context:
        await context.init(config("postgresql://ia_owner@localhost/none"))
        assert context.apps
        for model in context.apps[APP].values():
            if not model.__module__.startswith("integrity_archive."):
                continue
            package = model.__module__.split(".")[1]
            for name in model._meta.fk_fields | model._meta.o2o_fields:
                target = model._meta.fields_map[name].related_model.__module__.split(".")[1]
                if target != package and height[target] >= height[package]:
                    wrong.append(f"{package}.{model.__name__}.{name} → {target}")

    assert wrong == []
