"""The dashboard: the only streamlit code."""
