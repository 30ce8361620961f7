"""What is taken away in whatever form: the selected articles, and how two sides of them differ."""

from dataclasses import dataclass

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import Mask, select_rows
from analysis.view.export.collection import Contrast
from analysis.view.export.notes import tell_parcel
from analysis.view.selected import tell_selection


@dataclass(frozen=True, slots=True, eq=False)
class Parcel:
    """What is taken away: the selected articles of a study, in a language, on a date (ISO).

    ``contrast`` is how two sides of them differ, where two are compared.
    """

    catalogue: Catalogue
    selection: Selection
    rows: Mask
    language: str
    date: str
    contrast: Contrast | None = None

    @property
    def narrowed(self) -> str:
        """What narrows the study, in words; "" where nothing does."""
        return tell_selection(self.catalogue, self.selection, self.language)

    @property
    def selected(self) -> str:
        """What is selected, in words."""
        return self.narrowed or say("selected.all", self.language)

    @property
    def compared(self) -> str:
        """What the two sides are, in words; "" where none are compared."""
        return self.contrast.compared.told if self.contrast else ""


def make_parcel(
    catalogue: Catalogue,
    selection: Selection,
    language: str,
    *,
    date: str,
    contrast: Contrast | None = None,
) -> Parcel:
    """Return what there is to take away of a selection, and of a ``contrast`` of its sides."""
    rows = select_rows(catalogue, selection)
    return Parcel(catalogue, selection, rows, language, date, contrast)


def tell_all(parcel: Parcel) -> tuple[tuple[str, str], ...]:
    """Return what files say of a parcel: a name and its words, line by line."""
    compared = parcel.compared
    if parcel.contrast and not parcel.contrast.told_apart:
        compared = say("about.compared.none", parcel.language, sides=compared)
    asked = {"selected": parcel.selected, "compared": compared, "date": parcel.date}
    return tell_parcel(parcel.catalogue, parcel.rows, parcel.language, asked=asked)
