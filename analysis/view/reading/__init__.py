"""Pages and articles to read: raw lines, cuts, marked words, quotations."""
