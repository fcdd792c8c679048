"""One history of migrations brings every database to the same state, whoever starts first."""

import asyncio
import subprocess
import sys

import pytest
from tortoise.exceptions import OperationalError

from integrity_archive.database import MODELS, config, connect, credentials, disconnect, migrate, require_migrated, rows
from integrity_archive.errors import Fatal
from integrity_archive.places import root_folder

MIGRATE = (
    "import asyncio, sys; from integrity_archive.database import migrate; print(asyncio.run(migrate(sys.argv[1])))"
)


def history():
    return sorted(file.name for file in (root_folder("migrations") / "archive").glob("[0-9]*_*.py"))


async def test_of_four_starters_one_applies_each_migration(fresh_database):
    owner = (await fresh_database(migrated=False)).owner

    async def start() -> str:
        starter = await asyncio.create_subprocess_exec(sys.executable, "-c", MIGRATE, owner, stdout=subprocess.PIPE)
        return (await starter.communicate())[0].decode().strip()

    applied = await asyncio.gather(*(start() for _ in range(4)))

    assert sorted(applied, key=len) == ["[]"] * 3 + [str(history())]


async def test_migrating_leaves_the_connection_of_this_process_alone(database):
    assert await migrate(database.owner) == []
    assert (await rows("select current_user as role"))[0]["role"] == "ia_app"


async def test_the_application_cannot_migrate(fresh_database):
    unmigrated = await fresh_database(migrated=False)
    with pytest.raises(OperationalError, match="permission denied"):
        await migrate(unmigrated.app)


async def test_a_server_that_does_not_answer_is_said_so(tmp_path):
    nowhere = f"postgresql://ia_app:x@/integrity_archive?host={tmp_path}"
    for act in (connect, migrate):
        with pytest.raises(Fatal, match="cannot connect"):
            await act(nowhere)


@pytest.mark.parametrize(
    "wrong",
    ["sqlite://file.db", "postgresql://ia_app:secret@host", "postgresql://ia_app:secret@host/name?timeout=5", "name"],
)
def test_a_wrong_address_is_refused_without_repeating_its_password(wrong):
    with pytest.raises(Fatal) as refused:
        credentials(wrong)
    assert "secret" not in str(refused.value)


def test_an_address_may_name_a_port_or_a_socket_folder():
    assert credentials("postgresql://a:p%40ss@db.example:6432/archive?sslmode=require") == {
        "host": "db.example",
        "port": 6432,
        "user": "a",
        "password": "p@ss",
        "database": "archive",
        "ssl": "require",
    }
    assert credentials("postgresql://a:p@/archive?host=%2Frun%2Fpg&port=5433")["host"] == "/run/pg"


def test_every_module_with_tables_is_known_to_the_migrations():
    package = root_folder("src") / "integrity_archive"
    found = {f"integrity_archive.{file.parent.name}.models" for file in package.glob("*/models.py")}

    assert found <= set(MODELS)
    assert config("postgresql://a@h/n")["apps"]["archive"]["models"] == [*MODELS, "aerich.models"]


async def test_a_database_that_lacks_a_migration_is_not_worked_on(fresh_database):
    empty = await fresh_database(migrated=False)
    await connect(empty.app)
    with pytest.raises(Fatal, match="migrate"):
        await require_migrated()
    await disconnect()

    whole = await fresh_database()
    await connect(whole.app)
    await require_migrated()
