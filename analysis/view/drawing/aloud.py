"""What is read aloud to who cannot see a chart."""

import numpy as np

from analysis.resources import say
from analysis.view.drawing.figures import CROWD, Figure
from analysis.view.drawing.values import format_value


def write_alt(figure: Figure) -> str:
    """Return the text for who cannot see the chart: the finding, then at most eight values.

    The rest of the values stand in the table beside the chart. Of a crowd of points none is named.
    """
    stop = say("told.stop", figure.language)
    names = [name for name in (figure.category, figure.series) if name is not None]
    numbers = figure.frame[figure.value].to_numpy(dtype=float)
    order = np.argsort(-numbers, kind="stable")
    strongest = figure.frame.iloc[order[~np.isnan(numbers[order])][:8]]
    top = float(strongest[figure.value].max())
    rows = zip(strongest[names].astype(str).to_numpy(), strongest[figure.value], strict=True)
    written = (
        (" ".join(name), format_value(one, figure.value_format, top=top)) for name, one in rows
    )
    values = say("told.between", figure.language).join(
        say("alt.value", figure.language, name=name, value=value) for name, value in written
    )
    opening = (figure.alt or figure.title).rstrip("。. ")
    if figure.kind == "points" and len(figure.frame) > CROWD:
        return f"{opening}{stop}{figure.value_label}"
    return f"{opening}{stop}{figure.value_label}{stop}{values}"
