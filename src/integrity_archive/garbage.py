"""How the long-lived processes collect garbage: seldom, and never what was loaded at their start.

Python's own thresholds are made for small programs: a roster of ten thousand lines makes half a million objects and no
cycles, and a seventh of its time went into looking for some.
"""

import gc

THRESHOLDS = (50_000, 20, 20)


def collect_seldom() -> None:
    """Called once, when everything is imported and before the work begins."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
