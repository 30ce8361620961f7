"""An article to read: its text as safe HTML, the words that carried a theme marked."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from analysis.theme.records import Evidence

# The strongest word is marked this deep; deeper and black text on it falls below a contrast of 4.5.
_DEEPEST = 0.45
_HEADS = {
    "kicker": '<p style="margin-bottom:0">{}</p>',
    "headline": '<h3 style="margin:0;padding:.2em 0;line-height:1.4">{}</h3>',
    "subhead": '<p style="margin-bottom:0">{}</p>',
}
# The blue of browsers is too dark on a dark page.
_PLAIN = ' style="color:inherit"'
# What gives less than this part of the strongest word's share would be a tint nobody can see.
_FAINTEST = 0.04


def mark_words(
    text: str, evidence: Evidence, theme: int, *, colour: str, heads: Sequence[str] = ()
) -> str:
    """Return an article's text as HTML paragraphs, each word marked by what it gives to a theme.

    Parameters
    ----------
    text : str
        The article's text; the spans of the evidence count in it. Lines are paragraphs.
    heads : sequence of str
        What the first lines are: any of "kicker", "headline", "subhead", in order.
    evidence : Evidence
        What each word gives to each theme.
    theme : int
        The theme's column in ``evidence.themes``.
    colour : str
        The theme's colour, #RRGGBB.

    Notes
    -----
    Every character of the text is escaped; the only markup is ours. The depth of the mark is
    the word's contribution over the largest one in the article.
    """
    pieces = "".join(_mark_pieces(text, evidence, theme, colour))
    lines = pieces.split("\n")
    headed = (_HEADS[head].format(line) for head, line in zip(heads, lines, strict=False))
    paragraphs = (f"<p>{line}</p>" for line in lines[len(heads) :] if line)
    inside = "".join((*headed, *paragraphs))
    return f'<div lang="zh-CN" style="max-width:42em;line-height:1.9">{inside}</div>'


def _mark_pieces(text: str, evidence: Evidence, theme: int, colour: str) -> Iterator[str]:
    given = evidence.themes[:, theme]
    most = given.max(initial=0.0)
    at = 0
    for (start, end), share in zip(evidence.spans.tolist(), given.tolist(), strict=True):
        yield escape(text[at:start])
        word, at = escape(text[start:end]), end
        yield word if share <= most * _FAINTEST else _mark(word, share, share / most, colour)
    yield escape(text[at:])


def _mark(word: str, share: float, depth: float, colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    paint = f"rgba({red},{green},{blue},{_DEEPEST * depth:.2f})"
    style = f"background:{paint};color:inherit;border-radius:2px"
    return f'<mark title="{share:.1%}" style="{style}">{word}</mark>'


def list_links(title: str, links: Sequence[tuple[str, str]]) -> str:
    """Return a titled list of links as HTML: what each is called, its address.

    Examples
    --------
    >>> list_links("同稿见于", [("市报", "?article=a&lang=en")]).partition("<li>")[2][:35]
    '<a href="?article=a&amp;lang=en" ta'
    """
    items = "".join(
        f'<li><a href="{escape(address)}" target="_self"{_PLAIN}>{escape(name)}</a></li>'
        for name, address in links
    )
    return f'<div><p>{escape(title)}</p><ul lang="zh-CN">{items}</ul></div>'


def draw_strip(shares: Mapping[str, float], colours: Mapping[str, str]) -> str:
    """Return the themes of one article as a strip of HTML, widths by share, and a legend in words.

    Shares are 0-1; what rounds to 0 % is left out of both.
    """
    shown = {name: share for name, share in shares.items() if share >= 0.005}
    bars = "".join(
        f'<span style="flex:{share:.4f} 0 0;background:{colours[name]}"></span>'
        for name, share in shown.items()
    )
    legend = "".join(
        f'<span><span style="color:{colours[name]}">■</span> {escape(name)} {share:.0%}</span>'
        for name, share in shown.items()
    )
    strip = f'<div style="display:flex;gap:2px;height:14px" aria-hidden="true">{bars}</div>'
    words = f'<div style="display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:6px">{legend}</div>'
    return f"<div>{strip}{words}</div>"
