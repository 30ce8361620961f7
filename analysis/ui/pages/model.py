"""模型: how the topics were made, how good they are, and how to change them."""

from collections.abc import Callable, Mapping

from analysis.resources import say
from analysis.ui.controls import choose_key
from analysis.ui.modelling import changes, counts, lexicon, topics, words
from analysis.ui.visit import Visit, current_visit

SECTIONS: Mapping[str, Callable[[Visit], None]] = {
    "topics": topics.show_section,
    "counts": counts.show_section,
    "lexicon": lexicon.show_section,
    "words": words.show_section,
    "changes": changes.show_section,
}

visit = current_visit()
section = choose_key(
    say("model.section", visit.language),
    {name: say(f"model.section.{name}", visit.language) for name in SECTIONS},
    parameter="section",
    shown=False,
)
SECTIONS[section](visit)
