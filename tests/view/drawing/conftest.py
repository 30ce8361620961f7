"""Figures that more than one file here draws."""

import pandas as pd
import pytest

from analysis.view.drawing.figures import Figure


@pytest.fixture
def panels():
    """Two themes over four months, the third of them without articles."""
    months = ["2024-01", "2024-02", "2024-03", "2024-06"]
    shares = {"工会": [0.2, 0.4, None, 0.3], "生态": [0.1, 0.1, None, 0.2]}
    rows = [
        (month, f"{month}-01", theme, share, at == 3)
        for theme, row in shares.items()
        for at, (month, share) in enumerate(zip(months, row, strict=True))
    ]
    frame = pd.DataFrame(rows, columns=["month", "since", "theme", "share", "few"])
    frame["share"] = frame["share"].astype(float)
    frame = frame.assign(
        since=pd.to_datetime(frame["since"]), low=frame["share"] / 2, high=frame["share"] * 1.5
    )
    return Figure(
        name="timeline",
        title="各主题随时间",
        kind="panels",
        frame=frame,
        category="month",
        value="share",
        series="theme",
        low="low",
        high="high",
        across="since",
        faint="few",
        value_label="占每月文章的份额",
        colours={"工会": "#D55E00", "生态": "#009E73"},
    )
