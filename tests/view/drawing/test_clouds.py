"""Clouds: heavier is larger, nothing overlaps, nothing disappears without a word."""

from itertools import combinations, pairwise

import pytest

from analysis.errors import BadFigure, NothingToDraw
from analysis.view.drawing.clouds import Cloud, draw_cloud, place_cloud
from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import DARK, LIGHT, measure_contrast
from analysis.view.drawing.sheet import LEFT, RIGHT

TERMS = ["工会", "职工", "劳模", "产业工人", "工匠", "会员", "班组", "农民工", "维权", "帮扶"]
WEIGHTS = {term: 1 / (place + 1) for place, term in enumerate(TERMS)}


@pytest.fixture(scope="module")
def words():
    """Place the words of a cloud without title and source line."""
    return place_cloud(Cloud("cloud", WEIGHTS, "#56B4E9")).sheet.words


def test_all_words_are_there_heaviest_largest(words):
    assert [placed.text for placed in words] == TERMS
    assert all(heavy.size >= light.size for heavy, light in pairwise(words))


def test_words_keep_off_each_other_and_on_the_sheet(words):
    def box(placed):
        return (
            placed.x,
            placed.x + placed.size * measure_text(placed.text),
            placed.y - 0.86 * placed.size,
            placed.y + 0.1 * placed.size,
        )

    for one, two in combinations(map(box, words), 2):
        assert one[1] <= two[0] or two[1] <= one[0] or one[3] <= two[2] or two[3] <= one[2]
    assert all(left >= LEFT - 3 and right <= RIGHT + 3 for left, right, _, _ in map(box, words))


def test_even_a_pale_theme_reads_on_white(words):
    assert all(measure_contrast(placed.colour, LIGHT.paper) >= 4.5 for placed in words)


def test_the_heaviest_word_is_the_darkest(words):
    contrasts = [measure_contrast(placed.colour, LIGHT.paper) for placed in words]
    assert contrasts[0] == max(contrasts)


def test_a_word_without_glyphs_is_left_out_and_named():
    placed = place_cloud(Cloud("cloud", {"工会": 1.0, "𠮷野家": 2.0, "无": 0.0}, "#D55E00"))
    assert [words.text for words in placed.sheet.words] == ["工会"]
    assert placed.left_out == ("𠮷野家", "无")


def test_words_beyond_the_sixtieth_are_named():
    placed = place_cloud(Cloud("cloud", {f"词{n:03d}": 200.0 - n for n in range(90)}, "#D55E00"))
    assert len(placed.left_out) >= 30
    assert len(placed.left_out) + len(placed.sheet.words) == 90


@pytest.mark.parametrize("weights", [{}, {"工会": 0.0}, {"𠮷": 1.0}])
def test_nothing_to_draw_is_said(weights):
    with pytest.raises(NothingToDraw):
        place_cloud(Cloud("cloud", weights, "#D55E00"))


@pytest.mark.parametrize("weight", [-1.0, float("nan"), float("inf")])
def test_impossible_weights_are_refused(weight):
    with pytest.raises(BadFigure, match="工会"):
        Cloud("cloud", {"工会": weight}, "#D55E00")


def test_a_colour_by_name_is_refused():
    with pytest.raises(BadFigure, match="orange"):
        Cloud("cloud", WEIGHTS, "orange")


def test_title_and_source_stand_on_the_sheet_when_given():
    cloud = Cloud("cloud", WEIGHTS, "#D55E00", title="工会：词云", source="报题")
    texts = [words.text for words in place_cloud(cloud).sheet.words]
    assert texts[0] == "工会：词云"
    assert texts[-1] == "报题"


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_cloud_repeats_whatever_the_order_of_its_words(form):
    turned = dict(reversed(WEIGHTS.items()))
    again = draw_cloud(Cloud("cloud", turned, "#D55E00"), form)
    assert draw_cloud(Cloud("cloud", WEIGHTS, "#D55E00"), form) == again


def test_on_a_dark_screen_words_are_light_on_dark_paper():
    sheet = place_cloud(Cloud("cloud", WEIGHTS, "#0072B2"), dark=True).sheet
    assert sheet.paper == DARK.paper
    assert all(measure_contrast(placed.colour, DARK.paper) >= 4.5 for placed in sheet.words)
