"""What is taken away: files of charts, tables and whole selections."""
