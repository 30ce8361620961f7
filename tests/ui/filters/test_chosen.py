"""The selection that the address names."""

import pytest

from analysis.ui.filters import chosen


@pytest.fixture
def address(monkeypatch):
    """Return the parameters of an address, to be filled."""
    parameters = {}
    monkeypatch.setattr(chosen.address, "read_all", lambda name: parameters.get(name, ()))
    return parameters


def test_what_the_study_does_not_have_is_named(address, catalogue):
    address |= {"theme": ("火星", "工会"), "topic": ("99",), "paper": ("月报",), "kind": ("poem",)}
    assert chosen.list_strange(catalogue) == ("火星", "99", "月报", "poem")


def test_what_the_study_has_is_not_strange(address, catalogue):
    address |= {"theme": catalogue.themes, "paper": ("-",), "of": ("工会",), "q": ("火星",)}
    assert chosen.list_strange(catalogue) == ()


def test_each_side_of_a_comparison_is_looked_at_by_itself(address, catalogue):
    address |= {"a.theme": ("火星",)}
    assert chosen.list_strange(catalogue) == ()
    assert chosen.list_strange(catalogue, "a.") == ("火星",)
