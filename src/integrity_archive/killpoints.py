"""Named moments at which a test may kill this very process, as a power cut would: `IA_KILLPOINT=outbox.after_send:3`.

Nothing happens unless `IA_TESTING=1`. The number is the how-manieth time; without one it is the first.
"""

import os
import signal
from collections import Counter

from integrity_archive.settings import settings

NAMES = frozenset(
    {
        "planner.before_commit",  # messages written, their events taken
        "outbox.after_claim",  # a batch has its number, nothing is on the wire
        "outbox.after_send",  # the platform has answered
        "outbox.before_settle",  # the answer is written, not committed
        "receipts.before_commit",  # effects and cursor written, not committed
        "recipients.before_commit",  # duties to tell written, their events taken
        "letters.before_commit",  # letters written, their events taken
        "letters.after_claim",  # a mail or message is ours to send, nothing is on the wire
        "letters.after_send",  # the server has it
        "letters.before_settle",  # that it was sent is written, not committed
    }
)
passed: Counter[str] = Counter()


def reach(name: str) -> None:
    """Die here if this is the moment asked for."""
    if not settings().testing or settings().killpoint is None:
        return
    if name not in NAMES:
        raise ValueError(f"no such kill point: {name}")
    passed[name] += 1
    wanted, _, count = (settings().killpoint or "").partition(":")
    if name == wanted and passed[name] == int(count or 1):
        os.kill(os.getpid(), signal.SIGKILL)
