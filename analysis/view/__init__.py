"""Floor 4: a selection of a study becomes something to show. No streamlit."""
