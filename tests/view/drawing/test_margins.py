"""What stands around the marks."""

import pytest

from analysis.view.drawing.fonts import measure_text
from analysis.view.drawing.margins import SMALL, leave_right


@pytest.mark.parametrize("name", ["2025 Q2", "2025-02", "第二季度以后"])
def test_the_last_name_has_room_for_its_second_half(name):
    # A name that reaches over the edge of the chart would be left out.
    assert leave_right(((0.0, "2025 Q1"), (1.0, name))) >= SMALL * measure_text(name) / 2


def test_a_name_in_the_middle_asks_for_no_room():
    assert leave_right(((0.0, "1998"), (0.6, "2025 第二季度"))) == 14
