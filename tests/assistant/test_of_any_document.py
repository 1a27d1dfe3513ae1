"""What people ask of rules and measures of any place: standards behind what they are of, who does what without an agency line,
numbers beside the day in force, lists by one of their items, limits, rows of tables, people from elsewhere."""

from __future__ import annotations

import pytest

from assistant.service import Assistant
from tests.assistant.conftest import library_of

MEALS = """云州市民政局关于印发云州市长者食堂管理办法的通知
来源：云州市民政局  发布日期：2024-03-05
云民规字〔2024〕3号
各区民政局：
现将《云州市长者食堂管理办法》印发给你们，请遵照执行。
云州市民政局
2024年3月5日
云州市长者食堂管理办法
第一条 为规范长者食堂服务，制定本办法。
第二条 在本市居住的60周岁以上户籍老年人可享受就餐补贴。补贴标准为每人每次就餐费用的四分之一，最高不超过3元。
第三条 提供送餐服务的，按每人每次4元给予送餐补贴。
第四条 长者食堂的场地应当按照协议具备以下条件：
（一）食品处理区不小于30平方米；
（二）设有无障碍设施。
第五条 老年人持优待凭证乘坐轨道交通，享受半价优惠。
第六条 优待凭证有效期为一年，签发之日为起算日期。
第七条 申领的优待凭证设置编号。老年人可以通过街道政务服务中心或者网络服务平台，向区老龄机构申领优待凭证。\
申领优待凭证时应当提供有效证件。
第八条 市老龄机构核准、制发优待凭证；负责优待凭证的日常监督。
第九条 市养老服务公司汇总就餐人次，并计算补贴金额。
第十条 中介机构未登记租客信息的，处200元以上500元以下罚款；对房屋出租人处100元以上300元以下罚款。
第十一条 取得入户资格的，自入户卡签发之日起6个月内办理入户手续。逾期未办理的，视为放弃入户资格。
第十二条 志愿组织应当为志愿者无偿出具志愿服务证明。
第十三条 特定门诊费用在病种年度限额内按75%支付。
第十四条 安居房可以通过以下方式筹集：
（一）招标、拍卖用地建设；
（二）政府投资建设；
（三）通过其他途径筹集。
第十五条 门诊慢性疾病和重症疾病的审批手续，由其医疗保险关系所在的社会保险经办机构负责办理。
第十六条 学校的杂费必须用于公用经费。不得用于教职工工资和基建。
第十七条 残疾儿童康复由县残联审核。（市卫生健康委指导）全面实施电子转移联单制度，依法加强道路运输管理。
第十八条 本办法自2024年4月1日起施行，有效期5年。
"""
HOMES = """东江市促进房地产消费若干措施
一、发放购房消费券。对购房人给予200元/平方米补贴。（责任部门：市房管局；配合部门：市财政局）
二、给予进城农民购房奖励。城区户籍人口购买新房的，每套给予2万元补贴。东江市以外户籍人口购买新房的，每套给予4万元补贴。\
60周岁以上老年人购买新房的，在前述补贴基础上再给予1万元。（责任部门：市房管局；配合部门：市城管局）
三、促进对外贸易。对企业参展给予补贴。（东江海关、市商务局按职责分工负责）
四、缓缴城市基础设施配套费。受疫情影响的项目，配套费延期缴纳最长不超过6个月，并在办理预售许可前缴清。
五、界定名词。城区户籍人口，是指户籍所在地为东区、西区的户籍人口。推动交付时同步办理转移登记，实现“房证同交”。
六、补缴医保。各类人员补缴情况见下表。
序号	性别	人员类别	最低年限	补缴金额（元）
1	女	非困难人员	20	80568
2	女	困难人员	20	48341
七、申报补助。企业应于2016年12月31日17:30前完成申报。
八、用好启动资金。对入选企业给予创业启动资金，由企业所在区提供。五年内扶持100个左右创业项目。
"""
INSURANCE = """北山市职工医疗保险规定
【文    号】 北医保发〔2021〕14号
第一条 职工医疗保险参保人员住院医疗费用统筹基金的起付标准（以下简称住院起付标准），按照以下标准确定：
（一）职工：一级定点医疗机构为400元，三级定点医疗机构为1600元；
（二）退休人员：一级定点医疗机构为280元，三级定点医疗机构为1120元。
第二条 个人账户按月划入标准为：
（一）不满35周岁为月缴费基数的2％；
（二）满35周岁至不满45周岁为月缴费基数的3％。
第三条 2021年预收2022年度的医疗互助费提高40元，达到每人每年320元。
第四条 政策性参保人是指本市户籍居民。不符合以上条件但在本市居住一年以上的，属普通参保人。
"""


@pytest.fixture(scope="module")
def any_document(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of(
        tmp_path_factory.mktemp("any"), {"食堂.txt": MEALS, "房产.txt": HOMES, "医保.txt": INSURANCE}
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("云州市长者食堂管理办法的文号是啥，哪天开始实施", ("云民规字〔2024〕3号", "2024年4月1日")),
        ("60岁以上的老人去长者食堂吃饭，一餐能减多少", ("就餐补贴", "四分之一", "3元")),
        ("长者食堂送餐上门每次补几块？", ("4元",)),
        ("老人凭优待凭证坐地铁收多少", ("半价",)),
        ("优待凭证有效期多长，从哪天起算", ("一年", "签发之日")),
        ("老人想申领优待凭证，可以通过什么途径申请", ("政务服务中心", "网络服务平台")),
        ("就餐人次由谁负责汇总", ("市养老服务公司",)),
        ("优待凭证的日常监督由哪个机构负责", ("市老龄机构",)),
        ("没登记租客信息要罚房东多少钱", ("中介机构未登记", "100元以上300元以下")),
        ("入户卡发下来以后，多长时间内不去办就作废了", ("6个月",)),
        ("志愿者去志愿组织开证明要不要交钱", ("无偿",)),
        ("安居房可以通过哪些途径筹集", ("招标、拍卖", "政府投资")),
        ("门诊慢性病的审批手续找哪个机构办", ("社会保险经办机构",)),
        ("学校杂费哪些地方不能用", ("教职工工资",)),
        ("东江城市基础设施配套费能缓交多久，最晚什么时候要交清", ("6个月", "预售许可前")),
        ("我是南京户口，到东江购买新房每套能补多少", ("4万元",)),
        ("东江60岁以上老人购买新房补多少", ("1万元", "4万元")),
        ("东江购房补贴里“城区户籍”到底指哪些地方的户口", ("东区、西区",)),
        ("东江文件里的房证同交是啥意思", ("转移登记",)),
        ("东江女的，不算困难人员，补缴医保金额多少", ("80568",)),
        ("北山退休老人去三级医院住院，医保门槛费要先付多少", ("退休人员：一级", "1120元")),
        (
            "我今年38岁，在北山交职工医保，个人帐户每月按缴费基数的几个点划进来",
            ("满35周岁至不满45周岁为月缴费基数的3％",),
        ),
        ("北山职工医保35岁以下的个人账户划入比例", ("不满35周岁为月缴费基数的2％",)),
        ("北山说的普通参保人是指哪种人", ("居住一年以上的，属普通参保人",)),
        ("北山2022年度医疗互助费 标准", ("320元",)),
        ("北山市职工医疗保险规定的文号", ("北医保发〔2021〕14号",)),
    ],
)
def test_it_is_answered(any_document: Assistant, question: str, words: tuple[str, ...]) -> None:
    answer = any_document.ask(question)
    assert answer.outcome == "answered", answer.answer
    shown = answer.answer + "".join(c.quote for c in answer.citations)
    assert [word for word in words if word not in shown] == []
    assert "没有规定" not in answer.answer


def test_an_office_is_not_taken_for_another(any_document: Assistant) -> None:
    answer = any_document.ask("东江促进房地产消费的措施，市城管局是配合做哪一条？")
    assert "市城管局配合的有给予进城农民购房奖励" in answer.answer
    assert "市房管局" not in answer.answer


def test_an_office_whose_name_ends_in_no_usual_way(any_document: Assistant) -> None:
    answer = any_document.ask("东江的措施里，由东江海关参与负责的有哪几项？")
    assert "东江海关按职责分工负责的有促进对外贸易" in answer.answer


def test_a_note_is_of_the_sentence_in_front_of_it(any_document: Assistant) -> None:
    answer = any_document.ask("电子转移联单制度怎么规定的")
    assert "全面实施电子转移联单制度" in answer.answer
    assert "（市卫生健康委指导）全面" not in answer.answer


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("云州特定门诊的病种年度限额是多少", "unspecified"),
        ("东江创业启动资金具体是多少", "unspecified"),
        ("云州门诊慢性疾病和重症疾病包括哪些病种", "unspecified"),
        ("东江2019年什么时候截止申报", "refused"),
        ("北山居民医保的住院起付线是多少钱", "unspecified"),
        ("江门职工医保的个人账户划入比例是多少", "refused"),
        ("陕西省2022年医疗互助费标准", "refused"),
    ],
)
def test_it_is_left_open(any_document: Assistant, question: str, outcome: str) -> None:
    answer = any_document.ask(question)
    assert answer.outcome == outcome, answer.answer
    assert answer.statements


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("人工智能产业里由谁负责具身智能机器人？", "具身智能机器人（属于人工智能）的牵头单位是市经济信息委"),
        ("市级未来产业先到区准备建几个", "8—10个"),
        ("固态电池在重庆未来产业计划里哪两条提到过", "新型能源材料"),
        ("北斗那条里的 IMU 指什么？", "惯性测量单元"),
        ("这个通知能不能对外公开？落款是哪天、哪个单位？", "2024年9月27日"),
        ("引用时要写文号，重庆未来产业培育行动计划的文号给一下", "渝府办发〔2024〕75号"),
        ("罕见病用药在文件里有没有提到，放在哪个方向下面", "生物医药"),
    ],
)
def test_answered_of_the_plan(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered", answer.answer
    assert words in answer.answer


def test_the_wider_heading_is_not_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("人工智能产业里由谁负责具身智能机器人？")
    assert "\n\n人工智能的牵头单位" not in answer.answer


def test_one_year_of_two_is_held(assistant: Assistant) -> None:
    answer = assistant.ask("2030年和2027年的目标分别是什么")
    assert answer.outcome == "answered"
    assert "到2027年" in answer.answer
    assert answer.notices == ("引用的文件没有提到“2030年”。",)


@pytest.mark.parametrize(
    ("question", "clause", "missing"),
    [
        ("未来产业专班多久开一次会", "四、（一）", "频次"),
        ("未来产业发展工作专班的组长由谁当？", "四、（一）", "人员"),
        ("容错机制里，哪些情形可以免责？", "四、（二）", "情形"),
        ("“416”科技创新布局里的四大科创高地分别叫啥", "三、（一）", "有哪些"),
    ],
)
def test_left_open_by_the_plan(assistant: Assistant, question: str, clause: str, missing: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "unspecified", answer.answer
    assert answer.citations[0].locator == clause
    assert missing in answer.answer
