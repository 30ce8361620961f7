"""What all tests share: the seed pages, a study of them, the material beside the checkout."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser):
    """Let the browser tests renew the README's pictures."""
    parser.addoption("--pictures", action="store_true", help="renew assets/readme")


def pytest_collection_modifyitems(items):
    """Skip what measures on the corpora beside the checkout where they are absent."""
    if not SHARED.is_dir():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason="../shared is not there"))


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory):
    """Give the run a fresh home: the user's caches and studies are left alone."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAOTI_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def shared():
    """Return the folder of gold, corpora and scorers."""
    return SHARED
