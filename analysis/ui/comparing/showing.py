"""What is shown of two sides: facts, words, shares, articles, and what to do where one fails."""

from dataclasses import replace

import streamlit as st

from analysis.errors import NothingToDraw
from analysis.resources import say
from analysis.study.comparing import (
    WordContrast,
    compare_shares,
    compare_words,
    count_usable,
    find_typical,
)
from analysis.study.counting import WordCounts
from analysis.study.records import Selection
from analysis.study.sides import Pair, combine_selections
from analysis.theme.resampling import LEAST, RESAMPLES
from analysis.ui import cached, lists, parts
from analysis.ui.filters.chosen import name_selection
from analysis.ui.held import open_held
from analysis.ui.opening import Target
from analysis.ui.server import mark_of
from analysis.ui.visit import Visit
from analysis.view.comparison import KEYS, Compared, met_frame, typical_frame
from analysis.view.drawing.look import SIDES, choose_ink, make_readable
from analysis.view.exhibits import comparison
from analysis.view.export.files import download_name, table_csv
from analysis.view.frames import corpus_facts

# As many as are read at a glance; all of them are a click away.
_TYPICAL = 8


def show_head(compared: Compared, place: int) -> None:
    """Draw what a side is called and its facts."""
    language, sides = compared.language, compared.sides
    name = parts.escape(compared.names[place])
    st.subheader(f"{_mark_side(place)} {name}", anchor=False)
    facts = corpus_facts(compared.catalogue, (sides.first, sides.second)[place])
    period = " – ".join(dict.fromkeys((str(facts["first"]), str(facts["last"]))))
    told = {"articles": f"{facts['articles']:,}", "newspapers": facts["newspapers"]}
    told["period"] = period or say("date.none", language)
    st.caption(parts.escape(say("compare.facts", language, **told)))


def _mark_side(place: int) -> str:
    """Return the Markdown of a side's mark, in the shade that its marks have in the charts."""
    paper = choose_ink(dark=st.context.theme.type == "dark").paper
    return mark_of(make_readable(SIDES[place], paper, 3))


def tell_overlap(compared: Compared) -> bool:
    """Say what became of articles on both sides; return whether there is something to compare."""
    language, sides = compared.language, compared.sides
    empty = [key for key, size in zip(KEYS, sides.sizes, strict=True) if not size]
    if len(empty) == 2 and sides.shared:
        st.info(say("compare.same", language, n=sides.shared))
        return False
    if sides.rule != "none":
        st.caption(say(f"compare.shared.{sides.rule}", language, n=f"{sides.shared:,}"))
    for key in empty:
        st.info(say(f"compare.empty.{key}", language))
    return not empty


def count_words(compared: Compared) -> WordCounts:
    """Return the words of the study by article, counted where no visitor has asked before."""
    language = compared.language
    with parts.show_stages(say("compare.counting", language), language) as report:
        return cached.counts_of(compared.catalogue.study, report)


def show_words(visit: Visit, chosen: Pair, compared: Compared, counts: WordCounts) -> WordContrast:
    """Draw the words that set the sides apart; return all that was found of words."""
    language, study = compared.language, compared.catalogue.study
    words = compare_words(counts, compared.sides)
    try:
        figure = comparison.show_words(compared, words)
    except NothingToDraw:
        st.info(say("compare.no_words", language))
        return words

    def open_word(key: str, _: str) -> Target:
        side, _, term = key.partition(" ")
        own = chosen[KEYS.index(side)]
        found = combine_selections(visit.selection, own)
        return _link_articles(replace(found, search=f"{found.search} {term}".strip()))

    parts.show_chart(figure, study.name, opens=open_word)
    st.download_button(
        say("compare.table", language),
        lambda: table_csv(met_frame(words)),
        file_name=download_name(study.name, figure.title, parts.today(), "csv"),
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key="download-words",
    )
    return words


def show_shares(visit: Visit, chosen: Pair, compared: Compared) -> None:
    """Draw the shares of the themes on both sides and how far they differ, with intervals."""
    language, study = compared.language, compared.catalogue.study
    shares = compare_shares(compared.catalogue, compared.sides)
    if shares is None:
        first, second = count_usable(compared.catalogue, compared.sides)
        st.info(say("compare.few", language, first=first, second=second, least=LEAST))
        return
    names = compared.short

    def open_theme(theme: str, side: str) -> Target:
        found = combine_selections(visit.selection, chosen[names.index(side)])
        return open_held(compared.catalogue, found, theme)

    def open_larger(theme: str, _: str) -> Target:
        ahead = shares.difference[compared.catalogue.themes.index(theme)] > 0
        return open_theme(theme, names[int(ahead)])

    left, right = st.columns(2, gap="medium")
    with left:
        parts.show_chart(comparison.show_shares(compared, shares), study.name, opens=open_theme)
    with right:
        figure = comparison.show_differences(compared, shares)
        parts.show_chart(figure, study.name, opens=open_larger)


def _link_articles(selection: Selection) -> Target:
    return Target("articles", name_selection(selection))


def show_typical(compared: Compared, counts: WordCounts, words: WordContrast) -> None:
    """Draw the articles most typical of each side; one that is clicked opens."""
    language = compared.language
    found = find_typical(counts, words, compared.sides, most=_TYPICAL)
    # One below the other: side by side each would hide newspaper and date.
    for place, key in enumerate(KEYS):
        title = say(f"compare.typical.{key}", language)
        st.subheader(f"{_mark_side(place)} {title}", anchor=False)
        if not found[place]:
            st.info(say("compare.typical.none", language))
            continue
        frame = typical_frame(compared, counts, words, (place, found[place]))
        lists.open_typical(frame, language, key=f"typical-{key}")
    st.caption(say("compare.typical.note", language))


def show_method(language: str) -> None:
    """Say, folded up, how all of it is measured."""
    with st.expander(say("compare.method", language)):
        st.markdown(say("compare.method.text", language, resamples=f"{RESAMPLES:,}"))
