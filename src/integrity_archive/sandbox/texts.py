"""The message service of the simulated province: takes text messages and shows them; nobody is called.

`POST /messages` with `{"id", "to", "text"}`; a repetition of an `id` is answered alike and kept once. The last digits
of a number say what goes wrong with it: 0001 gets none for good, 0002 is told to come later, 0003 once.
"""

import json
import socket
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from integrity_archive.sandbox import moments
from integrity_archive.sandbox.control import is_local, read
from integrity_archive.sandbox.ledger import Ledger, Line

REFUSED, BUSY, BUSY_ONCE = "0001", "0002", "0003"
LONGEST = 500
PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>模拟短信</title>
<h1>模拟短信</h1><ol>{}</ol></html>"""


class Texts:
    """The messages in `texts.jsonl`, which survive `kill -9`."""

    def __init__(self, home: Path) -> None:
        self._ledger = Ledger(home / "texts.jsonl")
        self._kept: dict[str, Line] = {line["id"]: line for line in self._ledger.replay()}
        self._turned_away: set[str] = set()

    async def take(self, request: Request) -> Response:
        told = await read(request)
        id, to, text = (told.get(name) for name in ("id", "to", "text"))
        if not all(isinstance(value, str) and value for value in (id, to, text)) or len(str(text)) > LONGEST:
            return JSONResponse({"error": "id, to and text are needed"}, 400)
        assert isinstance(id, str) and isinstance(to, str)
        if to.endswith(REFUSED):
            return JSONResponse({"error": "no such number"}, 422)
        if to.endswith(BUSY) or (to.endswith(BUSY_ONCE) and id not in self._turned_away):
            self._turned_away.add(id)
            return JSONResponse({"error": "busy"}, 503)
        if id not in self._kept:
            line = {"id": id, "to": to, "text": text, "at": moments.timestamp()}
            self._ledger.append(line)
            self._kept[id] = line
        return JSONResponse({"id": id}, 202)

    async def messages(self, request: Request) -> Response:
        """What was taken, for whoever sits at this machine."""
        if not is_local(request):
            return JSONResponse({}, 403)
        return JSONResponse(list(self._kept.values()))

    async def show(self, request: Request) -> Response:
        if not is_local(request):
            return JSONResponse({}, 403)
        lines = (
            f"<li>{escaped(one['at'])} → {escaped(one['to'])}：{escaped(one['text'])}" for one in self._kept.values()
        )
        return HTMLResponse(PAGE.format("".join(lines)))


def escaped(value: Any) -> str:
    return str(value).replace("&", "&amp;").replace("<", "&lt;")


def serve(home: Path, address: Path, *, host: str = "127.0.0.1", port: int = 0) -> None:
    """Run until told to stop; `address` is a file that says where it listens, once it does."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    texts = Texts(home)
    listening = socket.create_server((host, port))
    bound = listening.getsockname()[1]
    address.write_text(json.dumps({"url": f"http://{host}:{bound}/messages", "port": bound}))
    app = Starlette(
        routes=[
            Route("/", texts.show),
            Route("/messages", texts.take, methods=["POST"]),
            Route("/messages", texts.messages, methods=["GET"]),
        ]
    )
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])
