"""What becomes of a letter and of each way that is tried for it. Pure.

A try settles once: what comes after (a bounce behind a delivery) is recorded and changes nothing. A letter settles when
one way has reached the reader; until then ways may fail one after the other. It opens again for one thing: a body that
has its letter about a change and never said that it knows may be asked to sign for it.
"""

from integrity_archive.actors import Role
from integrity_archive.letters.kinds import LetterState
from integrity_archive.transitions import Lifecycle, Step

CREATED, SENT, DELIVERED = LetterState.CREATED, LetterState.SENT, LetterState.DELIVERED
READ, RETURNED, REFUSED, FAILED = LetterState.READ, LetterState.RETURNED, LetterState.REFUSED, LetterState.FAILED
SETTLED = frozenset({DELIVERED, READ, RETURNED, REFUSED, FAILED})
IN_VAIN = (RETURNED, REFUSED, FAILED)
OFFICE = frozenset({Role.CLERK, Role.SYSTEM})
CLERK = frozenset({Role.CLERK})
READER = frozenset({Role.SUBJECT, Role.COMMITTEE, Role.CLERK, Role.REVIEWER})

ATTEMPT = Lifecycle(
    "attempt",
    Step(CREATED, "send", SENT, by=OFFICE, why="the mail server, the post or the public board has it"),
    Step(CREATED, "deliver", DELIVERED, by=OFFICE, why="handed over or left: nothing is on the way"),
    Step(CREATED, "return", RETURNED, by=OFFICE, why="nobody was met"),
    Step(CREATED, "refuse", REFUSED, by=OFFICE, why="the reader would not take it"),
    Step(CREATED, "fail", FAILED, by=OFFICE, why="it could not be sent, or need not be any more"),
    Step(CREATED, "read", READ, by=READER, why="opened before we noticed that it was there"),
    Step(SENT, "deliver", DELIVERED, by=OFFICE, why="the receipt came back, or the notice's time is over"),
    Step(SENT, "read", READ, by=READER, why="opened by the reader himself"),
    Step(SENT, "return", RETURNED, by=OFFICE, why="the post brought it back"),
    Step(SENT, "refuse", REFUSED, by=OFFICE, why="the reader would not take it"),
    Step(SENT, "fail", FAILED, by=OFFICE, why="it bounced, or need not arrive any more"),
    Step(DELIVERED, "read", READ, by=READER, why="delivered first, opened later"),
)

LETTER = Lifecycle(
    "letter",
    *(
        Step(before, act, after, by=by, why=why)
        for before in (CREATED, SENT, *IN_VAIN)
        for act, after, by, why in (
            ("send", SENT, OFFICE, "a way is being tried"),
            ("deliver", DELIVERED, OFFICE, "one way has reached the reader"),
            ("read", READ, READER, "the reader opened it, and that counts"),
            ("return", RETURNED, OFFICE, "it came back; the next way is tried"),
            ("refuse", REFUSED, OFFICE, "it was refused; the next way is tried"),
            ("fail", FAILED, OFFICE, "no way is left, or it need not arrive any more"),
        )
    ),
    Step(DELIVERED, "read", READ, by=READER, why="delivered first, opened later"),
    Step(READ, "ask", SENT, by=CLERK, why="opened by a body that has not said that it knows of the change"),
    Step(DELIVERED, "ask", SENT, by=CLERK, why="left with a body that has not said that it knows of the change"),
)
