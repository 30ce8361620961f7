"""What all tests share: a small study, a home of their own, the material beside the checkout."""

from pathlib import Path

import pytest
from hypothesis import settings

from analysis.press.inputs import Input
from analysis.study.build import build_study
from analysis.study.catalogue import load_catalogue
from analysis.study.recipe import new_recipe

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
# Two pages of two clear subjects, so that a study is made in a moment.
PAGES = ROOT / "tests" / "pages"

# No test is timed: a machine that is busy with something else is no fault of what is tested.
settings.register_profile("baoti", deadline=None)
settings.load_profile("baoti")


def pytest_addoption(parser):
    """Let the browser tests renew the README's pictures."""
    parser.addoption("--pictures", action="store_true", help="renew assets/readme")


def pytest_collection_modifyitems(config, items):
    """Skip what measures on the corpora beside the checkout where they are absent.

    Its lines are not traced: other tests walk them, and tracing doubles the time of long texts.
    """
    traced = not config.getoption("no_cov", default=True)
    for item in items:
        if item.get_closest_marker("shared"):
            if traced:
                # The plugin stumbles over the mark where nothing is traced.
                item.add_marker(pytest.mark.no_cover)
            if not SHARED.is_dir():
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


@pytest.fixture(scope="session")
def inputs():
    """Return two pages with three articles each, named from their folder."""
    return [Input(f"pages/{path.name}", path=path) for path in sorted(PAGES.iterdir())]


@pytest.fixture(scope="session")
def built(inputs, tmp_path_factory):
    """Build a study of the two pages."""
    folder = tmp_path_factory.mktemp("studies") / "two"
    return build_study(inputs, folder, recipe=new_recipe(topics=4))


@pytest.fixture(scope="session")
def reprinted(inputs, tmp_path_factory):
    """Build a study of the two pages and of two newspapers that print one of their stories."""
    story = inputs[0].read().decode().split("\n\n")[5]
    papers = [
        ("晚报", "2024-04-04", "农民工徒弟学技能"),
        ("早报", "2024-04-03", "班组里的工匠"),
    ]
    copies = [
        Input(
            f"pages/{name}.md",
            data=f"## {title}\n\n{story}\n".encode(),
            facts=(("newspaper", name), ("date", date), ("edition", "2")),
        )
        for name, date, title in papers
    ]
    folder = tmp_path_factory.mktemp("studies") / "reprinted"
    return load_catalogue(
        build_study([*inputs, *copies], folder, recipe=new_recipe(topics=4)).study
    )


@pytest.fixture(scope="session")
def catalogue(built):
    """Load the catalogue of the study of the two pages."""
    return load_catalogue(built.study)
