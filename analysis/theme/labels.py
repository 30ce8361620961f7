"""What a topic is called before anyone names it: its strongest terms that say different things."""

from collections.abc import Sequence


def label_topic(terms: Sequence[str], *, most: int = 3) -> str:
    """Join the strongest terms that do not hold one another.

    Examples
    --------
    >>> label_topic(["养老", "养老服务", "助餐", "老人", "社区"])
    '养老·助餐·老人'
    """
    chosen: list[str] = []
    for term in terms:
        if len(chosen) < most and not any(term in other or other in term for other in chosen):
            chosen.append(term)
    return "·".join(chosen)
