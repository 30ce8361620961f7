"""The shelf makes a study once and finds it again by a key that cannot be guessed."""

import pytest

from analysis.errors import DamagedStudy, NotAStudy
from analysis.study.recipe import new_recipe
from analysis.study.shelf import find_study, shelve_study


def test_made_once_then_found(inputs):
    first = shelve_study(inputs, recipe=new_recipe(topics=3))
    again = shelve_study(inputs, recipe=new_recipe(topics=3))
    assert first.seconds
    assert not again.seconds  # it was not built
    assert again.counts == first.counts
    assert find_study(first.study.folder.name).digest == again.study.digest


def test_a_study_with_a_table_cut_short_is_made_again(inputs):
    first = shelve_study(inputs, recipe=new_recipe(topics=3))
    (first.study.folder / "topics.parquet").write_bytes(b"PAR1")
    with pytest.raises(DamagedStudy, match="topics"):
        find_study(first.study.folder.name)
    again = shelve_study(inputs, recipe=new_recipe(topics=3))
    assert again.counts == first.counts
    assert find_study(first.study.folder.name).digest == again.study.digest


def test_another_recipe_is_another_study(inputs):
    keys = {
        shelve_study(inputs, recipe=new_recipe(topics=topics)).study.folder.name
        for topics in (2, 3)
    }
    assert len(keys) == 2


@pytest.mark.parametrize("key", ["", "../../etc", "0" * 20, "ABCDEF0123456789ABCD", "a" * 19])
def test_what_is_no_key_opens_nothing(key):
    with pytest.raises(NotAStudy):
        find_study(key)
