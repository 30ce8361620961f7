"""Files of other formats, made where they are needed."""

import io
import zipfile

import pytest


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
