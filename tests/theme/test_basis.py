"""Edits of themes, words and the number of topics."""

import pytest

from analysis.theme.basis import Basis, change_basis
from analysis.theme.edits import TopicEdit
from analysis.theme.settings import Settings, Words
from tests.theme.conftest import THEMES

BASIS = Basis(Settings(topics=3), THEMES, Words(stop=("会议",)))
BOOKS = TopicEdit("theme", theme="书", en="Books", colour="#009E73", words=("图书", "读者"))


def test_a_theme_is_added_behind_the_others():
    basis, misfits = change_basis(BASIS, [BOOKS])
    assert [theme.name for theme in basis.themes] == ["水", "足球", "书"]
    assert misfits == ()


def test_a_theme_of_the_same_name_takes_the_place_of_the_old_one():
    water = TopicEdit("theme", theme="水", en="Rivers", colour="#009E73", words=("河",))
    basis, _ = change_basis(BASIS, [water])
    assert [(theme.name, theme.en) for theme in basis.themes] == [
        ("水", "Rivers"),
        ("足球", "Football"),
    ]


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (TopicEdit("untheme", theme="火"), "There is no theme 火"),
        (TopicEdit("theme", theme="其他", en="X", colour="#000000", words=("a",)), "其他"),
        (TopicEdit("theme", theme="火", en="Water", colour="#000000", words=("a",)), "Water"),
        (TopicEdit("theme", theme="火", en="Other", colour="#000000", words=("a",)), "Other"),
        (TopicEdit("unword", name="stop", words=("工会",)), "工会"),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(edit, error):
    basis, [misfit] = change_basis(BASIS, [edit])
    assert basis == BASIS
    assert error in str(misfit.error)


def test_the_last_theme_stays():
    basis, [misfit] = change_basis(
        BASIS, [TopicEdit("untheme", theme="水"), TopicEdit("untheme", theme="足球")]
    )
    assert [theme.name for theme in basis.themes] == ["足球"]
    assert "last" in str(misfit.error)


def test_words_join_a_list_once_and_leave_it():
    more = TopicEdit("word", name="stop", words=("会议", "讲话"))
    basis, _ = change_basis(BASIS, [more])
    assert basis.words.stop == ("会议", "讲话")
    less = TopicEdit("unword", name="stop", words=("会议",))
    assert change_basis(BASIS, [more, less])[0].words.stop == ("讲话",)


def test_zero_topics_mean_the_rule():
    assert change_basis(BASIS, [TopicEdit("count", number=0)])[0].settings.topics is None
