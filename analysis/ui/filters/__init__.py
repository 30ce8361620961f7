"""The filters of the sidebar: how they are drawn, and how they stand in the address."""
