"""Switches that no province has: reachable from this machine only, outside `/ppg`."""

import dataclasses
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from integrity_archive.sandbox import moments
from integrity_archive.sandbox.faults import Faults
from integrity_archive.sandbox.operations import Operations

LOOPBACK = ("127.0.0.1", "::1")
NOTICES = ("PUBLISHED", "UNPUBLISHED", "OBJECTED_AT_PLATFORM", "REPAIRED_AT_PLATFORM", "WITHDRAWN")


class Control:
    """`GET` and `POST /faults`, `POST /settle`, `POST /notices`."""

    def __init__(self, faults: Faults, operations: Operations) -> None:
        self.faults = faults
        self._operations = operations

    async def switch(self, request: Request) -> Response:
        """Show the faults; a POST changes those it names."""
        if not is_local(request):
            return JSONResponse({}, 403)
        if request.method == "POST":
            known = {field.name: field.type for field in dataclasses.fields(Faults)}
            told = await read(request)
            if not told.keys() <= known.keys() or not all(is_amount(value) for value in told.values()):
                return JSONResponse({"known": sorted(known)}, 400)
            for name, value in told.items():
                setattr(self.faults, name, value)
        return JSONResponse(dataclasses.asdict(self.faults))

    async def settle(self, request: Request) -> Response:
        """Make every pending entry final; the answer says how many."""
        if not is_local(request):
            return JSONResponse({}, 403)
        evaluator = self._operations.evaluator
        waiting = list(evaluator.holdings.waiting)
        for entry_no in waiting:
            self._operations.keep(evaluator.settled(entry_no))
        return JSONResponse({"settled": len(waiting)})

    async def notify(self, request: Request) -> Response:
        """Originate a status notice (§3.5) from `{"entry_no", "status", "reason"}`."""
        if not is_local(request):
            return JSONResponse({}, 403)
        told = await read(request)
        if told.get("entry_no") not in self._operations.holdings.entries or told.get("status") not in NOTICES:
            return JSONResponse({"known": NOTICES}, 400)
        notice = {
            "type": "NOTICE",
            "notice_no": f"N{len(self._operations.holdings.events) + 1:010d}",
            "entry_no": told["entry_no"],
            "status": told["status"],
            "reason": told.get("reason"),
            "at": moments.timestamp(),
        }
        self._operations.keep({"kind": "notice", "notice": notice})
        return JSONResponse(notice)


def is_local(request: Request) -> bool:
    return request.client is not None and request.client.host in LOOPBACK


def is_amount(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


async def read(request: Request) -> dict[str, Any]:
    """The JSON object of a control request; an empty one if it is none."""
    try:
        told = json.loads(await request.body())
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
