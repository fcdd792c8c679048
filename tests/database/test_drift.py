"""The migrations and the models describe the same tables. Migrations may say more (triggers, checks, partial indexes),
never less and nothing else."""

import asyncpg
from tortoise.context import TortoiseContext

from integrity_archive.database import config, credentials

COLUMNS = """
select table_name, column_name, udt_name, character_maximum_length, numeric_precision, numeric_scale, is_nullable,
       column_default
from information_schema.columns where table_schema = 'public'
"""
CONSTRAINTS = """
select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint
where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
"""
INDEXES = "select indexdef from pg_indexes where schemaname = 'public'"


async def catalogue(url: str) -> dict[str, set[tuple[object, ...]]]:
    line = await asyncpg.connect(**credentials(url))
    try:
        found = {"columns": COLUMNS, "constraints": CONSTRAINTS, "indexes": INDEXES}
        return {what: {tuple(row) for row in await line.fetch(query)} for what, query in found.items()}
    finally:
        await line.close()


async def test_a_migrated_database_is_what_the_models_describe(fresh_database):
    migrated, described = await fresh_database(), await fresh_database(migrated=False)
    async with TortoiseContext() as models:
        await models.init(config(described.owner))
        await models.generate_schemas(safe=False)

    ours, theirs = await catalogue(migrated.owner), await catalogue(described.owner)
    assert ours["columns"] == theirs["columns"]
    assert theirs["constraints"] - ours["constraints"] == set()
    assert theirs["indexes"] - ours["indexes"] == set()
