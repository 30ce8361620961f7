"""Everybody can read it: WCAG 2 A and AA by axe, in both looks; keys reach the filters."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa"]}}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/themes", "/articles", "/pages", "/model"])
def test_no_rule_is_broken(visitor, path, look):
    page = visitor(color_scheme=look).open(path)
    broken = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken] == []


def test_the_topic_filter_is_reached_and_set_by_keys(visitor):
    page = visitor().open("/")
    page.get_by_role("checkbox", name="工会").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**theme=*")
    assert page.get_by_role("checkbox", name="工会").is_checked()
