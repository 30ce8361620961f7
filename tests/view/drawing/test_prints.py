"""A print says everything by itself, and nothing on it lies on anything else."""

from dataclasses import replace
from itertools import combinations

import pytest

from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.look import choose_text
from analysis.view.drawing.prints import place_figure, print_figure
from analysis.view.drawing.sheet import LEFT, RIGHT


def _texts(figure):
    return [words.text for words in place_figure(figure).words]


def test_title_denominator_and_source_stand_on_the_figure(figure):
    texts = _texts(figure)
    for text in (figure.title, figure.value_label, figure.source):
        assert text in texts


def test_every_category_stands_whole_on_the_figure(figure):
    texts = _texts(figure)
    assert all(label in texts for label in figure.frame[figure.category])


def test_bars_bear_their_numbers(bars):
    assert [text for text in _texts(bars) if "%" in text] == ["41%", "24%", "14%", "12%", "9%"]


def test_a_number_inside_reads_on_its_fill(stacked):
    sheet = place_figure(stacked)
    numbers = [words for words in sheet.words if words.text.endswith("%")]
    fills = {box.x + box.width / 2: box.colour for box in sheet.boxes}
    assert numbers
    assert all(words.colour == choose_text(fills[words.x]) for words in numbers)


def test_a_number_without_room_is_left_away(stacked):
    assert "72%" in _texts(stacked)
    assert "2%" not in _texts(stacked)


def test_boxes_do_not_overlap(figure):
    for one, two in combinations(place_figure(figure).boxes, 2):
        beside = one.x + one.width <= two.x + 1e-6 or two.x + two.width <= one.x + 1e-6
        under = one.y + one.height <= two.y + 1e-6 or two.y + two.height <= one.y + 1e-6
        assert beside or under


def test_nothing_stands_over_the_edge(figure):
    sheet = place_figure(figure)
    for words in sheet.words:
        width = words.size * measure_text(words.text)
        start = words.x - {"left": 0, "center": width / 2, "right": width}[words.align]
        hang = words.size / 2 if words.text[0] in "“《" else 0
        assert start >= LEFT - hang - 0.5
        assert start + width <= RIGHT + 0.5
        assert 0 < words.y < sheet.height


def test_many_long_columns_are_turned(heat):
    renamed = heat.frame.assign(
        theme=heat.frame["theme"].map("Verantwortlichkeitsbereiche{}".format)
    )
    assert any(words.upwards for words in place_figure(replace(heat, frame=renamed)).words)


def test_a_long_legend_goes_on_in_a_new_line(stacked):
    longer = {name: f"{name}与相关的其他各项事业" for name in stacked.colours}
    frame = stacked.frame.assign(theme=stacked.frame["theme"].map(longer))
    sheet = place_figure(replace(stacked, frame=frame))
    lines = {words.y for words in sheet.words if words.text in longer.values()}
    assert len(lines) == 2


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_a_print_repeats(bars, form):
    assert print_figure(bars, form) == print_figure(bars, form)
