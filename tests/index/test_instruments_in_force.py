"""Several instruments in one file, each with its own term; what a document leaves out of its term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.clauses import Document, parse
from index.clauses.status import Dated, Standings, dated
from index.rows import dated_of, record_of

NOTICE = "示例市人民政府关于印发《示例市甲办法》和《示例市乙办法》的通知\n示府发〔2020〕3号\n"
NOTICE += "现将《示例市甲办法》和《示例市乙办法》印发给你们。{}\n示例市人民政府\n2020年3月1日\n"


def read(first: str, second: str, notice: str = "") -> Document:
    return parse(
        f"{NOTICE.format(notice)}示例市甲办法\n第一条　为了支持软件企业，制定本办法。\n第二条　{first}\n"
        f"示例市乙办法\n第一条　为了支持制造企业，制定本办法。\n第二条　{second}\n",
        "通知.txt",
    )


def days(document: Document) -> list[tuple[str | None, str | None]]:
    meta = document.metadata
    return [(meta.effective, meta.expires), *((p.effective, p.expires) for p in document.parts)]


THREE, ENDING = "本办法自印发之日起施行，有效期3年。", "本办法自2020年4月1日起施行，有效期至2021年12月31日。"


@pytest.mark.parametrize(
    ("first", "second", "notice", "whole", "parts"),
    [
        (THREE, ENDING, "", ("2020-03-01", "2023-02-28"), [("2020-03-01", "2023-02-28"), ("2020-04-01", "2021-12-31")]),
        (ENDING, "本办法自2020年5月1日起施行。", "", ("2020-04-01", None), [("2020-04-01", "2021-12-31"), ("2020-05-01", None)]),
        (
            "企业可以申请补助。", "企业可以申请奖励。", "以上两个办法自2020年4月1日起施行，有效期2年。",
            ("2020-04-01", "2022-03-31"), [("2020-04-01", "2022-03-31")] * 2,
        ),
    ],
)  # fmt: skip
def test_each_has_its_own_days_and_the_document_lasts_as_long_as_any(
    first: str,
    second: str,
    notice: str,
    whole: tuple[str, str | None],
    parts: list[tuple[str, str | None]],
) -> None:
    assert days(read(first, second, notice)) == [whole, whole, *parts]


def test_what_is_cited_stands_as_its_own_instrument_does() -> None:
    document = read(THREE, ENDING)
    stored = dated_of(document.id, record_of(document, "g", 0, ""))
    standings = Standings([stored], date(2022, 6, 1))
    assert stored == dated(document)
    of = {document.part_title(c): standings.of(document, c).status for c in document.clauses}
    assert (of["示例市甲办法"], of["示例市乙办法"]) == ("current", "expired")
    whole = standings.of(document)
    assert (whole.status, whole.reason) == (
        "current", "有效期至2023年2月28日，其中《示例市乙办法》有效期至2021年12月31日"
    )  # fmt: skip


def test_one_of_two_is_repealed_by_its_title() -> None:
    document = read(THREE, ENDING)
    new = Dated("n", ("新",), issued="2021-01-01", repeals=(("示例市甲办法", "示府发〔2020〕3号"),))
    standings = Standings([dated(document), new], date(2021, 6, 1))
    assert standings.of_id(document.id, "示例市甲办法").status == "superseded"  # type: ignore[union-attr]
    assert standings.of_id(document.id, "示例市乙办法").status == "current"  # type: ignore[union-attr]
    whole = standings.of(document)
    assert whole.status == "current"
    assert whole.reason.endswith("其中《示例市甲办法》已由《新》废止")
    all_of_it = replace(new, repeals=((None, "示府发〔2020〕3号"),))
    assert Standings([dated(document), all_of_it], date(2021, 6, 1)).of(document).status == "superseded"


def articles(last: str) -> Document:
    return parse(
        "示例市补助办法\n示例市人民政府\n2020年3月1日\n第一条　补助软件企业。\n第二条　补助制造企业。\n"
        f"第三条　企业可以申请。\n第四条　{last}\n",
        "办法.txt",
    )


@pytest.mark.parametrize(
    ("last", "excepted"),
    [
        ("除第二条外，本办法自2020年4月1日起施行，有效期至2021年12月31日。", [("第二条", ["第二条"], None, None)]),
        ("本办法除第一条、第二条外，自2020年4月1日起施行。", [("第一条、第二条", ["第一条", "第二条"], None, None)]),
        (
            "除第一条至第三条所列政策外，上述政策执行期限为2020年1月1日至2023年12月31日。",
            [("第一条至第三条", ["第一条", "第二条", "第三条"], None, None)],
        ),
        ("本办法自2020年4月1日起施行，其中第二条自2021年1月1日起施行。", [("第二条", ["第二条"], "2021-01-01", None)]),
        ("本办法自2020年4月1日起施行。第三条有效期至2020年12月31日。", [("第三条", ["第三条"], None, "2020-12-31")]),
        ("除第九条外，本办法自2020年4月1日起施行。", [("第九条", [], None, None)]),
        ("本办法自2020年4月1日起施行，有效期5年。", []),
        ("除第二条规定的情形外，企业可以自2020年4月1日起申请。", []),
        ("除本办法第二条规定外，许可证有效期5年。", []),
    ],
)  # fmt: skip
def test_what_a_document_leaves_out_of_its_term(
    last: str, excepted: list[tuple[str, list[str], str | None, str | None]]
) -> None:
    document = articles(last)
    found = document.parts[0].exceptions
    assert [
        (e.text, [document.by_id[i].path[-1] for i in e.clauses], e.effective, e.expires) for e in found
    ] == excepted
    assert all(e.text in document.text[e.start : e.end] for e in found)


def test_an_excepted_article_is_not_called_expired() -> None:
    document = articles("除第二条外，本办法自2020年4月1日起施行，有效期至2021年12月31日。")
    standings = Standings([dated(document)], date(2022, 6, 1))
    of = {c.path[-1]: standings.of(document, c) for c in document.clauses if c.path}
    assert [of[a].status for a in ("第一条", "第二条", "第三条")] == ["expired", "unknown", "expired"]
    assert of["第二条"].excepted
    assert standings.of(document).reason == "有效期至2021年12月31日，第二条另有规定"


def test_an_article_with_its_own_day() -> None:
    document = articles("本办法自2020年4月1日起施行，其中第二条自2021年1月1日起施行。")
    standings = Standings([dated(document)], date(2020, 6, 1))
    of = {c.path[-1]: standings.of(document, c) for c in document.clauses if c.path}
    assert (of["第一条"].future, of["第二条"].future) == (False, True)
