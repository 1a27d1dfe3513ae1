"""Which places a question names, and which documents of a library are of them."""

from __future__ import annotations

import json

import pytest

from index.clauses.metadata.counties import counties_in
from index.search.regions import Regions, regions_in


def record(region: str = "", title: str = "", issuer: str = "") -> dict[str, str]:
    return {
        "region": region,
        "titles": json.dumps([title]),
        "issuers": json.dumps([issuer] if issuer else []),
    }


LIBRARY = Regions(
    {
        "a": record("广州市", "广州市积分制入户管理办法"),
        "b": record("广州市天河区", "关于受理天河区人才公寓申请的公告"),
        "c": record("", "南宁住房公积金提取管理实施细则"),
        "d": record("", "国务院关于促进就业工作的若干意见", "国务院"),
        "e": record("吉林省柳河县", "吉林省柳河县加快旅游业发展的若干意见"),
        "f": record("温州市鹿城区", "鹿城区工业经济高质量发展的若干政策意见"),
        "g": record("江西省", "江西省稳就业若干措施"),
        "h": record("江西省南昌市", "南昌市人才引进办法"),
    }
)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("兰州和深圳市的奖励哪个高", ["兰州", "深圳"]),
        ("穗对人才有几多补贴", ["广州"]),
        ("在渝落户要什么条件", ["重庆"]),
        ("新疆维吾尔自治区的规定", ["新疆"]),
        ("北京理工大学怎么说", []),
        ("上海合作组织有哪些成员", []),
        ("朝阳产业有哪些，日照时间多长", []),
        ("日照市的规定", ["日照"]),
        ("我们在江门开发楼盘", ["江门"]),
        ("长江门户的建设", []),
        ("低空经济由谁牵头", []),
        ("抽穗期补贴", []),
    ],
)
def test_places_that_a_question_names(question: str, named: list[str]) -> None:
    assert regions_in(question) == named


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("广州的补贴", {"广州": ["a", "b"]}),
        ("天河区怎么申请", {"天河区": ["b"]}),
        ("广州天河的公寓", {"天河": ["b"]}),
        ("南宁公积金提取", {"南宁": ["c"]}),
        ("鹿城的奖励和柳河县的奖励", {"鹿城": ["f"], "柳河县": ["e"]}),
        ("上海的补贴", {"上海": []}),
        ("赣州的补贴", {"赣州": ["g"]}),
        ("南昌的补贴", {"南昌": ["h"]}),
        ("我在南昌，省里的补贴有哪些", {"南昌": ["g", "h"]}),
        ("就业补贴有哪些", {}),
    ],
)
def test_documents_of_the_places_named(question: str, found: dict[str, list[str]]) -> None:
    assert LIBRARY.named(question) == found


def test_no_district_across_the_name_of_a_city() -> None:
    assert counties_in("我在福清城区开店") == ()
    assert [county.name for county in counties_in("我在清城区开店")] == ["清城区"]
