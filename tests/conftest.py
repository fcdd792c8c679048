"""One embedded PostgreSQL for the whole run, one database for each worker, built by the real migrations.

A test that asks for `database` finds it empty and this process connected as the application. One that kills things or
needs several databases asks for `fresh_database`.
"""

import asyncio
import fcntl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import asyncpg
import hypothesis
import pytest

from integrity_archive import cluster, postgres
from integrity_archive.catalogue import registry
from integrity_archive.cluster import Server
from integrity_archive.database import connect, credentials, disconnect, migrate
from integrity_archive.sealing import make_master
from integrity_archive.settings import use

hypothesis.settings.register_profile("whole", max_examples=1000)  # `make lives`
# The server outlives no run and holds nothing of worth: what makes it durable only costs time here.
NOT_DURABLE = {"fsync": "off", "full_page_writes": "off"}

EMPTY = """
set session_replication_role = replica;
do $$
declare found record;
begin
    for found in select tablename from pg_tables where schemaname = 'public' and tablename <> 'aerich' loop
        execute format('delete from %I', found.tablename);
    end loop;
    for found in select sequencename from pg_sequences where schemaname = 'public' and sequencename !~ '^aerich' loop
        perform setval(quote_ident(found.sequencename), 1, false);
    end loop;
end $$;
"""
OTHERS = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> $1"


@dataclass(frozen=True)
class Database:
    """One migrated database: how the application, its owner and a superuser reach it."""

    name: str
    app: str
    owner: str
    admin: str


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with a master key, and settings that name it; nothing of the environment counts."""
    folder = tmp_path_factory.mktemp("home")
    make_master(folder / "keys" / "master.key")
    use(profile="test", home=folder, testing=True, database_url=None, migration_database_url=None)
    return folder


@pytest.fixture(scope="session")
def server(run_folder: Path) -> Iterator[Server]:
    """The PostgreSQL of this run. Whichever worker started it stays until the others have finished."""
    shared = run_folder / "postgres"
    shared.mkdir(exist_ok=True)
    with (run_folder / "postgres.users").open("w") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        embedded = postgres.EmbeddedPostgres(shared, **NOT_DURABLE)
        yield embedded.start()
        if embedded.ours:
            fcntl.flock(users, fcntl.LOCK_EX)
            embedded.stop()
            postgres.remove(shared)
        else:
            embedded.stop()


@pytest.fixture(scope="session")
def template(server: Server, worker_id: str) -> str:
    """A database in which all migrations have run, and nothing else."""

    async def build() -> str:
        made = await create(server, f"template_{worker_id}", "template1")
        await migrate(made.owner)
        return made.name

    return asyncio.run(build())


@pytest.fixture(scope="session")
def lasting(server: Server, template: str, worker_id: str) -> Database:
    """This worker's database, emptied before each test: much faster than a new one."""
    return asyncio.run(create(server, f"lasting_{worker_id}", template))


@pytest.fixture
async def database(lasting: Database) -> AsyncIterator[Database]:
    """An empty database, with this process connected to it as the application."""
    admin = await asyncpg.connect(**credentials(lasting.admin))
    try:
        await admin.execute(OTHERS, admin.get_server_pid())
        await admin.execute(EMPTY)
    finally:
        await admin.close()
    await connect(lasting.app, pool=5)
    await registry.refresh()  # what the test before adopted is gone
    yield lasting
    await disconnect()


@pytest.fixture
async def fresh_database(server: Server, template: str) -> AsyncIterator[Callable[..., Awaitable[Database]]]:
    """Makes databases that nobody else has; connects to none."""
    made: list[Database] = []

    async def make(*, migrated: bool = True) -> Database:
        made.append(await create(server, f"fresh_{uuid4().hex}", template if migrated else "template1"))
        return made[-1]

    yield make
    await disconnect()
    for each in made:
        await as_admin(server, f'drop database "{each.name}" with (force)')


async def create(server: Server, name: str, template: str) -> Database:
    await as_admin(server, f'create database "{name}" template "{template}" owner {cluster.OWNER}')
    return Database(name, *(server.url(role, name) for role in (cluster.APP, cluster.OWNER, cluster.ADMIN)))


async def as_admin(server: Server, statement: str) -> None:
    admin = await asyncpg.connect(**credentials(server.url(cluster.ADMIN, "postgres")))
    try:
        await admin.execute(statement)
    finally:
        await admin.close()
