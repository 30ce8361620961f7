"""A small corpus of two clear subjects, so that a study is made in a moment."""

from pathlib import Path

import pytest

from analysis.press.inputs import Input
from analysis.study.build import build_study
from analysis.study.recipe import new_recipe

PAGES = Path(__file__).with_name("pages")


@pytest.fixture(scope="session")
def inputs():
    """Return two pages with three articles each, named from their folder."""
    return [Input(f"pages/{path.name}", path=path) for path in sorted(PAGES.iterdir())]


@pytest.fixture(scope="session")
def built(inputs, tmp_path_factory):
    """Build a study of the two pages."""
    folder = tmp_path_factory.mktemp("studies") / "two"
    return build_study(inputs, folder, recipe=new_recipe(topics=4))
