"""A large study is opened with its progress on the screen, a small one without a word."""

import pytest

from analysis.ui import cached, parts, visit


@pytest.fixture
def titles(monkeypatch):
    """Note the titles of what is shown stage by stage; let no catalogue be in memory."""
    heard, show = [], parts.show_stages

    def note(title, language):
        heard.append(title)
        return show(title, language)

    monkeypatch.setattr(parts, "show_stages", note)
    monkeypatch.setattr(cached, "is_open", lambda _: False)
    return heard


@pytest.mark.parametrize(("many", "told"), [(1, True), (100_000, False)])
def test_only_a_large_study_tells_how_far_it_is_read(built, titles, monkeypatch, many, told):
    monkeypatch.setattr(visit, "_MANY", many)
    catalogue = visit.open_catalogue(built.study, "zh")
    assert len(catalogue.articles) == 6
    assert titles == (["打开研究"] if told else [])
