"""What ``streamlit run app.py`` starts: a server takes ``app``, each visit runs the script."""

import streamlit as st

from analysis.resources import ICON, say
from analysis.ui import address, opening, server, takeaway, visit
from analysis.ui.filters import sidebar

ICONS = {
    "overview": ":material/bar_chart:",
    "themes": ":material/category:",
    "articles": ":material/article:",
    "compare": ":material/compare_arrows:",
    "pages": ":material/newspaper:",
    "model": ":material/tune:",
}

if __name__ == "__main__":
    st.set_page_config("报题 Baoti", str(ICON), layout="wide", initial_sidebar_state=360)  # pixels
    address.note_address()
    language = sidebar.choose_language()
    server.tell_language(language)
    page = st.navigation(
        [
            st.Page(
                opening.PAGES / f"{name}.py",
                title=say(f"page.{name}", language),
                icon=icon,
                url_path=name,
                default=name == opening.FIRST,
            )
            for name, icon in ICONS.items()
        ],
        position="hidden",
    )
    opening.follow_click(language)
    head = opening.show_pages(ICONS, language)
    visit.prepare_visit(language, page.url_path)
    takeaway.offer_takeaway(visit.current_visit(), head, page.url_path)
    page.run()
else:
    app = st.App(__file__, routes=server.make_routes(ICONS), on_script_error=server.tell_error)
