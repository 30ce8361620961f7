"""The nearest topics of a theme or topic: by their words, and by the articles they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import NDArray

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.matrices import spread_long
from analysis.study.tables import read_table
from analysis.theme.distances import measure_distances, measure_sharing
from analysis.view.frames import name_themes
from analysis.view.topics.subjects import Subject, share_subject, weigh_subject

_NEAREST = 5
_STYLE = """
.bt-near{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}
.bt-near th{text-align:left;font-weight:400;font-size:.8rem;padding:.2rem .5rem .2rem 0;
vertical-align:bottom}
.bt-near td{padding:.3rem .5rem .3rem 0;border-top:1px solid #8884}
.bt-near td:nth-child(n+2),.bt-near th:nth-child(n+2){text-align:right;white-space:nowrap}
.bt-near a{color:inherit}
"""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A topic near another: what it is called, its theme, how far its words lie, what it shares.

    ``distance`` is that of Jensen and Shannon, 0 (the same words) to 1 (none in common);
    ``sharing`` the cosine of the shares over all articles, 0-1.
    """

    topic: int
    label: str
    theme: str
    distance: float
    sharing: float


def find_neighbours(catalogue: Catalogue, subject: Subject) -> tuple[Neighbour, ...]:
    """Return the topics nearest by words and those nearest by articles, nearest words first.

    Topics of a theme are no neighbours of it, nor is a topic of itself; hidden ones are left out.
    """
    rows = read_table(catalogue.study.folder, "topics").to_pylist()
    others = [
        row
        for row in rows
        if not row["hidden"]
        and (row["theme"] != subject.theme if subject.topic is None else True)
        and row["topic_id"] != subject.topic
    ]
    if not others:
        return ()
    distances = _measure_words(catalogue, subject, [row["topic_id"] for row in others])
    columns = [catalogue.topics.index(row["topic_id"]) for row in others]
    own = share_subject(catalogue, subject)[:, np.newaxis]
    sharing = measure_sharing(np.hstack([own, catalogue.topic_shares[:, columns]]))[0, 1:]
    near = {*np.argsort(distances, kind="stable")[:_NEAREST].tolist()}
    near |= {*np.argsort(-sharing, kind="stable")[:_NEAREST].tolist()}
    return tuple(
        Neighbour(
            topic=others[place]["topic_id"],
            label=others[place]["label"],
            theme=others[place]["theme"],
            distance=float(distances[place]),
            sharing=float(sharing[place]),
        )
        for place in sorted(near, key=lambda one: (distances[one], one))
    )


def _measure_words(
    catalogue: Catalogue, subject: Subject, topics: Sequence[int]
) -> NDArray[np.float64]:
    """Return the distance of each topic from the subject by their words, (n_topics,)."""
    table = read_table(catalogue.study.folder, "topic_terms")
    terms = table["term"].unique().to_pylist()
    own = weigh_subject(catalogue.study, subject)
    first = np.array([own.get(term, 0.0) for term in terms])
    every = spread_long(table, catalogue.topics, terms)
    others = every[[catalogue.topics.index(topic) for topic in topics]]
    return np.asarray(measure_distances(np.vstack([first, others]))[0, 1:])


def draw_neighbours(
    catalogue: Catalogue,
    neighbours: Sequence[Neighbour],
    links: Mapping[int, str],
    language: str,
) -> str:
    """Return the neighbours as a table of HTML; ``links`` are the addresses of topics, by id."""
    names = name_themes(catalogue.study, language)
    heads = "".join(
        f'<th scope="col">{escape(say(f"near.{name}", language))}</th>'
        for name in ("topic", "distance", "sharing")
    )
    rows = "".join(
        f'<tr><td><a href="{escape(links[one.topic], quote=True)}" target="_self" lang="zh-CN">'
        f"{escape(one.label)}</a> · {escape(names.get(one.theme, one.theme))}</td>"
        f"<td>{one.distance:.2f}</td><td>{one.sharing:.2f}</td></tr>"
        for one in neighbours
    )
    return (
        f'<style>{_STYLE}</style><table class="bt-near"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
