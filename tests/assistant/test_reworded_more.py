"""Everyday names, short forms and ranges are the clause's; who is entrusted, what is free and what a body appoints stay apart."""

from __future__ import annotations

import pytest

from assistant.answer.grounding import Source, faults, source
from assistant.answer.grounding.wording import official

HELP = source(
    "第十四条 家庭成员申请最低生活保障有困难的，可以委托村民委员会、居民委员会代为提出申请。"
    "农业农村部门或者县（市、区）人民政府确定的部门负责农村的定期核查。市容环境卫生主管部门负责城镇的定期核查和统筹协调。"
)
FUND = source(
    "第六条 职工与原单位终止劳动关系的，原单位应当自劳动关系终止之日起三十日内，将住房公积金账户转入市公积金管理中心封存管理。\n"
    "经督促单位在十日内仍不办理的，市公积金管理中心应当在二十日内予以办理。\n"
    "以欺骗手段获得贷款的，可以取消其一年至五年的贷款资格。受托银行应当于每年八月发放缴存凭证，公布上年度年报。"
)
TOUR = source(
    "第八条 文化市场综合行政执法机构根据文化和旅游主管部门的委托负责旅游服务质量的监督检查。"
    "村务监督委员会应当支持和配合村民委员会履行职责。旅游景区（点）管理机构应当将设施无偿移交给乡（镇）人民政府。"
)
GRANTS = source(
    "第9条 对初次认定为国家级和省级企业技术（研发）中心的，分别给予企业100万元和30万元奖励；"
    "对初次认定为国家高新技术企业的，给予企业20万元奖励。"
)
ANIMALS = source(
    "第十四条 本市规划布局实验动物隔离检疫场。"
    "需要生产和使用实验动物的，应当经科技经济部门和野生动物保护主管部门批准，依法取得许可证。"
    "卫生健康部门会同农业农村部门负责动物生物安全二级实验室的备案。"
)
PRICES = source(
    "第十六条 竞价方案的审核工作由市发展改革委牵头，会同市建委等部门办理。公示期间，对增设电梯有异议的，"
    "由业主自行协商或者在社区居民委员会、业主委员会等有关单位的调解下处理异议。\n"
    "新建小区应当按照不少于地上面积千分之二的比例建设用房。当事人对市房管局的决定不服的，可以申请复议。"
)
OLD = source(
    "第六条 镇区财政给予参保人补贴，每人每月5元，即每人每年60元。参保人服刑期间暂停缴纳养老保险费，服刑期满后可继续缴费。"
    "为七十周岁以上老年人提供养老服务补贴。65周岁以上老年人持本市老年人优待凭证免费享受前款优待。",
    names=["老年人优待办法"],
)
SKILLED = source(
    "（五）具有高级技师职业资格，且年龄在45周岁以下的人员；具有技师职业资格，且年龄在40周岁以下的人员。"
)
CARE = source(
    "（四）灵活就业人员在从外地转入的6个月内（从转出之日起计算）续保的，从续保缴费的次月起享受医疗保险待遇，"
    "从外地转入6个月后续保的，在缴费满6个月后，从第7个月开始享受医疗保险待遇。\n"
    "异地就医由经办机构为其指定三所医疗机构（一、二、三级各一所）。"
    "重症疾病的审批手续，由其基本医疗保险关系所在的社会保险经办机构负责办理。\n"
    "道路测试、示范应用的管理工作由市经济和信息化部门负责。无工作单位的，由见义勇为发生地县级人民政府给予经济补助。"
    "学校负责对本校免费对象的认定和审查。市交通部门负责统筹应用试点管理工作。市公安机关交通管理部门负责车辆登记、号牌发放工作。"
)


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("从外地转入6个月内续保的，从续保缴费次月起享受医疗保险待遇。", CARE),
        ("从第7个月起享受医疗保险待遇。", CARE),
        ("重症疾病的审批手续由基本医疗保险关系所在的社保经办机构办理。", CARE),
        ("道路测试、示范应用的管理由市经济和信息化部门负责。", CARE),
        ("无工作单位的，由县级政府给予经济补助。", CARE),
        ("异地就医由经办机构指定三所医疗机构，一、二、三级各一所。", CARE),
        ("公示期间对增设电梯有异议的，也可以由居委会、业委会等调解。", PRICES),
        ("新建小区要按不少于地上面积2‰的比例建设用房。", PRICES),
        ("当事人不服市房管局决定的，可申请复议。", PRICES),
        ("镇区财政给予参保人每人每月5元的补贴，一年60元。", OLD),
        ("参保人服刑期间暂停缴费，刑满后可继续缴费。", OLD),
        ("70岁以上的老年人可以享受养老服务补贴。", OLD),
        ("65岁以上老年人凭优待凭证免费享受优待。", OLD),
        ("高级技师须在45周岁以下，技师须在40周岁以下。", SKILLED),
    ],
    ids=["an aside left out", "since the seventh", "by its office", "by one department",
    "a government", "one of each grade", "under whose guidance",
    "a share", "against a decision", "a year", "fees", "gives and gets", "its characters", "what stands before"],
)  # fmt: skip
def test_colloquial_wording_is_kept(sentence: str, basis: Source) -> None:
    assert faults(sentence, [basis]) == []


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("从外地转入6个月内续保的，从续保缴费的当月起享受医疗保险待遇。", CARE),
        ("道路测试、示范应用的管理由市交通部门负责。", CARE),
        ("无工作单位的，由见义勇为基金会给予经济补助。", CARE),
        ("免费对象的认定和审查由区级相关部门负责。", CARE),
        ("市交通部门负责车辆登记、号牌发放工作。", CARE),
        ("竞价方案的审核工作由市建委牵头，会同市发展改革委等部门办理。", PRICES),
        ("新建小区要按不少于地上面积3‰的比例建设用房。", PRICES),
        ("镇区财政给予参保人每人每月5元的补贴，一年50元。", OLD),
        ("参保人服刑期间不暂停缴费。", OLD),
    ],
    ids=[
        "from this month",
        "behind 管理",
        "a fund",
        "no department",
        "another department",
        "who leads",
        "another share",
        "another sum a year",
        "no break",
    ],
)
def test_colloquial_wording_is_not_free(sentence: str, basis: Source) -> None:
    assert faults(sentence, [basis])


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("家庭成员申请低保有困难的，可委托村委会、居委会代为申请。", HELP),
        ("农村的定期核查由农业农村部门或县级政府确定的部门负责。", HELP),
        ("劳动关系终止的，原单位应自劳动关系终止之日起30日内把账户转入市公积金管理中心封存。", FUND),
        ("以欺骗手段获得贷款的，可取消其1至5年的贷款资格。", FUND),
        ("受托银行应在每年8月发放缴存凭证。", FUND),
        ("受托银行应公布上一年度年报。", FUND),
        ("文化市场综合行政执法机构受文化和旅游主管部门委托，负责旅游服务质量的监督检查。", TOUR),
        ("景区管理机构应将设施无偿移交给乡镇政府。", TOUR),
        ("首次认定为国家高新技术企业的，一次奖励20万元。", GRANTS),
        ("需要生产、使用实验动物的，须经科技经济部门和野生动物保护主管部门批准，并依法取得许可证。", ANIMALS),
    ],
    ids=["bodies in short", "appointed by", "from the same day", "a range", "each August", "the last year", "entrusted by",
    "a bracket", "beside a list of sums", "no body's name"],
)  # fmt: skip
def test_what_is_worded_otherwise_is_kept(sentence: str, basis: Source) -> None:
    assert faults(sentence, [basis]) == []


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("家庭成员申请低保有困难的，可委托业委会代为申请。", HELP),
        ("农村的定期核查由市容环境卫生主管部门负责。", HELP),
        ("原单位应自劳动关系终止之日起20日内把账户转入市公积金管理中心封存。", FUND),
        ("以欺骗手段获得贷款的，可取消其1至3年的贷款资格。", FUND),
        ("受托银行应在每年9月发放缴存凭证。", FUND),
        ("文化市场综合行政执法机构委托文化和旅游主管部门负责旅游服务质量的监督检查。", TOUR),
        ("村民委员会应当支持和配合村务监督委员会履行职责。", TOUR),
        ("旅游景区管理机构应当将设施有偿移交给乡镇政府。", TOUR),
        ("初次认定为省级企业技术中心的，给予企业100万元奖励。", GRANTS),
    ],
    ids=["another body", "the other department", "another period", "another range", "another month", "who entrusts",
    "who helps", "for money", "the other of two"],
)  # fmt: skip
def test_what_is_turned_is_found(sentence: str, basis: Source) -> None:
    assert faults(sentence, [basis])


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("村（居）民委员会", "村委会、居委会"),
        ("县（市、区）人民政府", "县级政府"),
        ("旅游景区（点）的设施", "旅游景区的设施"),
        ("住房公积金", "公积金"),
    ],
)
def test_two_names_are_one(said: str, written: str) -> None:
    assert official(said) == official(written)


@pytest.mark.parametrize("words", ["（一）条件", "国家级首台（套）", "材料（含附件）", "市保障中心"])
def test_what_is_no_short_name_stays(words: str) -> None:
    assert official(words) == words
