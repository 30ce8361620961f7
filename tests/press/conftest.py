"""Files of other formats, made where they are needed."""

import io
import zipfile

import pytest

from analysis.press.repair import replay


@pytest.fixture
def archive_of():
    """Return a function that packs names and bytes to a ZIP."""

    def pack(members):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return file.getvalue()

    return pack


@pytest.fixture(scope="session")
def check_whole():
    """Check that every character of a cut is in one piece, and that notes replay to the bodies."""

    def check(cut):
        spans = [span for article in cut.articles for span in article.spans]
        spans += [(piece.start, piece.end) for piece in cut.furniture]
        covered = sorted(at for start, end in spans for at in range(start, end))
        assert covered == list(range(len(cut.page.text)))
        for article in cut.articles:
            replayed = replay(cut.page.text, article.spans, article.notes)
            assert replayed.strip() == article.body

    return check
