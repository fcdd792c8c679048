"""The life of a delivery and of a batch (PPG/1.0 §3.3–3.5)."""

from enum import StrEnum

from integrity_archive.actors import Role
from integrity_archive.transitions import Lifecycle, Step


class DeliveryState(StrEnum):
    READY = "ready"  # derived from the entry; may be put into a batch
    SENT = "sent"  # in a batch that is going out
    UNKNOWN = "unknown"  # the answer was lost: the platform may have it
    RECEIVED = "received"  # acknowledged; the receipt is to come
    PENDING = "pending"  # the platform is matching the identity
    ACCEPTED = "accepted"  # final
    REJECTED = "rejected"  # final for this content; waits for a person
    HELD = "held"  # our own check found a fault that the platform would reject
    DROPPED = "dropped"  # taken out before it was sent: nothing of it is to be said any more


class BatchState(StrEnum):
    READY = "ready"  # numbered and claimed, not yet on the wire
    SENT = "sent"  # on the wire, or the process died with it there
    UNKNOWN = "unknown"  # to be sent again with the same number
    RECEIVED = "received"  # acknowledged, receipts are missing
    REFUSED = "refused"  # changed nothing at the platform; its deliveries are ready again
    DONE = "done"  # every entry has its final receipt


SYSTEM = frozenset({Role.SYSTEM})
CLERK = frozenset({Role.CLERK, Role.SYSTEM})

DELIVERY = Lifecycle(
    "delivery",
    Step(DeliveryState.READY, "send", DeliveryState.SENT, by=SYSTEM, why="claimed into a batch"),
    Step(DeliveryState.SENT, "lose", DeliveryState.UNKNOWN, by=SYSTEM, why="no valid answer came"),
    Step(DeliveryState.SENT, "acknowledge", DeliveryState.RECEIVED, by=SYSTEM, why="202 with a valid signature"),
    Step(DeliveryState.UNKNOWN, "acknowledge", DeliveryState.RECEIVED, by=SYSTEM, why="sent again, or asked for"),
    Step(DeliveryState.SENT, "refuse", DeliveryState.READY, by=SYSTEM, why="the batch was refused: nothing changed"),
    Step(DeliveryState.UNKNOWN, "refuse", DeliveryState.READY, by=SYSTEM, why="refused, and the platform has it not"),
    Step(DeliveryState.RECEIVED, "pend", DeliveryState.PENDING, by=SYSTEM, why="receipt PENDING"),
    Step(DeliveryState.RECEIVED, "accept", DeliveryState.ACCEPTED, by=SYSTEM, why="receipt ACCEPTED"),
    Step(DeliveryState.PENDING, "accept", DeliveryState.ACCEPTED, by=SYSTEM, why="receipt ACCEPTED"),
    Step(DeliveryState.RECEIVED, "reject", DeliveryState.REJECTED, by=SYSTEM, why="receipt REJECTED"),
    Step(DeliveryState.PENDING, "reject", DeliveryState.REJECTED, by=SYSTEM, why="receipt REJECTED"),
    Step(DeliveryState.REJECTED, "mend", DeliveryState.READY, by=CLERK, why="the content was mended"),
    Step(DeliveryState.REJECTED, "retry", DeliveryState.READY, by=SYSTEM, why="every error may pass by itself"),
    Step(DeliveryState.HELD, "mend", DeliveryState.READY, by=CLERK, why="the content was mended"),
    Step(DeliveryState.READY, "hold", DeliveryState.HELD, by=SYSTEM, why="our own check would fail there"),
    Step(DeliveryState.READY, "drop", DeliveryState.DROPPED, by=SYSTEM, why="there is nothing to be said any more"),
    Step(DeliveryState.HELD, "drop", DeliveryState.DROPPED, by=SYSTEM, why="there is nothing to be said any more"),
    Step(DeliveryState.REJECTED, "drop", DeliveryState.DROPPED, by=SYSTEM, why="there is nothing to be said any more"),
    Step(DeliveryState.DROPPED, "mend", DeliveryState.READY, by=SYSTEM, why="there is something to be said again"),
)

UNRESOLVED = frozenset({DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.RECEIVED, DeliveryState.PENDING})

BATCH = Lifecycle(
    "batch",
    Step(BatchState.READY, "send", BatchState.SENT, by=SYSTEM, why="goes on the wire for the first time"),
    Step(BatchState.UNKNOWN, "send", BatchState.SENT, by=SYSTEM, why="on the wire again, same number and content"),
    Step(BatchState.SENT, "lose", BatchState.UNKNOWN, by=SYSTEM, why="no valid answer came, or the sender died"),
    Step(BatchState.SENT, "postpone", BatchState.READY, by=SYSTEM, why="clock or nonce was wrong: nothing changed"),
    Step(BatchState.SENT, "acknowledge", BatchState.RECEIVED, by=SYSTEM, why="202, validly signed, or a receipt"),
    Step(BatchState.UNKNOWN, "acknowledge", BatchState.RECEIVED, by=SYSTEM, why="asked for, or a receipt came"),
    Step(BatchState.SENT, "refuse", BatchState.REFUSED, by=SYSTEM, why="refused at the first attempt"),
    Step(BatchState.UNKNOWN, "refuse", BatchState.REFUSED, by=SYSTEM, why="refused, and the platform has it not"),
    Step(BatchState.RECEIVED, "finish", BatchState.DONE, by=SYSTEM, why="every entry has its final receipt"),
)
