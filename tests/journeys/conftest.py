"""The journeys are walked by the visitors of the page tests, against the platform of the exchange tests."""

from ..web.conftest import app, clerk, committee, opens, reviewer, secretary, university

__all__ = ["app", "clerk", "committee", "opens", "reviewer", "secretary", "university"]
