"""What is measured of a selection: shares of what, by which steps of time, how sure."""
