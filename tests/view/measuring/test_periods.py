"""Every day lies in exactly one step, and steps follow each other without a hole."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.measuring.periods import (
    MOST_CHOSEN,
    MOST_OFFERED,
    STEPS,
    choose_step,
    count_steps,
    list_steps,
    name_step,
    number_days,
    span_step,
)

DAYS = st.dates(date(1946, 5, 15), date(2100, 1, 1))


def as_days(*days):
    return np.array(days, dtype="datetime64[D]")


@given(DAYS, st.sampled_from(STEPS))
def test_a_day_lies_within_its_step(day, step):
    since, until = span_step(int(number_days(as_days(day), step)[0]), step)
    assert since <= day.isoformat() <= until


@given(DAYS, st.sampled_from(STEPS))
def test_after_the_last_day_of_a_step_the_next_begins(day, step):
    number = int(number_days(as_days(day), step)[0])
    after = date.fromisoformat(span_step(number, step)[1]) + timedelta(days=1)
    assert span_step(number + 1, step)[0] == after.isoformat()
    assert name_step(number, step) != name_step(number + 1, step)


@given(DAYS, st.integers(0, 70_000))
def test_what_is_chosen_can_be_read(day, length):
    days = as_days(day, day + timedelta(days=length))
    chosen = choose_step(days)
    assert count_steps(days, chosen) <= MOST_CHOSEN or chosen == "year"


@pytest.mark.parametrize(
    ("until", "step"),
    [
        ("2024-02-20", "day"),
        ("2024-12-31", "week"),
        ("2028-01-01", "month"),
        ("2090-01-01", "year"),
    ],
)
def test_a_longer_span_has_longer_steps(until, step):
    assert choose_step(as_days("2024-01-01", until)) == step


def test_too_fine_a_step_is_neither_offered_nor_taken():
    days = as_days("2012-07-02", "2026-06-11")
    assert "day" not in list_steps(days)
    assert choose_step(days, "day") == choose_step(days) == "quarter"
    assert choose_step(days, "month") == "month"
    assert count_steps(days, "month") <= MOST_OFFERED


def test_an_unknown_step_counts_as_none():
    days = as_days("2024-01-01", "2024-01-03")
    assert choose_step(days, "fortnight") == "day"
