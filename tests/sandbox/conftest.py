"""The simulated province, running."""

import pytest

from .ppg_client import Province, population


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    folder = tmp_path_factory.mktemp("province")
    running = Province(folder / "home", "--population", str(population(folder)))
    yield running
    running.kill()


@pytest.fixture
def own_province(tmp_path):
    """One that a test may kill."""
    running = Province(tmp_path / "home")
    yield running
    running.kill()
