"""Tables and cards as the browser gets them: minus signs, equal heights, no foreign words."""

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

MINUS = "\N{MINUS SIGN}"


def show_topics_below():
    """Show topics one of which is less coherent than chance: a script that Streamlit runs."""
    import pandas as pd  # noqa: PLC0415 - the script is read apart from this file

    from analysis.ui.tables import show_topics  # noqa: PLC0415

    show_topics(pd.DataFrame({"topic_id": [1, 2], "coherence": [0.5, -0.25]}), "zh")


def test_a_number_below_nought_is_written_with_a_minus_and_stays_a_number():
    [table] = AppTest.from_function(show_topics_below).run().dataframe
    written = pa.ipc.open_stream(table.proto.arrow_data.styler.display_values).read_pandas()
    assert table.value["coherence"].tolist() == [0.5, -0.25]
    assert written["coherence"].tolist() == ["0.50", f"{MINUS}0.25"]


def cards_of(block):
    """Yield the framed containers within a block."""
    for child in getattr(block, "children", {}).values():
        if getattr(child, "type", "") == "flex_container" and child.proto.flex_container.border:
            yield child
        yield from cards_of(child)


@pytest.mark.parametrize("page", ["overview", "compare"])
def test_cards_are_as_high_as_those_beside_them(visit, page):
    cards = list(cards_of(visit(page).main))
    assert len(cards) >= 4
    assert all(card.proto.height_config.use_stretch for card in cards)


@pytest.mark.parametrize("page", ["overview", "themes", "compare"])
def test_no_choice_offers_all_in_streamlits_english(visit, page):
    boxes = visit(page).multiselect
    assert boxes
    assert not [box.label for box in boxes if box.proto.select_all]
