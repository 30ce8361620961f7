"""Everybody can use it: keys reach the filters."""


def test_the_topic_filter_is_reached_and_set_by_keys(visitor):
    page = visitor().open("/")
    page.get_by_role("checkbox", name="工会").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**theme=*")
    assert page.get_by_role("checkbox", name="工会").is_checked()
