"""The command `demo`: start the invented province, walk the road, print the table, keep serving."""

import asyncio
import signal
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from integrity_archive import clock, settings
from integrity_archive.catalogue import edition
from integrity_archive.demo import processes, road, summary
from integrity_archive.demo.cases import Case, cases
from integrity_archive.demo.walk import Walk
from integrity_archive.demo.world import TENANTS, Tenant, groups
from integrity_archive.exchange.registration import Registration, load


def run(home: Path, *, platform: Path | None, seed: int, patience: float, serve: bool) -> int:
    """Walk, print the table, and keep serving if asked to; returns the exit status."""
    registration = load(platform) if platform else None
    processes.wipe(home)
    with ExitStack() as stack, processes.listening() as web:
        url = f"http://127.0.0.1:{web.getsockname()[1]}"
        own: dict[str, Any] = dict.fromkeys(("database_url", "migration_database_url"))
        own |= {"home": home, "public_url": url, "profile": "demo"}
        settings.use(**own)
        stack.enter_context(processes.database(home))
        settings.use(**own | processes.channels(stack, home))
        people_of = groups(seed)
        tenants = placed(registration) if registration else {tenant.short: tenant for tenant in TENANTS}
        listed = cases(people_of, tenants)
        if registration is None:
            registration = load(province(stack, home, tenants, listed))
        stack.enter_context(processes.child(home, "web", ["serve", "--fd", str(web.fileno())], pass_fds=[web.fileno()]))
        stack.enter_context(processes.child(home, "worker", ["work"]))
        processes.started(f"{url}/livez", what="service")
        walk = Walk(home, url, clock.now(), patience)
        status = asyncio.run(road.go(walk, registration, people_of, tenants, listed))
        summary.show(walk)
        summary.keep(walk)
        if serve and status == 0:
            keep_serving(walk)
    return status


def province(stack: ExitStack, home: Path, tenants: dict[str, Tenant], listed: list[Case]) -> Path:
    """Our own sandbox, which knows the demo's units, and how the demo's persons are really called."""
    law = edition.current(clock.present_day())
    items = [item.code for item in law.items]
    units: list[dict[str, object]] = [
        {"uscc": tenant.uscc, "unit_code": tenant.unit_code, "catalogue_items": items}
        for tenant in tenants.values()
        if tenant.unit_code
    ]
    return processes.province(
        stack, home, units=units, population={case.adult.number: case.adult.name for case in listed}
    )


def placed(registration: Registration) -> dict[str, Tenant]:
    """The demo's organisations under the units of somebody else's registration file.

    Each takes the first unused unit that permits its catalogue items, else the first that permits any of them; who
    finds none keeps its own code, and its entries wait, visibly.
    """
    law = edition.current(clock.present_day())
    tenants = {tenant.short: tenant for tenant in TENANTS}
    wanted: dict[str, set[str]] = {}
    for case in cases(groups(0), tenants):
        if item := law.record_type(case.record_type).catalogue_item:
            wanted.setdefault(case.tenant.short, set()).add(item)
    free = list(registration.units)
    for short, items in wanted.items():
        fits = [unit for unit in free if items <= set(unit.catalogue_items)]
        fits = fits or [unit for unit in free if items & set(unit.catalogue_items)]
        if fits:
            free = [unit for unit in free if unit.uscc != fits[0].uscc]
            tenants[short] = replace(tenants[short], uscc=fits[0].uscc, unit_code=fits[0].unit_code)
    return tenants


def keep_serving(walk: Walk) -> None:
    """Until Ctrl-C or a signal to end."""
    walk.console.print(f"[bold]{walk.url}[/bold]  Ctrl-C 结束 / to stop")
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)
    try:
        signal.pause()
    except KeyboardInterrupt:
        walk.console.print("已停止 / stopped")
