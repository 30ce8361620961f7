"""The quality of topics as frames."""

from analysis.view.topics.modelling import quality_frame


def test_topics_come_largest_first(catalogue):
    frame = quality_frame(catalogue, "zh")
    assert len(frame) == catalogue.topic_shares.shape[1]
    assert frame["size"].is_monotonic_decreasing
    assert frame["theme"].notna().all()
