"""How a number is written, wherever one stands: on the screen, on paper, in a sentence."""

FORMATS = ("percent", "count", "weight", "score", "change")
"""percent: shares 0-1; count: whole numbers; weight: any number without a unit of its own; score: a
measure of at most 1 that may be negative; change: a difference of shares, in percentage points."""

MINUS = "\N{MINUS SIGN}"


def format_value(value: float, value_format: str, *, top: float | None = None) -> str:
    r"""Return ``value`` as a reader writes it, as exactly as ``top``, the largest beside it, asks.

    Where all shares are small they keep a decimal, or bars of unlike length would bear one number.
    Nothing that is there is written as 0 %. What is below 0 has a minus sign, no hyphen.

    Examples
    --------
    >>> [format_value(share, "percent", top=0.41) for share in (0.408, 0.094, 0.0042, 0.0001, 0)]
    ['41%', '9%', '0.4%', '<0.1%', '0%']
    >>> [format_value(share, "percent", top=0.04) for share in (0.04, 0.0352)]
    ['4.0%', '3.5%']
    >>> format_value(75806, "count"), format_value(0.08349, "weight", top=2.3)
    ('75,806', '0.08')
    >>> print(format_value(0.124, "change"), ascii(format_value(-0.0312, "change")))
    +12 '\u22123.1'
    """
    return _write_value(value, value_format, value if top is None else top).replace("-", MINUS)


def _write_value(value: float, value_format: str, largest: float) -> str:
    if value_format == "count":
        return f"{value:,.0f}"
    if value_format == "score":
        # What rounds to nothing has no sign.
        return f"{value:.2f}".replace("-0.00", "0.00")
    if value_format == "change":
        return _format_change(value)
    if value_format == "weight":
        return f"{value:,.2f}" if largest >= 1 else f"{value:.3f}"
    if 0 < value < 0.0005:
        return "<0.1%"
    return f"{value:.1%}" if 0 < value < 0.00995 or 0 < largest < 0.0995 else f"{value:.0%}"


def _format_change(value: float) -> str:
    if abs(value) < 0.0005:
        # What rounds to nothing has no sign.
        return "0"
    return f"{100 * value:+.1f}" if abs(value) < 0.0995 else f"{100 * value:+.0f}"
