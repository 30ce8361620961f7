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
    measure_filling,
    name_step,
    number_days,
    span_step,
)
from analysis.view.measuring.weighing import FEW

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
    assert choose_step(np.repeat(as_days("2024-01-01", until), FEW)) == step


@pytest.mark.parametrize(
    ("a_day", "step"),
    [(FEW, "day"), (1, "week"), (1 / 7, "quarter")],
    ids=["full", "thin", "thinner"],
)
def test_the_finest_step_is_chosen_that_holds_enough(a_day, step):
    number = np.arange(int(56 * 7 * a_day) if a_day < 1 else 56 * a_day)
    days = np.datetime64("2024-01-01") + (number / a_day).astype(int)
    assert choose_step(days) == step
    assert measure_filling(days, step) >= FEW


def test_a_few_full_days_among_empty_ones_stay_days():
    days = np.repeat(as_days("2024-01-01", "2024-01-20", "2024-02-10"), FEW)
    assert choose_step(days) == "day"


def test_one_full_day_does_not_make_thin_ones_full():
    thin = np.arange("2024-01-01", "2024-02-10", 3, dtype="datetime64[D]")
    days = np.concatenate([np.repeat(thin[:1], 200), thin])
    assert choose_step(days) == "month"


def test_where_no_step_holds_enough_the_chart_still_has_two():
    days = as_days("2024-01-03", "2024-02-01", "2024-11-01")
    assert choose_step(days) == "quarter"
    assert choose_step(days[:1]) == "day"


def test_a_reader_may_choose_a_step_that_holds_too_few():
    days = as_days("2024-01-01", "2024-02-01", "2024-03-01")
    assert choose_step(days, "day") == "day"


def test_too_fine_a_step_is_neither_offered_nor_taken():
    days = np.repeat(as_days("2012-07-02", "2026-06-11"), FEW)
    assert "day" not in list_steps(days)
    assert choose_step(days, "day") == choose_step(days) == "quarter"
    assert choose_step(days, "month") == "month"
    assert count_steps(days, "month") <= MOST_OFFERED


def test_an_unknown_step_counts_as_none():
    days = as_days("2024-01-01", "2024-01-03")
    assert choose_step(days, "fortnight") == "day"
