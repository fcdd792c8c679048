"""What can come of one request to a platform (PPG/1.0 §3.2, §3.3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Answered:
    """Success, signed by the platform. `at` is our own timestamp of the attempt."""

    body: dict[str, Any]
    at: datetime


@dataclass(frozen=True)
class Refused:
    """A signed error: this attempt changed nothing."""

    code: str
    at: datetime


@dataclass(frozen=True)
class Unknown:
    """No valid answer: the platform may or may not have acted. `wait` is the seconds it asked for."""

    reason: str
    at: datetime
    wait: float = 0


Outcome = Answered | Refused | Unknown
