"""What is read aloud begins with the finding, names the largest values and stays short."""

from dataclasses import replace

import pandas as pd

from analysis.view.drawing.aloud import write_alt


def test_alternative_text_begins_with_the_finding_and_gives_the_largest_first(bars):
    alt = write_alt(bars)
    assert alt.startswith("工会最多，占四成。占全部 29 篇文章的比例。工会，41%；社会保险，24%")


def test_alternative_text_stays_short(stacked):
    assert write_alt(stacked).count("%") == 8


def test_in_english_it_is_written_with_english_marks(bars):
    alt = write_alt(replace(bars, alt="Unions lead.", value_label="Share", language="en"))
    assert alt.startswith("Unions lead. Share. 工会 41%; 社会保险 24%; ")
    assert not set(alt) & set("，。；")


def test_a_name_with_braces_is_read_as_it_is(bars):
    frame = pd.DataFrame({"theme": ["{name} {0}"], "share": [0.5]})
    assert write_alt(replace(bars, frame=frame)).endswith("{name} {0}，50%")
