"""The clauses of a statement, and which of them may be left out before it reaches others. Pure.

An omission made anywhere could turn a denial into an admission. So nothing less than a whole clause is left out, only
one that speaks of what may not be collected (征信业管理条例 14; PIPL 28), and each is marked in its place.
"""

import re

from integrity_archive.catalogue.prohibited import ProhibitedContent, permitted, suspected

LEFT_OUT = "（略）"
CLAUSES = re.compile(r"([^，。；！？\n]*)([，。；！？\n]|$)")
WIDEST = 4  # a word that punctuation is put into runs over so many clauses at most


def left_out(said: str, less: str) -> int | None:
    """How many clauses `less` leaves out of what he said; None where it does anything else to his words."""
    before, after = CLAUSES.findall(said), CLAUSES.findall(less)
    if len(before) != len(after):
        return None
    concerned = speaking(said)
    omitted = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    fits = all(place in concerned and after[place] == (LEFT_OUT, before[place][1]) for place in omitted)
    return len(omitted) if fits else None


def by_rule(said: str) -> str:
    """As much of it as travels when nobody has looked in time: every clause that speaks of nothing of the kind."""
    concerned = speaking(said)
    kept = (
        (LEFT_OUT if place in concerned else text) + sign for place, (text, sign) in enumerate(CLAUSES.findall(said))
    )
    less = "".join(kept)
    return LEFT_OUT if speaks(less) else less


def speaking(said: str) -> set[int]:
    """The places of the clauses that speak of it, alone or with those beside them."""
    clauses, found = CLAUSES.findall(said), set[int]()
    for width in range(1, WIDEST + 1):
        for first in range(len(clauses) - width + 1):
            places = range(first, first + width)
            together = "".join(text + sign for text, sign in clauses[first : first + width])
            if found.isdisjoint(places) and speaks(together):
                found.update(places)
    return found


def speaks(text: str) -> bool:
    """Whether it holds a word of what may not be collected, or that the platform refuses in any case."""
    try:
        permitted(text)
    except ProhibitedContent:
        return True
    return any(suspected(text))
