"""A raw page as HTML: its lines as printed, each piece with its number, colour and reason to be.

The colour never stands alone: every piece begins with its number, or says what furniture it is.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from analysis.press.clippings import find_heads
from analysis.press.layout import Line, read_lines
from analysis.press.records import PageCut
from analysis.resources import say, say_known

FURNITURE = 0
"""Stands for the number of a line that belongs to no article; articles count from 1."""
UNSURE = 0.8
"""A cut with a lower score is flagged.

Of 237 articles that the press cut on the sample pages and on 24 of 1998, 33 are; 13 of the 19 that
are wrong are among them.
"""

# Other tints than those of the themes: here a colour says which article, not what about.
_TINTS = 6
# The page stays in sight while the tools beside it are scrolled: lines are chosen by its numbers.
_STYLE = """
@media (min-width:641px){[data-testid=stColumn]:has(.bt-page){position:sticky;top:4rem;
 align-self:flex-start}}
.bt-page{max-height:calc(100vh - 16rem);min-height:20rem;overflow:auto;border-radius:4px;
 border:1px solid #8885;padding:.25rem .5rem;line-height:1.7;font-size:.9375rem}
.bt-run{border-left:5px solid #8888;padding:.1rem .5rem;margin:.3rem 0;scroll-margin:4rem}
.bt-line{display:flex;gap:.6rem}
.bt-no{flex:none;width:2.2rem;text-align:right;font-variant-numeric:tabular-nums;opacity:.75;
 font-size:.8125rem;user-select:none}
.bt-text{white-space:pre-wrap;overflow-wrap:anywhere;min-width:0}
.bt-head .bt-text{font-weight:700}
.bt-tag{font-size:.8125rem;text-decoration:none;color:inherit;border:1px solid;border-radius:3px;
 padding:0 .4rem;margin-right:.4rem;white-space:nowrap;display:inline-block}
.bt-0{background:#8881}
.bt-copy{background:repeating-linear-gradient(135deg,#8883 0 4px,#8880 4px 10px)}
.bt-1{background:#7788cc2b;border-left-color:#7788cc}
.bt-2{background:#aaaa332b;border-left-color:#aaaa33}
.bt-3{background:#cc66662b;border-left-color:#cc6666}
.bt-4{background:#44aabb2b;border-left-color:#44aabb}
.bt-5{background:#aa77882b;border-left-color:#aa7788}
.bt-6{background:#77aa442b;border-left-color:#77aa44}
.bt-chosen{outline:2px solid currentColor;outline-offset:-1px}
.bt-cards{list-style:none;margin:0!important;padding:2px!important;max-height:24rem;overflow:auto}
.bt-cards li{margin:.3rem 0!important}
.bt-facts{font-size:.8125rem;margin-top:.15rem}
@media (max-width:640px){.bt-page{max-height:55vh}}
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What is said of one article of a page: its number there, its title, facts in words."""

    number: int
    title: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line: its number on the page, its article's number or ``FURNITURE``, its range.

    ``end`` is where the next line begins; ``kind`` says what furniture it is, "" for none.
    """

    number: int
    article: int
    start: int
    end: int
    text: str
    head: bool = False
    kind: str = ""


def list_lines(cut: PageCut) -> tuple[PrintedLine, ...]:
    """Return the printed lines of a page with the piece that each belongs to."""
    text = cut.page.text
    lines = read_lines(text)
    ends = [line.start for line in lines[1:]] + [len(text)] * bool(lines)
    pieces = sorted(
        [(start, end, n, "") for n, a in enumerate(cut.articles, 1) for start, end in a.spans]
        + [(piece.start, piece.end, FURNITURE, piece.kind) for piece in cut.furniture]
    )
    begins = [piece[0] for piece in pieces]
    heads = [span for article in cut.articles for span in find_heads(article)]
    return tuple(
        PrintedLine(
            number=number,
            article=article,
            start=line.start,
            end=end,
            text=_print_line(text, line),
            head=any(one <= line.start < two for one, two in heads),
            kind=kind,
        )
        for number, (line, end) in enumerate(zip(lines, ends, strict=True), 1)
        for _, _, article, kind in [pieces[bisect_right(begins, line.start) - 1]]
    )


def _print_line(text: str, line: Line) -> str:
    """Return a line with the white space before it, as it was printed."""
    begin = max(text.rfind("\n", 0, line.start), text.rfind("\r", 0, line.start)) + 1
    return text[begin : line.end]


def draw_page(cut: PageCut, language: str, *, chosen: int = FURNITURE) -> str:
    """Return the page as HTML, its pieces numbered and coloured, the ``chosen`` article outlined.

    The first run of lines of article 3 is ``#run-3`` and links to its card, ``#card-3``; what
    belongs together lights up together under the pointer.
    """
    unsure = {n for n, article in enumerate(cut.articles, 1) if article.score < UNSURE}
    seen: set[int] = set()
    runs = []
    for (article, kind), lines in groupby(list_lines(cut), key=lambda one: (one.article, one.kind)):
        place = "" if article in seen or not article else f' id="run-{article}"'
        seen.add(article)
        name = _draw_name(article, kind, language, unsure=article in unsure)
        looks = _list_looks(article, kind, chosen=chosen)
        inside = "".join(map(_draw_line, lines))
        runs.append(f'<div{place} class="{looks}" data-n="{article}">{name}{inside}</div>')
    label = escape(say("pages.raw", language), quote=True)
    box = f'class="bt-page" lang="zh-CN" tabindex="0" role="region" aria-label="{label}"'
    return f"<style>{_STYLE}{_light_up(len(cut.articles))}</style><div {box}>{''.join(runs)}</div>"


def _draw_name(article: int, kind: str, language: str, *, unsure: bool) -> str:
    if article:
        flag = " " + say("pages.unsure.mark", language) if unsure else ""
        words = escape(say("pages.card.to", language, n=article) + flag, quote=True)
        link = f'class="bt-tag" href="#card-{article}" aria-label="{words}"'
        return f"<a {link}>{article}{escape(flag)}</a>"
    return f'<span class="bt-tag">{escape(name_furniture(kind, language))}</span>'


def name_furniture(kind: str, language: str) -> str:
    """Return what a kind of furniture is called on the screen."""
    return say_known(f"furniture.{kind}", language, otherwise=kind)


def _list_looks(article: int, kind: str, *, chosen: int) -> str:
    tint = (article - 1) % _TINTS + 1 if article else 0
    looks = ["bt-run", f"bt-{tint}"]
    looks += ["bt-copy"] if kind == "copy" else []
    looks += ["bt-chosen"] if article and article == chosen else []
    return " ".join(looks)


def _draw_line(line: PrintedLine) -> str:
    head = " bt-head" if line.head else ""
    number = f'<span class="bt-no">{line.number}</span>'
    return (
        f'<div class="bt-line{head}">{number}<span class="bt-text">{escape(line.text)}</span></div>'
    )


def _light_up(articles: int) -> str:
    return "".join(
        f'.stMain:has([data-n="{n}"]:hover) [data-n="{n}"]{{box-shadow:0 0 0 2px #888}}'
        for n in range(1, articles + 1)
    )


def scroll_to(number: int, drawn: str) -> str:
    """Return a script that brings the chosen article into view, in both boxes.

    ``drawn`` are hex digits that are others when the boxes are drawn anew: a script that is the
    same is not run again.
    """
    return (
        f"<script>/* {drawn} */for(const id of ['run-{number}','card-{number}']){{"
        "const one=document.getElementById(id),box=one?.parentElement;"
        "if(box)box.scrollTop=one.offsetTop-box.offsetTop-8}</script>"
    )


def draw_cards(cards: Iterable[Card], language: str, *, chosen: int = FURNITURE) -> str:
    """Return the articles of a page as HTML, each linked to its place on the raw page."""
    items = []
    for card in cards:
        looks = _list_looks(card.number, "", chosen=chosen)
        words = escape(say("pages.run.to", language, n=card.number), quote=True)
        link = f'<a class="bt-tag" href="#run-{card.number}" aria-label="{words}">{card.number}</a>'
        facts = escape(" · ".join(card.facts))
        items.append(
            f'<li id="card-{card.number}" class="{looks}" data-n="{card.number}">{link}'
            f'<b lang="zh-CN">{escape(card.title)}</b><div class="bt-facts">{facts}</div></li>'
        )
    label = escape(say("pages.result", language), quote=True)
    return f'<ol class="bt-cards" tabindex="0" aria-label="{label}">{"".join(items)}</ol>'
