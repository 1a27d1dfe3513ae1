"""A sentence that is worded like the clause may still say it of another thing, another body or another clause."""

from __future__ import annotations

import pytest

from assistant.answer.grounding import Source, faults, source

SPOT_CHECKS = source(
    "重点检查事项针对涉及安全的领域，抽查比例不设上限；抽查比例高的，可以随机确定批次。"
    "一般检查事项针对一般监管领域，抽查比例应根据监管实际情况设置上限。"
    "随机抽查事项清单应根据工作实际情况动态调整，并及时向社会公开。"
    "各省（区、市）人民政府要以公示系统为依托，建设本辖区统一的工作平台。"
)
VISITS = source(
    "核查机构应当自接到通知之日起20个工作日内完成对申请人的现场核查，并出具核查报告。"
    "核查机构应当通知省级药品监督管理部门参与现场核查，省级药品监督管理部门应当派员参与现场核查。"
)
LISTS = source("市场监管总局要会同有关部门制定联合抽查事项清单。市财政局按照职责，协同实施本办法。")
PORT = source(
    "一、深圳湾口岸港方口岸区范围包括港方查验区和与之相连接的公路大桥部分桥面。",
    names=["关于深圳湾口岸港方口岸区范围和土地使用期限的批复"],
)


@pytest.mark.parametrize(
    ("sentence", "basis", "fault"),
    [
        ("一般检查事项的抽查比例不设上限。", SPOT_CHECKS, "“不设上限”说的是别的"),
        ("随机抽查事项清单可以自行决定是否向社会公开。", SPOT_CHECKS, "没有“自行”"),
        ("县级人民政府要建设本辖区统一的工作平台。", SPOT_CHECKS, "不由“县级人民政府”"),
        ("省级药品监督管理部门应当完成对申请人的现场核查。", VISITS, "不由“省级药品监督管理部门”"),
        ("核查机构派员参与现场核查。", VISITS, "“核查机构”不是配合"),
        ("市场监管总局予以配合，有关部门制定联合抽查事项清单。", LISTS, "“市场监管总局”不是配合"),
        ("深圳湾口岸港方口岸区的土地使用权以租赁方式取得。", PORT, "只有文件和标题的名称有出处"),
    ],
)
def test_it_is_found(sentence: str, basis: Source, fault: str) -> None:
    assert fault in faults(sentence, [basis])


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("重点检查事项的抽查比例不设上限，一般检查事项则要设置上限。", SPOT_CHECKS),
        ("各省级人民政府要建设本辖区统一的工作平台。", SPOT_CHECKS),
        ("省级药品监督管理部门派员参与现场核查。", VISITS),
        ("现场核查由核查机构完成，省级药品监督管理部门参与。", VISITS),
        ("市财政局按职责协同实施。", LISTS),
        ("深圳湾口岸港方口岸区的范围包括港方查验区和公路大桥的部分桥面。", PORT),
    ],
)
def test_of_its_own_it_is_kept(sentence: str, basis: Source) -> None:
    assert faults(sentence, [basis]) == []
