"""The reader of articles and pages."""
