"""What the simulated province may be told to do wrong."""

from dataclasses import dataclass


@dataclass
class Faults:
    """What goes wrong next. Counts run down to 0; the others stay until changed."""

    drop_after_commit: int = 0  # batches that are stored durably and then answered by closing the connection
    busy: int = 0  # requests answered 503 E9001
    retry_after: int = 1  # seconds that a busy answer asks to wait
    delay: float = 0.0  # seconds before any request is looked at
    pending: int = 0  # entries that first get a PENDING receipt; `POST /settle` makes them final
