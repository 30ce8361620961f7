"""The blocks of a page are dealt out, each once; headlines are found before and after bodies."""

import pytest

from analysis.press.blocks import read_blocks
from analysis.press.cuts.decide import plan_page
from analysis.press.cuts.rating import read_numbers

STORIES = {
    "国务院三峡建委会议召开": [
        "新华社北京1月12日电（记者张宿堂）三峡工程建设委员会今天召开全体会议，部署二期建设任务。",
        "会议指出，三峡大江截流成功，标志着三峡工程转入二期建设，移民工作的任务更加繁重。",
    ],
    "兰州海关支持大中型企业": [
        "本报讯（记者王芳）兰州海关积极支持当地国有大中型企业进口先进设备，受到企业欢迎。",
        "位于嘉峪关市的酒泉钢铁公司进口设备时，海关派人到现场办理通关手续，为企业节约了时间。",
    ],
    "青岛楼山乡成为专利乡": [
        "本报青岛1月10日电（记者宋学春）青岛市李沧区楼山乡培育全乡经济增长点，去年申请专利四十多项。",
        "楼山乡的企业利用专利技术开发新产品，全乡掀起了利用专利技术促进经济发展的高潮。",
    ],
}


def page(*, after):
    parts = []
    for headline, body in STORIES.items():
        parts += [*body, headline] if after else [headline, *body]
    return read_blocks("\n\n".join(parts))


@pytest.mark.parametrize("after", [False, True])
def test_headlines_before_and_after_bodies_are_found(after):
    blocks = page(after=after)
    heads = [tuple(blocks[at].text for at in draft.heads) for draft in plan_page(blocks).drafts]
    assert heads == [(headline,) for headline in STORIES]


def test_every_block_is_dealt_out_once():
    blocks = page(after=True)
    plan = plan_page(blocks)
    dealt = [at for draft in plan.drafts for at in draft.blocks] + [at for at, _ in plan.furniture]
    assert sorted(dealt) == list(range(len(blocks)))


def test_a_score_is_a_probability():
    assert all(0.0 <= draft.score <= 1.0 for draft in plan_page(page(after=False)).drafts)


def test_no_blocks_are_no_drafts():
    assert plan_page(()).drafts == ()


def test_all_that_was_learnt_is_there():
    numbers = read_numbers()
    assert len(numbers.rounds) > 1
    assert all(forest.trees for pair in numbers.rounds for forest in pair)
