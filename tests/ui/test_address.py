"""The address keeps all that was chosen, also what the browser has not been told yet."""

from streamlit.testing.v1 import AppTest


def change_while_drawn():
    from analysis.ui import address  # noqa: PLC0415 - Streamlit runs this body as a script

    address.note_address()
    address.put("theme", "工会", "养老")
    import streamlit as st  # noqa: PLC0415 - the same

    # The browser sends the address as it was before the first change.
    st.query_params.clear()
    address.put("q", "职工")
    address.put("kind", "")


def test_a_second_change_keeps_the_first():
    app = AppTest.from_function(change_while_drawn).run()
    assert not app.exception
    assert app.query_params == {"theme": ["工会", "养老"], "q": "职工"}


def test_a_value_is_taken_away():
    def take_away():
        from analysis.ui import address  # noqa: PLC0415 - Streamlit runs this body as a script

        address.note_address()
        address.put("q")

    app = AppTest.from_function(take_away)
    app.query_params["q"] = "职工"
    app.query_params["paper"] = "工人日报"
    assert app.run().query_params == {"paper": "工人日报"}
