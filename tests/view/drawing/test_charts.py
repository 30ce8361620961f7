"""Charts on the screen: plain labels, our font and colours, room for every word, ids to click."""

from dataclasses import replace
from itertools import pairwise

import plotly.io
import pytest

from analysis.view.drawing.charts import chart_config, draw_chart, write_chart
from analysis.view.drawing.look import choose_ink


def _annotations(chart):
    return [note.text for note in chart.layout.annotations]


@pytest.mark.parametrize("dark", [False, True])
def test_font_and_ink_are_ours_and_streamlits_default_does_not_matter(figure, dark, monkeypatch):
    monkeypatch.setattr(plotly.io.templates, "default", "ggplot2")
    chart = draw_chart(figure, dark=dark)
    font = chart.layout.template.layout.font
    assert font.family.startswith("Noto Sans SC")
    assert font.color == choose_ink(dark=dark).text


def test_every_mark_is_drawn_once_and_carries_its_row_and_series(figure):
    drawn = [tuple(data[:2]) for bar in draw_chart(figure).data for data in bar.customdata]
    key, series = figure.key or figure.category, figure.series
    names = figure.frame[series] if series else [""] * len(figure.frame)
    assert sorted(drawn) == sorted(zip(figure.frame[key], names, strict=True))


def test_colours_are_set_and_not_left_to_a_default(bars):
    (bar,) = draw_chart(bars).data
    assert bar.marker.color == ("#D55E00", "#0072B2", "#7F7F7F", "#009E73", "#CC79A7")


def test_unit_and_denominator_stand_on_the_chart(figure):
    assert figure.value_label in _annotations(draw_chart(figure))[0]


def test_a_headline_is_text_and_not_markup(headlines):
    labels = _annotations(draw_chart(headlines))
    assert "&lt;b&gt;职工之家&lt;/b&gt; &amp; $5 元餐 100% 覆盖" in labels


def test_headlines_of_24_characters_stay_on_one_line(headlines):
    labels = _annotations(draw_chart(headlines))
    assert "绿水青山就是金山银山——长江沿岸生态修复见闻" in labels
    assert len(labels) == 1 + 12


def test_a_longer_headline_is_broken_and_not_cut(headlines):
    long = "深入学习贯彻会议精神 奋力谱写新时代工运事业和工会工作高质量发展的崭新篇章"
    frame = headlines.frame.assign(headline=[long, *headlines.frame["headline"][1:]])
    labels = _annotations(draw_chart(replace(headlines, frame=frame)))
    broken = next(label for label in labels if "崭新篇章" in label)
    assert broken.replace("<br>", "").replace(" ", "") == long.replace(" ", "")
    short = headlines.frame.assign(headline=["短标题", *headlines.frame["headline"][1:]])
    assert draw_chart(replace(headlines, frame=frame)).layout.height > (
        draw_chart(replace(headlines, frame=short)).layout.height
    )


def test_the_margin_holds_the_widest_label(bars):
    # 社会保险 is four characters of 14 pixels.
    assert draw_chart(bars).layout.margin.l >= 56


def test_rows_do_not_overlap(figure):
    chart = draw_chart(figure)
    middles = sorted({place for bar in chart.data for place in bar.y})
    steps = [lower - upper for upper, lower in pairwise(middles)]
    assert min(steps) >= max(bar.width for bar in chart.data)


def test_numbers_stay_out_of_segments_that_are_too_narrow(stacked):
    texts = {text for bar in draw_chart(stacked).data for text in bar.text}
    assert "72%" in texts
    assert "2%" not in texts


def test_a_legend_names_each_series_in_its_colour(stacked):
    head = _annotations(draw_chart(stacked))[0]
    for name, colour in stacked.colours.items():
        assert f'<span style="color:{colour}">■</span> {name}' in head


def test_names_of_columns_are_turned_where_they_do_not_fit(heat):
    assert draw_chart(heat).layout.xaxis.tickangle == 0
    renamed = heat.frame.assign(theme=heat.frame["theme"].map("Responsibilities {}".format))
    assert draw_chart(replace(heat, frame=renamed)).layout.xaxis.tickangle == -90


def test_hovering_says_it_in_words(stacked):
    texts = [text for bar in draw_chart(stacked).data for text in bar.hovertext]
    assert "工人日报·工会<br>占该报全部文章的比例 72%" in texts


def test_no_toolbar_whose_picture_would_show_boxes(bars):
    assert chart_config(bars)["displayModeBar"] is False


def test_the_piece_of_html_repeats(bars):
    assert write_chart(bars) == write_chart(bars)


def test_shares_that_add_up_to_a_hair_over_one_keep_their_last_label(stacked):
    """Plotly hides the label of a bar that ends beyond the axis."""
    chart = draw_chart(stacked)
    ends = [base + x for bar in chart.data for base, x in zip(bar.base, bar.x, strict=True)]
    assert max(ends) + 1e-9 < chart.layout.xaxis.range[1]
