"""From when to when a document is in force as a whole, and what it puts out of force; a single measure's term is not taken."""

from __future__ import annotations

import pytest

from index.clauses import parse
from index.clauses.metadata.kind import kind_of
from index.clauses.metadata.region import level_of, region_in
from index.clauses.metadata.validity import period_end

BODY = "第一条　为了支持企业，制定本办法。\n"
SIGNED = "示例市人民政府\n2024年3月15日\n"


def validity(
    *paragraphs: str, title: str = "示例市支持企业办法", signed: str = SIGNED
) -> tuple[str | None, ...]:
    text = f"{title}\n{BODY}" + "".join(
        f"第{n}条　{p}\n" for n, p in zip("二三四五", paragraphs, strict=False)
    )
    meta = parse(text + signed, "文件.txt").metadata
    return meta.effective, meta.expires


@pytest.mark.parametrize(
    ("said", "effective", "expires"),
    [
        ("本办法自2024年5月1日起施行。", "2024-05-01", None),
        ("本条例自二〇二四年五月一日起施行。", "2024-05-01", None),
        ("本办法自2024年5月1日实施。", "2024-05-01", None),
        ("本办法从2024年5月1日起执行。", "2024-05-01", None),
        ("本办法由市科技局负责解释，自2024年5月1日起生效。", "2024-05-01", None),
        ("本办法自印发之日起施行。", "2024-03-15", None),
        ("本办法自公布之日起实施，有效期5年。", "2024-03-15", "2029-03-14"),
        ("本办法自2024年5月1日起施行，有效期5年。", "2024-05-01", "2029-04-30"),
        ("本办法自2024年5月1日起施行，有效期为三年。", "2024-05-01", "2027-04-30"),
        ("本办法自2024年5月1日起施行，有效期两年。", "2024-05-01", "2026-04-30"),
        ("本办法自2024年5月1日起施行。有效期5年。", "2024-05-01", "2029-04-30"),
        ("本办法自2024年5月1日起施行，试行期一年。", "2024-05-01", "2025-04-30"),
        ("本办法自2024年5月1日起施行（试行3年）。", "2024-05-01", "2027-04-30"),
        ("本办法自2024年5月1日起执行，暂定三年。", "2024-05-01", "2027-04-30"),
        ("本办法自2024年5月1日起施行，有效期6个月。", "2024-05-01", "2024-10-31"),
        ("本办法自2024年5月1日起施行，有效期至2026年12月31日。", "2024-05-01", "2026-12-31"),
        ("本办法自2024年5月1日起施行,有效期到2026年12月31日,细则另行制定。", "2024-05-01", "2026-12-31"),
        ("本办法自2024年5月1日起施行至2026年12月31日。", "2024-05-01", "2026-12-31"),
        ("本办法有效期为2024年1月1日至2026年12月31日。", "2024-01-01", "2026-12-31"),
        ("本办法自公布之日起施行，有效期暂定一年（2024年4月1日-2025年3月31日）。", "2024-04-01", "2025-03-31"),
        ("本办法自公布之日（2024年4月1日）起施行，有效期1年。", "2024-04-01", "2025-03-31"),
        ("以上措施自公布之日起实施，未注明时限的，有效期至2026年12月31日。", "2024-03-15", "2026-12-31"),
        ("以上政策未特别注明实施期限的，施行有效期至2026年12月31日。", None, "2026-12-31"),
        ("本办法自2024年5月1日起施行，有效期至2026年底。", "2024-05-01", "2026-12-31"),
    ],
)  # fmt: skip
def test_of_the_document(said: str, effective: str | None, expires: str | None) -> None:
    assert validity(said) == (effective, expires)


@pytest.mark.parametrize(
    "said",
    [
        "企业可以在2024年5月1日前申请，补助自2024年6月1日起执行至2027年12月31日。",
        "许可证有效期5年，期满应当延续。",
        "企业应当保存记录至超过药品有效期1年。",
        "评定结果有效期三年。",
        "机动车驾驶证的有效期为6年，本办法另有规定的除外。",
        "许可证分正本和副本，正、副本具有同等法律效力，有效期为5年。",
        "本办法规定的许可证有效期为5年。",
        "按照本条前款规定留存的凭证，应当保存至超过药品有效期1年，但不得少于3年。",
        "本办法规定的补助标准从2024年1月1日起执行。",
        "基本养老金标准从2024年1月1日起执行。",
        "《中华人民共和国民法典》自2021年1月1日起施行。",
        "本办法施行前已经取得的资格继续有效。",
        "本办法自2024年5月起施行。",
        "本办法自2024年13月1日起施行。",
        "本办法自9999年12月31日起施行，有效期99年。",
        "本办法有效期9999年。",
        "本办法自公布之日起30日后施行。",
        "本办法适用于2024年1月1日至2026年12月31日的企业。",
        "对2024年1月1日至12月31日购房的家庭给予补贴。",
        "购房补贴兑换券有效期截止日期为2026年12月31日，过期作废。",
    ],
)
def test_not_of_the_document(said: str) -> None:
    assert validity(said) == (None, None)


def test_at_issue_without_a_date_is_unknown() -> None:
    assert validity("本办法自印发之日起施行，有效期5年。", signed="") == (None, None)


def test_what_a_notice_carries_counts_and_the_notice_where_that_is_silent() -> None:
    def notice(says: str, carried: str) -> tuple[str | None, ...]:
        text = (
            f"示例市人民政府关于印发《示例市支持企业办法》的通知\n现将《示例市支持企业办法》印发给你们。{says}\n{SIGNED}"
            f"示例市支持企业办法\n{BODY}第二条　{carried}\n"
        )
        meta = parse(text, "文件.txt").metadata
        return meta.effective, meta.expires

    assert notice("", "本办法自2024年5月1日起施行，有效期5年。") == ("2024-05-01", "2029-04-30")
    assert notice("本通知自印发之日起施行。", "本办法自2024年5月1日起施行。") == ("2024-05-01", None)
    assert notice("本通知自2024年4月1日起施行。", "企业可以申请补助。") == ("2024-04-01", None)


@pytest.mark.parametrize(
    ("label", "expires"),
    [
        ("失效日期：2026年06月01日", "2026-05-31"),  # before the term that the text gives
        ("失效日期：2035-01-01", "2029-04-30"),
        ("失效日期：", "2029-04-30"),
        ("发布日期：2024-04-02", "2029-04-30"),
    ],
)
def test_a_page_knows_that_a_document_went_out_of_force_early(label: str, expires: str) -> None:
    text = f"文号：示府规〔2024〕3号\n{label}\n示例市支持企业办法\n{BODY}第二条　本办法自2024年5月1日起施行，有效期5年。\n"
    meta = parse(text, "页面.txt").metadata
    assert (meta.number, meta.expires) == ("示府规〔2024〕3号", expires)
    assert meta.published == ("2024-04-02" if "发布" in label else None)


@pytest.mark.parametrize(
    ("says", "page", "days", "doubts"),
    [
        (
            "自印发之日起施行，有效期5年", "实施日期：2024年3月20日\n失效日期：2029年3月19日",
            ("2024-03-20", "2029-03-19"), ["按网页所载"],
        ),
        ("自印发之日起施行，有效期5年", "实施日期：2024年3月15日\n失效日期：2029年3月15日", ("2024-03-15", "2029-03-14"), []),
        ("自2024年5月1日起施行", "实施日期：2024年4月1日", ("2024-05-01", None), ["以正文为准"]),
        ("自印发之日起施行，有效期5年", "失效日期：2026年6月1日", ("2024-03-15", "2026-05-31"), ["按提前失效处理"]),
        (
            "自印发之日起施行，有效期5年", "失效日期：2032年6月1日",
            ("2024-03-15", "2029-03-14"), ["以正文为准；如已延长请核实"],
        ),
        ("由市科技局解释", "实施日期：2024年4月1日\n失效日期：2026年4月1日", ("2024-04-01", "2026-03-31"), []),
    ],
)  # fmt: skip
def test_the_text_outranks_the_page_and_the_page_the_signature(
    says: str, page: str, days: tuple[str, str | None], doubts: list[str]
) -> None:
    document = parse(
        f"文号：示府规〔2024〕3号\n{page}\n示例市支持企业办法\n{BODY}第二条　本办法{says}。\n{SIGNED}",
        "页面.txt",
    )
    meta = document.metadata
    assert (meta.issued, meta.effective, meta.expires) == ("2024-03-15", *days)
    assert [d.text.split("，")[-1] for d in document.doubts] == doubts
    assert all(document.text[d.start : d.end] in page for d in document.doubts)


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("示例市产业行动计划（2024—2027年）", "2027-12-31"),
        ("示例市产业行动计划（2024-2027年）", "2027-12-31"),
        ("关于印发《示例市产业规划（2022—2035年）》的通知", "2035-12-31"),
        ("国务院关于示例新区总体规划（2018—2035年）的批复", None),
        ("关于贯彻《示例市产业规划（2022—2035年）》的实施意见", None),
        ("2025年示例市工作要点", None),
    ],
)
def test_a_period_in_the_title(title: str, end: str | None) -> None:
    assert period_end(title) == end


def test_what_is_said_wins_over_the_period_in_the_title() -> None:
    title = "示例市产业行动计划（2024—2027年）"
    assert validity("本计划自2024年5月1日起施行，有效期5年。", title=title)[1] == "2029-04-30"
    assert validity("企业可以申请。", title=title)[1] == "2027-12-31"


@pytest.mark.parametrize(
    ("said", "repeals"),
    [
        ("《示例市旧办法》同时废止。", [("示例市旧办法", None)]),
        ("本办法自2024年5月1日起施行，《旧办法》（示府发〔2015〕3号）同时废止。", [("旧办法", "示府发〔2015〕3号")]),
        ("《甲》（示府发〔2015〕3号）、《乙》和《丙》同时废止。", [("甲", "示府发〔2015〕3号"), ("乙", None), ("丙", None)]),
        ("2010年3月1日示例市人民政府令第12号公布的《旧办法》同时废止。", [("旧办法", "示例市人民政府令第12号")]),
        ("原示例局公告第8号发布的《甲》和《乙》同时废止。", [("甲", "示例局公告第8号"), ("乙", "示例局公告第8号")]),
        (
            "《甲》《示府发〔2015〕3号》、《乙》（原示例局令第10号）同时废止。",
            [("甲", "示府发〔2015〕3号"), ("乙", "示例局令第10号")],
        ),
        ("原《示例市旧办法》即行废止。", [("示例市旧办法", None)]),
        ("自本通知印发之日起，《示例市旧办法》（示府发〔2015〕3号）停止执行。", [("示例市旧办法", "示府发〔2015〕3号")]),
        ("《甲局关于印发〈旧办法〉的通知》（甲发〔2015〕3号）同时废止。", [("甲局关于印发〈旧办法〉的通知", "甲发〔2015〕3号")]),
        ("根据2002年《示例条例修正案》第二次修订的《示例条例》同时废止。", [("示例条例", None)]),
        ("根据《上位条例》制定本办法，《旧办法》同时废止。", [("旧办法", None)]),
        ("以前的奖励政策同时废止。", []),
        ("《甲条例》中关于补贴的规定同时废止。", []),
        ("《甲办法》及据此发布的各类文件同时废止。", [("甲办法", None)]),
        ("《旧办法》与本办法不一致的，以本办法为准。", []),
        ("《旧办法》废止后已经签订的合同继续有效。", []),
        ("《旧办法》第三条同时废止。", []),
        ("行政法规的废止，适用《行政法规制定程序条例》的规定。", []),
    ],
)  # fmt: skip
def test_repeals(said: str, repeals: list[tuple[str, str | None]]) -> None:
    document = parse(f"示例市支持企业办法\n{BODY}第二条　{said}\n", "文件.txt")
    assert [(m.title, m.number) for m in document.metadata.repeals] == repeals
    for mention in document.metadata.repeals:
        assert document.text[mention.start : mention.end].startswith(f"《{mention.title}》")


def test_a_decision_that_repeals_lists_what_it_repeals() -> None:
    text = (
        "示例市人民政府关于废止和修改部分规章的决定\n经研究，决定：\n一、废止以下规章：\n1.《甲办法》（示例市人民政府令第1号）\n"
        "2.《乙办法》（示例市人民政府令第2号）\n二、对以下规章作出修改：\n1.《丙办法》（示例市人民政府令第3号）\n"
    )
    meta = parse(text, "决定.txt").metadata
    assert [m.title for m in meta.repeals] == ["甲办法", "乙办法"]
    assert meta.kind == "决定"


@pytest.mark.parametrize(
    ("name", "region", "level"),
    [
        ("广州市天河区教育局", "广州市天河区", "区县级"),
        ("天津市市场监督管理委员会", "天津市", "省级"),
        ("上海市城市管理行政执法局", "上海市", "省级"),
        ("重庆市酉阳土家族苗族自治县人民政府", "重庆市酉阳土家族苗族自治县", "区县级"),
        ("温州市鹿城区人民政府", "温州市鹿城区", "区县级"),
        ("昆山市人民政府", "昆山市", "区县级"),
        ("苏州市人民政府", "苏州市", "市级"),
        ("中共湖北省委", "湖北省", "省级"),
        ("国家税务总局重庆市税务局", "重庆市", "省级"),
        ("内蒙古自治区呼和浩特市人民政府", "内蒙古自治区呼和浩特市", "市级"),
        ("重庆市渝中区解放碑街道办事处", "重庆市渝中区解放碑街道", "乡镇级"),
        ("恩施土家族苗族自治州人民政府", "恩施土家族苗族自治州", "市级"),
        ("福州新区管理委员会", "福州新区", None),
        ("三明市沙县区人民政府", "三明市沙县区", "区县级"),
        ("南阳市居民住宅区消防安全管理条例", "南阳市", "市级"),
        ("中共广州市天河区委统战部", "广州市天河区", "区县级"),
        ("国家发展改革委", None, None),
        ("中共中央统战部", None, None),
        ("市人民政府", None, None),
        ("全市工业园区管理办法", None, None),
    ],
)
def test_region(name: str, region: str | None, level: str | None) -> None:
    assert region_in(name) == region
    assert level_of(region) == level


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("示例市未来产业培育行动计划（2024—2027年）", "行动计划"),
        ("关于支持企业的若干政策措施（试行）", "若干措施"),
        ("示例市支持企业办法实施细则", "细则"),
        ("关于进一步支持企业的指导意见", "意见"),
        ("示例市工作实施方案", "方案"),
        ("扩大内需战略规划纲要（2022—2035年）", "规划"),
        ("关于制定第十五个五年规划的建议", "建议"),
        ("中华人民共和国民法典", "法"),
        ("示例市稳经济政策包", None),
    ],
)
def test_kind(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


def test_without_issuer_a_document_is_of_the_one_city_that_it_speaks_of() -> None:
    text = (
        "关于灵活就业人员参保的处理意见\n各经办机构：\n为开展武汉市灵活就业人员参保工作，根据《武汉市参保办法》，提出如下意见。\n"
        "一、参保\n灵活就业人员可以参保。\n"
    )
    assert parse(text, "意见.txt").metadata.region == "武汉市"
    learned = text.replace("武汉市灵活", "灵活").replace("《武汉市参保办法》", "上海市、武汉市、北京市的做法")
    assert parse(learned, "意见.txt").metadata.region is None


def test_an_issuer_that_names_no_city_leaves_it_to_the_text() -> None:
    text = "关于做好参保工作的通知\n一、参保\n西宁市灵活就业人员可以参保，西宁市各经办机构受理，"
    text += "西宁市财政补助，西宁市公布结果。\n"
    assert parse(text + "市社保基金管理局\n2020年9月22日\n", "通知.txt").metadata.region == "西宁市"
    assert parse(text + "海东市社保局\n2020年9月22日\n", "通知.txt").metadata.region == "海东市"


def test_without_issuer_a_document_may_be_of_a_province_but_an_institutions_rules_are_of_none() -> None:
    text = (
        "关于水利基金有关征收问题的通知\n各市（州）财政局：\n为贯彻落实省财政厅有关通知，就征收问题通知如下。\n"
        "一、计算\n按季计算。\n二、退库\n按照《吉林省财政厅关于退库的通知》要求执行。\n吉林省财政厅 吉林省地方税务\n"
    )
    assert parse(text, "通知.txt").metadata.region == "吉林省"
    rules = "河北师范大学助学金办法\n第一条 根据河北省教育厅、河北省财政厅的规定制定本办法。\n第二条 每年评审一次。\n"
    assert parse(rules, "办法.txt").metadata.region is None


def test_a_closing_line_is_no_title_and_a_verb_no_issuer() -> None:
    notice = (
        "关于调整贷款规定的通知\n各职工：\n一、额度调整为90万元。\n二、停止受理物业费提取。\n特此通知\n附件：关于调整贷款规定的解读\n"
        "西港市公积金管理委员会\n2020年9月22日\n关于调整贷款规定的解读\n一、关于额度\n资金压力加大。\n二、关于提取\n停止受理。\n"
    )
    titles = [part.title for part in parse(notice, "通知.txt").parts]
    assert "特此通知" not in titles
    assert titles[-1] == "关于调整贷款规定的解读"
    rules = "关于贯彻执行《若干措施》的实施细则\n为贯彻《宿州市若干措施》，制定细则。\n一、范围\n热点区域。\n"
    assert parse(rules, "细则.txt").metadata.issuers == ()
