"""Numbers are written as readers write them."""

import pytest

from analysis.view.drawing.values import format_value


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.005, "percent", "0.5%"),
        (0.0994, "percent", "9.9%"),
        (0.0996, "percent", "10%"),
        (1.0, "percent", "100%"),
        (0.0, "weight", "0.000"),
        (12.3456, "weight", "12.35"),
        (3, "count", "3"),
    ],
)
def test_a_number_alone_is_written_as_readers_do(value, form, text):
    assert format_value(value, form) == text
