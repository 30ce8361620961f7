"""One story in several papers: read in batches, compared by ranges of hashes, decided in pairs."""
