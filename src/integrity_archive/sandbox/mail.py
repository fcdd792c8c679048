"""The mail server of the simulated province: takes mail for anybody, forwards none, and writes each into a folder.

SMTP as far as a sender needs it (RFC 5321: EHLO, HELO, MAIL, RCPT, DATA, RSET, NOOP, QUIT). The local part of an
address says what goes wrong with it: `unknown` is refused for good, `later` for now, `silent` is never answered,
`lost` is taken and the connection cut before the answer, once.
"""

import asyncio
import json
import os
import socket
from pathlib import Path

LONGEST_LINE = 8192
LONGEST_MAIL = 1024 * 1024


class Server:
    """Mails as files `<n>.eml` in a folder; one is there as a whole before it is acknowledged."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._cut: set[str] = set()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await Conversation(self, reader, writer).run()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            return
        finally:
            writer.close()

    def keep(self, mail: bytes) -> None:
        number = len(list(self._home.glob("*.eml"))) + 1
        waiting = self._home / f"{number}.part"
        with waiting.open("wb") as file:
            file.write(mail)
            file.flush()
            os.fsync(file.fileno())
        waiting.rename(self._home / f"{number}.eml")

    def loses(self, address: str) -> bool:
        """Whether the answer to a mail for this address gets lost: the first does."""
        if not address.startswith("lost") or address in self._cut:
            return False
        self._cut.add(address)
        return True


class Conversation:
    """One connection."""

    def __init__(self, server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._server, self._reader, self._writer = server, reader, writer
        self._to: list[str] = []

    async def run(self) -> None:
        await self.say("220 sandbox ESMTP")
        while line := await self._reader.readline():
            verb, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
            match verb.upper():
                case "EHLO" | "HELO":
                    await self.say("250 sandbox")
                case "RCPT":
                    await self.recipient(rest.partition("<")[2].partition(">")[0])
                case "DATA" if self._to:
                    if not await self.data():
                        return
                case "MAIL" | "RSET":
                    self._to = []
                    await self.say("250 ok")
                case "NOOP":
                    await self.say("250 ok")
                case "QUIT":
                    await self.say("221 bye")
                    return
                case _:
                    await self.say("503 bad sequence or command")

    async def recipient(self, address: str) -> None:
        if address.startswith("unknown"):
            await self.say("550 no such mailbox")
        elif address.startswith("later"):
            await self.say("451 try again later")
        elif address.startswith("silent"):
            await asyncio.sleep(3600)
        else:
            self._to.append(address)
            await self.say("250 ok")

    async def data(self) -> bool:
        """Whether the connection goes on."""
        await self.say("354 go ahead")
        lines: list[bytes] = []
        size = 0
        while (line := await self._reader.readline()) not in (b".\r\n", b""):
            size += len(line)
            if size > LONGEST_MAIL:
                await self.say("552 too large")
                return False
            lines.append(line.removeprefix(b"."))
        to = ", ".join(self._to)
        self._server.keep(f"X-Envelope-To: {to}\r\n".encode() + b"".join(lines))
        if self._server.loses(self._to[0]):
            self._writer.transport.abort()
            return False
        self._to = []
        await self.say("250 kept")
        return True

    async def say(self, words: str) -> None:
        self._writer.write(f"{words}\r\n".encode())
        await self._writer.drain()


def serve(home: Path, address: Path, *, host: str = "127.0.0.1", port: int = 0) -> None:
    """Run until told to stop; `address` is a file that says where it listens, once it does."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    listening = socket.create_server((host, port))
    address.write_text(json.dumps({"host": host, "port": listening.getsockname()[1]}))
    asyncio.run(listen(Server(home), listening))


async def listen(mails: Server, listening: socket.socket) -> None:
    server = await asyncio.start_server(mails.talk, sock=listening, limit=LONGEST_LINE)
    async with server:
        await server.serve_forever()
