"""How a word that somebody typed is written where texts are analysed."""

from collections.abc import Iterable

from analysis.press.script import simplify


def plain_words(words: Iterable[str], name: str) -> tuple[str, ...]:
    """Return words as the list ``name`` of ``Words`` keeps them, each once, empty ones left out.

    In simplified characters, as texts are; Latin letters small on the lists that terms are looked
    up in, as printed where text is cut by them.

    Examples
    --------
    >>> plain_words(("養老服務", "养老服务", " CT检查 "), "user"), plain_words(("CT",), "stop")
    (('养老服务', 'CT检查'), ('ct',))
    """
    plain = (simplify(word).strip() for word in words)
    kept = plain if name == "user" else map(str.lower, plain)
    return tuple(word for word in dict.fromkeys(kept) if word)
