"""The simulated province as a process: keys, store and listening socket, in this order, then the registration file."""

import asyncio
import json
import logging
import socket
from importlib.resources import files
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from integrity_archive.sandbox import moments
from integrity_archive.sandbox.batch import Evaluator
from integrity_archive.sandbox.codes import Refused
from integrity_archive.sandbox.control import Control
from integrity_archive.sandbox.evaluation import Rules
from integrity_archive.sandbox.faults import Faults
from integrity_archive.sandbox.gate import Gate, Nonces
from integrity_archive.sandbox.holdings import Holdings
from integrity_archive.sandbox.keys import APP_ID, EXAMPLE_UNIT, Keys, keys_in, write_registration
from integrity_archive.sandbox.ledger import Ledger
from integrity_archive.sandbox.operations import Encryption, Operations
from integrity_archive.sandbox.page import page
from integrity_archive.sandbox.register import Register

CATALOGUE = files("integrity_archive.sandbox") / "SX-SAMPLE-2026-1.json"
log = logging.getLogger("integrity_archive.sandbox")


def serve(
    home: Path,
    registration: Path,
    *,
    units: Path | None = None,
    population: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    faults: Faults | None = None,
) -> None:
    """Run the platform until it is told to stop. Port 0 takes a free one; `registration` says which.

    `units` is a JSON file with the list `units` of REGISTRATION.md, `population` one of names by identity number.
    """
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    edition = json.loads(CATALOGUE.read_text("utf-8"))
    listed = json.loads(units.read_text("utf-8")) if units else [example_unit(edition)]
    keys = keys_in(home)
    faults = faults or Faults()
    operations = assemble(home, keys, listed, Register.read(population), edition, faults)
    platform = Platform(gate_in(home, keys), operations, faults)
    listening = socket.create_server((host, port))
    address, bound = listening.getsockname()[:2]
    write_registration(registration, keys, listed, f"http://{address}:{bound}")
    config = uvicorn.Config(platform.application(), http=Connection, log_config=None, access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])


def example_unit(edition: dict[str, Any]) -> dict[str, Any]:
    """One unit that may push every item."""
    return {**EXAMPLE_UNIT, "catalogue_items": [item["code"] for item in edition["items"]]}


def assemble(
    home: Path,
    keys: Keys,
    units: list[dict[str, Any]],
    register: Register,
    edition: dict[str, Any],
    faults: Faults,
) -> Operations:
    """The operations on what the ledger in `home` holds."""
    holdings, ledger = Holdings(), Ledger(home / "ledger.jsonl")
    for line in ledger.replay():
        holdings.apply(line)
    rules = Rules({item["code"]: item for item in edition["items"]}, register, keys.marking_key)
    registered = {(unit["uscc"], unit["unit_code"]): set(unit["catalogue_items"]) for unit in units}
    return Operations(
        holdings=holdings,
        ledger=ledger,
        evaluator=Evaluator(holdings, rules, registered, faults),
        encryption=Encryption(keys.platform_encryption.kid, keys.platform_encryption.private_key),
        edition=edition,
    )


def gate_in(home: Path, keys: Keys) -> Gate:
    """The gate for the one sender of this province."""
    return Gate(
        app_id=APP_ID,
        senders={keys.sender_signing.kid: keys.sender_signing.public_key},
        kid=keys.platform_signing.kid,
        private_key=keys.platform_signing.private_key,
        nonces=Nonces(home / "nonces", moments.milliseconds()),
    )


class Connection(HttpToolsProtocol):
    """A connection that the application can cut, as a failing network would."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["state"]["cut"] = self.transport.abort


class Platform:
    """The ASGI side: `/ppg/` for the sender, `/` to look at, the switches for tests."""

    def __init__(self, gate: Gate, operations: Operations, faults: Faults) -> None:
        self._gate = gate
        self._operations = operations
        self._faults = faults

    def application(self) -> Starlette:
        control = Control(self._faults, self._operations)
        return Starlette(
            routes=[
                Route("/", self.show),
                Mount("/ppg", self.exchange),
                Route("/faults", control.switch, methods=["GET", "POST"]),
                Route("/settle", control.settle, methods=["POST"]),
                Route("/notices", control.notify, methods=["POST"]),
            ]
        )

    async def show(self, request: Request) -> Response:
        return page(self._operations.holdings, self._operations.edition["edition"])

    async def exchange(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request of the contract, of whatever method: a signed answer, or none if that fault is due."""
        request = Request(scope, receive)
        await asyncio.sleep(self._faults.delay)
        try:
            response = await self._answer(request)
        except ClientDisconnect:
            return
        if response.status_code == 202 and self._faults.drop_after_commit:
            self._faults.drop_after_commit -= 1
            scope["state"]["cut"]()
            while (await receive())["type"] != "http.disconnect":
                pass
            return
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        path = request.scope["raw_path"].decode("latin-1")
        operations, faults = self._operations, self._faults
        try:
            if faults.busy:
                faults.busy -= 1
                raise Refused("E9001", retry_after=faults.retry_after)
            operation, number = operations.find(request.method, path)
            submits = operation == operations.submit
            asked = await self._gate.admit(request, path, batch=submits)
            return self._gate.answer(request, 202 if submits else 200, operation(asked, number))
        except Refused as refused:
            return self._gate.refusal(request, refused)
        except ClientDisconnect:
            raise
        except Exception:
            log.exception("a request failed")
            return self._gate.refusal(request, Refused("E9003"))
