"""One file a format: bytes to a page whose text is untouched."""
