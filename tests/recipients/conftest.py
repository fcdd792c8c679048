"""A committee that was answered with an entry, and the reader that finds whom to tell."""

import pytest

from integrity_archive.journal import readers
from integrity_archive.recipients import planner

from ..inquiries.conftest import Asking
from ..inquiries.conftest import asking as asking_of_inquiries

asking = asking_of_inquiries


@pytest.fixture
async def graph(asking: Asking) -> Asking:
    await readers.enrol(planner.READER, planner.KINDS)
    await asking.consent(uses=3)
    return asking
