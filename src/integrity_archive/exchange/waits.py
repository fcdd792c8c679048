"""How long to wait before trying again (PPG/1.0 §3.3): doubling from a base to a cap, never less than asked for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))  # §2: every day of the contract is one at UTC+08:00
DELAYED_REQUEST = timedelta(seconds=300)  # §3.3: how long a lost request may still reach the platform
CLOCKS_DIFFER = timedelta(seconds=300)  # §2: a new day is relied on only after this
RETRY_AFTER_CAP = 3600  # §3.3
RETRIES_OF_REJECTION = 8  # a rejection that may pass by itself is sent again so often; then a person decides


@dataclass(frozen=True)
class Waits:
    """Seconds: the first and the longest wait, one request at most, how long receipts may be missing before we ask, and
    how often the feed is read."""

    base: float
    cap: float
    timeout: float
    silence: float
    poll: float

    def after(self, attempts: int, *, asked: float = 0) -> timedelta:
        """The wait after that many attempts in vain; `asked` is the platform's `Retry-After`."""
        own = min(self.base * 2 ** min(max(attempts - 1, 0), 30), self.cap)
        return timedelta(seconds=max(own, min(asked, RETRY_AFTER_CAP)))

    @property
    def between_polls(self) -> timedelta:
        return timedelta(seconds=self.poll)


PRODUCTION = Waits(base=60, cap=3600, timeout=30, silence=600, poll=15)
TEST = Waits(base=0.2, cap=2, timeout=2, silence=2, poll=0.1)


def may_be_refused(last_unknown_at: datetime | None, asked_at: datetime) -> bool:
    """Whether "not received" answered at `asked_at` is the last word: no earlier attempt can still arrive (§3.3)."""
    return last_unknown_at is None or asked_at >= last_unknown_at + DELAYED_REQUEST


def relied_on(now: datetime) -> date:
    """Today, as far as a platform whose clock is behind would agree (§2)."""
    return (now - CLOCKS_DIFFER).astimezone(CHINA).date()
