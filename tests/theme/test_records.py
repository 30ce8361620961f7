"""Records check what they hold, once, and tell every fault."""

from dataclasses import asdict, replace

import numpy as np
import pytest

from analysis.errors import BadSetting
from analysis.theme.records import Evidence
from analysis.theme.settings import Settings


def test_all_faults_are_told_together(findings):
    with pytest.raises(ValueError, match=r"article_themes .*; term_counts"):
        replace(findings, article_themes=np.zeros((1, 1)), term_counts=np.zeros(1))


def test_a_number_that_is_not_finite_is_a_fault(findings):
    with pytest.raises(ValueError, match="not finite"):
        replace(findings.model, idf=np.full(len(findings.model.terms), np.nan))


def test_arrays_cannot_be_written(findings):
    with pytest.raises(ValueError, match="read-only"):
        findings.article_topics[0, 0] = 1


def test_the_array_that_was_given_stays_writable():
    spans = np.zeros((1, 2), dtype=int)
    Evidence(("a",), spans, np.ones((1, 1)), np.ones((1, 1)))
    spans[0, 0] = 1
    assert spans[0, 0] == 1


def test_unsorted_terms_are_a_fault(findings):
    with pytest.raises(ValueError, match="sorted"):
        replace(findings.model, terms=findings.model.terms[::-1])


def test_a_findings_has_facts_for_every_topic(findings):
    with pytest.raises(ValueError, match="topic facts"):
        replace(findings, topics=())


@pytest.mark.parametrize(
    "setting", [{"topics": 0}, {"passage_length": 3}, {"sharpness": 0}, {"seed": -1}]
)
def test_senseless_settings_are_told(setting):
    (name,) = setting
    with pytest.raises(BadSetting, match=name):
        Settings(**setting)


def test_settings_go_through_json():
    assert Settings(**asdict(Settings(topics=9))) == Settings(topics=9)
