"""The platform's own store: a file of JSON lines that only grows. A line, once appended, survives `kill -9`.

One batch is one line, so it is there as a whole or not at all. Tests of faults read this file: it is the judge of
what had an effect, and how often. It holds no names and no identity numbers.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Line = dict[str, Any]


class Ledger:
    """An open ledger; one process at a time may hold it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._descriptor)
            raise RuntimeError(f"{file} belongs to a platform that is running") from None

    def replay(self) -> Iterator[Line]:
        """Every line in order, after dropping a last one that was torn while it was written."""
        written = self._file.read_bytes()
        whole = written.rfind(b"\n") + 1
        if whole != len(written):
            os.ftruncate(self._descriptor, whole)
        for line in written[:whole].splitlines():
            yield json.loads(line)

    def append(self, line: Line) -> None:
        """Returns once the line is on the disk; what the platform then says, it will not forget."""
        waiting = memoryview(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        end = os.lseek(self._descriptor, 0, os.SEEK_END)
        try:
            while waiting:
                waiting = waiting[os.write(self._descriptor, waiting) :]
            os.fsync(self._descriptor)
        except OSError:
            os.ftruncate(self._descriptor, end)  # a full disk must not leave half a line before the next one
            raise
