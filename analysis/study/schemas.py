"""The tables of a study: their columns and types."""

from collections.abc import Mapping

import pyarrow as pa

_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_SPANS = pa.list_(_SPAN)
_NAMES = pa.list_(pa.string())
# Where a quotation is printed: a range of the page's text, and its printed lines from 1.
_PRINTED = pa.struct(
    [
        ("page_id", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("first_line", pa.int32()),
        ("last_line", pa.int32()),
    ]
)
_PLACE = pa.struct([("page_id", pa.string()), ("source", pa.string()), ("spans", _SPANS)])

_TOPICS = pa.schema(
    [
        ("topic_id", pa.int32()),
        ("theme", pa.string()),
        ("label", pa.string()),
        # What the topic was called before a reader named it.
        ("found_label", pa.string()),
        # In how many stories that stands, and where: "headlines", "sentences" or "words".
        ("label_count", pa.int32()),
        ("label_where", pa.string()),
        ("size", pa.float64()),
        ("stability", pa.float64()),
        ("coherence", pa.float64()),
        ("exclusivity", pa.float64()),
        ("junk", pa.float64()),
        # Whose main topic it is, and on how many articles it rests (1 / sum of squared parts).
        ("articles", pa.int32()),
        ("effective", pa.float64()),
        # Rows that each resample saw; null, with the stability, where none was made.
        ("resampled", pa.int32()),
        ("hidden", pa.bool_()),
        # Why the topic is probably no subject (theme/alarms.py); null in found_topics.
        ("alarms", _NAMES),
    ]
)

SCHEMAS: Mapping[str, pa.Schema] = {
    "pages": pa.schema(
        [
            ("page_id", pa.string()),
            ("source", pa.string()),
            ("newspaper", pa.string()),
            ("date", pa.string()),
            ("edition", pa.string()),
            ("text", pa.string()),
            ("encoding", pa.string()),
            ("editors", _NAMES),
            # "traditional" or "simplified".
            ("script", pa.string()),
            # "newspaper=masthead", "date=dateline" …: where each fact was read.
            ("origins", pa.list_(pa.string())),
        ]
    ),
    "articles": pa.schema(
        [
            ("article_id", pa.string()),
            ("page_id", pa.string()),
            ("kind", pa.string()),
            ("kicker", pa.string()),
            ("headline", pa.string()),
            ("subhead", pa.string()),
            ("byline", pa.string()),
            ("reporters", _NAMES),
            ("correspondents", _NAMES),
            ("photographers", _NAMES),
            ("editors", _NAMES),
            ("agency", pa.string()),
            ("place", pa.string()),
            ("date", pa.string()),
            ("body", pa.string()),
            # The first words of the body: what to call an article without a headline.
            ("opening", pa.string()),
            # What is read, and what offsets of passages and evidence count in.
            ("text", pa.string()),
            # The same in simplified characters, where the text is in traditional ones.
            ("plain", pa.string()),
            ("characters", pa.int32()),
            ("spans", _SPANS),
            ("continued_to", pa.string()),
            ("continued_from", pa.string()),
            # The pieces of the story on other pages, joined to it.
            ("tails", pa.list_(_PLACE)),
            # The article that probably goes on where this one stops, not joined.
            ("likely_tail", pa.string()),
            ("copy_group", pa.string()),
            ("url", pa.string()),
            ("score", pa.float64()),
            ("reasons", pa.list_(pa.string())),
        ]
    ),
    # What was done to the page's text on the way to the article: text[start:end] became after.
    "notes": pa.schema(
        [
            ("article_id", pa.string()),
            ("rule", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("before", pa.string()),
            ("after", pa.string()),
        ]
    ),
    "furniture": pa.schema(
        [
            ("page_id", pa.string()),
            ("kind", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
        ]
    ),
    # Each page as it was cut before any edit (study/kept.py): edits are done to this.
    "cuts": pa.schema([("page_id", pa.string()), ("cut", pa.string())]),
    "passages": pa.schema(
        [("passage_id", pa.string()), ("article_id", pa.string()), ("span", _SPAN)]
    ),
    "terms": pa.schema(
        [
            ("term", pa.string()),
            ("document_frequency", pa.int32()),
            ("idf", pa.float64()),
            ("part_of_speech", pa.string()),
        ]
    ),
    "topics": _TOPICS,
    # The topics as they were fitted, before any edit.
    "found_topics": _TOPICS,
    "themes": pa.schema(
        [
            ("theme", pa.string()),
            ("size", pa.float64()),
            ("stability", pa.float64()),
            ("articles", pa.int32()),
            ("effective", pa.float64()),
            ("resampled", pa.int32()),
        ]
    ),
    "topic_terms": pa.schema(
        [("topic_id", pa.int32()), ("term", pa.string()), ("weight", pa.float64())]
    ),
    # What the word list of each theme was widened to; the weights of a theme have length one.
    "theme_terms": pa.schema(
        [("theme", pa.string()), ("term", pa.string()), ("weight", pa.float64())]
    ),
    "topic_themes": pa.schema(
        [("topic_id", pa.int32()), ("theme", pa.string()), ("affinity", pa.float64())]
    ),
    # The shares of what topics are made of: as fitted, and the parts of those that were divided.
    "article_parts": pa.schema(
        [("article_id", pa.string()), ("part_id", pa.int32()), ("share", pa.float64())]
    ),
    "article_topics": pa.schema(
        [("article_id", pa.string()), ("topic_id", pa.int32()), ("share", pa.float64())]
    ),
    "article_themes": pa.schema(
        [("article_id", pa.string()), ("theme", pa.string()), ("share", pa.float64())]
    ),
    # The strongest sentences of each topic (theme is null) and of each theme (topic_id is null).
    "quotations": pa.schema(
        [
            ("topic_id", pa.int32()),
            ("theme", pa.string()),
            ("rank", pa.int32()),
            ("article_id", pa.string()),
            # In the article's text.
            ("span", _SPAN),
            ("strength", pa.float64()),
            ("places", pa.list_(_PRINTED)),
        ]
    ),
}
