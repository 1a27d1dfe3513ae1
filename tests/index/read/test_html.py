"""Saved web pages: the article with its title, the page's own data in front, tables and lists as a reader sees them."""

from __future__ import annotations

import base64

import pytest

from index.errors import ReadError
from index.read.html import read_html, read_mhtml
from index.read.reading import Reading

NAVIGATION = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12))
TITLE = "某市人民政府办公室关于印发某市促进集成电路产业发展若干措施的通知"
BODY = """
<p style="text-align:center">某府办发〔2024〕12号</p>
<p>各区人民政府，市政府各部门：</p>
<p>　　《某市促进集成电路产业发展若干措施》已经市政府同意，现印发给你们，请认真贯彻执行。</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;一、支持研发投入。对年度研发费用超过500万元的企业，按照10%给予补助，最高不超过1000万元。</p>
<p>二、支持人才引进。对引进的高层次人才，给予安家补助。</p>
"""
FURNITURE = "<div>扫一扫在手机打开当前页</div><div>【打印本页】 【关闭窗口】</div>"
FOOTER = (
    "<div>主办单位：某市人民政府办公室，承办单位：某市大数据管理局，技术支持：某某科技有限公司。</div>"
    "<div>建议使用1024×768以上分辨率浏览本网站，网站标识码：5000000001，某ICP备05000000号，某公网安备50000000号。</div>"
)


def page(article: str, head: str = "", after: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}<script>var a = "脚本。";</script>'
        f'<style>p{{color:red}}</style></head><body><form id="aspnetForm"><div class="top"><ul>{NAVIGATION}</ul></div>'
        f"<div class='wrap'><div>您当前的位置：<a href='/'>首页</a> > <a href='/zw'>政务公开</a></div>{article}"
        f"{after}</div><div class='bottom'>{FOOTER}</div></form></body></html>"
    ).encode()


def lines(reading: Reading) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


def rows(reading: Reading) -> list[list[str]]:
    return [[reading.text[c.start : c.end] for c in b.cells] for b in reading.blocks if b.kind == "row"]


EXPECTED = [
    "某府办发〔2024〕12号",
    "各区人民政府，市政府各部门：",
    "《某市促进集成电路产业发展若干措施》已经市政府同意，现印发给你们，请认真贯彻执行。",
    "一、支持研发投入。对年度研发费用超过500万元的企业，按照10%给予补助，最高不超过1000万元。",
    "二、支持人才引进。对引进的高层次人才，给予安家补助。",
]
LAYOUTS = {
    "div": f'<div class="con"><h1>{TITLE}</h1><div id="zoom">{BODY}</div>{FURNITURE}</div>',
    "nested layout tables": f"<table><tr><td><table><tr><td><h1>{TITLE}</h1></td></tr><tr><td>{BODY}</td></tr>"
    f"<tr><td>{FURNITURE}</td></tr></table></td><td><a href='/1'>侧栏</a></td></tr></table>",
    "custom tags": f"<ucaptitle>{TITLE}</ucaptitle><div><ucapcontent>{BODY}</ucapcontent></div>{FURNITURE}",
    "font size and date": f"<h1>{TITLE}</h1><div>发布时间：2024-05-06 10:20 来源：市政府办公室 字体：[大 中 小]</div>{BODY}",
    "related links": f"<h1>{TITLE}</h1><div>{BODY}</div><div class='box'>相关文件<ul>"
    + "".join(f"<li><a href='/{n}.html'>关于印发第{n}批项目名单的通知</a></li>" for n in range(6))
    + "</ul></div>",
    "a copy for phones": f"<div><h1>{TITLE}</h1>{BODY}</div><div style='display:none'><h1>{TITLE}</h1>{BODY}</div>",
    "two copies": f"<div class='pc'><h1>{TITLE}</h1>{BODY}{BODY}</div><div class='wap'><h1>{TITLE}</h1>{BODY}{BODY}</div>",
    "hidden until a script shows it": f"<h1>{TITLE}</h1><div style='display: none'>{BODY}</div>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_is_found_whatever_the_page_looks_like(layout):
    head = f'<meta name="ArticleTitle" content="{TITLE}"><title>{TITLE}-某市人民政府网</title>'
    found = lines(read_html("甲.html", page(LAYOUTS[layout], head)))
    wanted = [TITLE, *EXPECTED, *(EXPECTED if layout == "two copies" else [])]
    assert found == wanted


def test_a_title_that_the_article_lacks_comes_first_and_once():
    for head in (
        f'<meta name="ArticleTitle" content="{TITLE}">',
        f"<title>{TITLE} - 某市人民政府门户网站</title>",
        f"<title>{TITLE}_政务公开_某市发展和改革委员会</title>",
    ):
        assert lines(read_html("甲.html", page(f"<div>{BODY}</div>", head)))[:2] == [TITLE, EXPECTED[0]]
    broken = f"<h1>{TITLE}</h1><div><p>某市人民政府办公室关于印发</p>"
    broken += f"<p>某市促进集成电路产业发展<br>若干措施的通知</p>{BODY}</div>"
    head = f'<meta name="ArticleTitle" content="{TITLE}">'
    assert lines(read_html("甲.html", page(broken, head)))[:4] == [
        "某市人民政府办公室关于印发", "某市促进集成电路产业发展", "若干措施的通知", EXPECTED[0],
    ]  # fmt: skip


def test_the_name_of_the_site_is_no_title():
    assert (
        lines(read_html("甲.html", page(f"<div>{BODY}</div>", "<title>某市人民政府门户网站</title>")))
        == EXPECTED
    )


DATA = {
    "table": "<table><tr><td>索 引 号：</td><td>0001/2024-5</td><td>主题分类：</td><td>工业</td></tr>"
    "<tr><td>发文机关：</td><td>某市政府办公室</td><td>成文日期：</td><td>2024年05月06日</td></tr>"
    f"<tr><td>标　　题：</td><td colspan=3>{TITLE}</td></tr>"
    "<tr><td>发文字号：</td><td>某府办发〔2024〕12号</td><td>有效性：</td><td></td></tr></table>",
    "list": "<ul><li><b>索引号：</b>0001/2024-5</li><li><b>主题分类：</b>工业</li>"
    "<li>发文机关：<span>某市政府办公室</span></li>"
    "<li>成文日期：2024年05月06日</li><li>发文字号：某府办发〔2024〕12号</li></ul>",
    "labels without colons": "<table><tr><th>索引号</th><td>0001/2024-5</td><th>主题分类</th><td>工业</td></tr>"
    "<tr><th>发文机关</th><td>某市政府办公室</td><th>成文日期</th><td>2024年05月06日</td></tr>"
    "<tr><th>发文字号</th><td>某府办发〔2024〕12号</td></tr></table>",
}


@pytest.mark.parametrize("shape", DATA)
def test_the_pages_own_data_comes_as_labelled_lines_in_front(shape):
    head = f'<meta name="ArticleTitle" content="{TITLE}">'
    reading = read_html(
        "甲.html", page(f"<div class='xx'>{DATA[shape]}</div><h1>{TITLE}</h1><div>{BODY}</div>", head)
    )
    assert lines(reading) == [
        "索引号：0001/2024-5", "主题分类：工业", "发文机关：某市政府办公室", "成文日期：2024年05月06日",
        "发文字号：某府办发〔2024〕12号", TITLE, *EXPECTED,
    ]  # fmt: skip


def test_a_table_keeps_its_columns_where_cells_are_merged():
    table = """<table><caption>补助标准</caption><thead><tr><th rowspan="2">类别</th><th colspan="2">标准（万元）</th></tr>
    <tr><th>市级</th><th>区级</th></tr></thead>
    <tbody><tr><td rowspan="2">企业</td><td><p>100</p><p>封顶</p></td><td>50</td></tr>
    <tr><td>80</td><td>40</td></tr></tbody></table>"""
    reading = read_html("甲.html", page(f"<div>{BODY}{table}<p>三、附则。本措施自印发之日起施行。</p></div>"))
    assert rows(reading) == [
        ["类别", "标准（万元）"], ["类别", "市级", "区级"], ["企业", "100 封顶", "50"], ["企业", "80", "40"],
    ]  # fmt: skip
    blocks = [b for b in reading.blocks if b.kind == "row"]
    assert [b.head for b in blocks] == [True, True, False, False]
    assert [[(c.column, c.width) for c in b.cells] for b in blocks[:2]] == [
        [(0, 1), (1, 2)],
        [(0, 1), (1, 1), (2, 1)],
    ]
    assert {b.table for b in blocks} == {1}
    assert lines(reading).index("补助标准") == lines(reading).index("类别\t标准（万元）") - 1
    assert lines(reading)[-1] == "三、附则。本措施自印发之日起施行。"


def test_a_page_that_is_mostly_one_table_keeps_what_stands_around_it():
    row = "".join(
        f"<tr><td>{n}</td><td>第{n}项行政许可事项，由市级有关部门实施。</td></tr>" for n in range(40)
    )
    reading = read_html(
        "甲.html", page(f"<div><p>现将清单公布如下：</p><table>{row}</table><p>2024年5月6日</p></div>")
    )
    found = lines(reading)
    assert (found[0], found[-1]) == ("现将清单公布如下：", "2024年5月6日")
    assert len(rows(reading)) == 40


def test_lists_show_the_numbers_that_a_browser_generates():
    listed = """<ol start="3"><li>提交申请；</li><li><p>部门审核；</p><p>另行公示。</p></li><li value="9">拨付资金。</li></ol>
    <ol style="list-style-type: cjk-ideographic"><li>总则</li><li>附则</li></ol>
    <ol><li>1.自带编号的一项；</li><li>（二）另一项。</li></ol><ol style="list-style:none"><li>不编号的一项。</li></ol>
    <ol type="a"><li>甲项</li></ol><ul><li>无序的一项。</li></ul>"""
    assert lines(read_html("甲.html", page(f"<div>{BODY}{listed}</div>")))[len(EXPECTED) :] == [
        "3.提交申请；", "4.部门审核；", "另行公示。", "9.拨付资金。", "一、总则", "二、附则", "1.自带编号的一项；",
        "（二）另一项。", "不编号的一项。", "a.甲项", "无序的一项。",
    ]  # fmt: skip


def test_text_is_what_a_browser_shows():
    text = """<p>每平方米10<sup>4</sup>元&lt;不含税&gt;，面积为<span>100</span><b>m<sup>2</sup></b>，按照规
    定执行，use a
    b。</p><p>第一行。<br>第二行。<br/>第三行。</p><p hidden>隐藏的一行。</p><!-- 注释 --><p><img src=a.png alt="图">图后。</p>
    <p><o:p></o:p><span style="mso-list:Ignore">1.<span>&nbsp;</span></span>Word 的一项。</p>"""
    assert lines(read_html("甲.html", page(f"<div>{BODY}{text}</div>")))[len(EXPECTED) :] == [
        "每平方米10⁴元<不含税>，面积为100m²，按照规定执行，use a b。", "第一行。", "第二行。", "第三行。", "图后。",
        "1.\xa0Word 的一项。",
    ]  # fmt: skip


def test_a_paragraph_that_stands_twice_stays():
    again = f"<p>三、{'对符合条件的企业给予补助。' * 20}</p>"
    assert len(lines(read_html("甲.html", page(f"<div>{BODY}{again}{again}</div>")))) == len(EXPECTED) + 2


def test_attachments_named_at_the_end_stay():
    links = "".join(f'<p><a href="/f/{n}.docx">附件{n}：申报表.docx</a></p>' for n in range(1, 5))
    assert (
        lines(read_html("甲.html", page(f"<div>{BODY}<div>{links}</div></div>")))[-1] == "附件4：申报表.docx"
    )


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"), ("utf-8", "gb2312"), ("gb18030", "gb2312"), ("gb18030", "utf-8"), ("gb18030", ""),
        ("utf-16", ""), ("big5", "big5"),
    ],
)  # fmt: skip
def test_encodings_as_declared_or_as_they_are(encoding, declared):
    text = "臺中市政府公告，自即日起施行。" if encoding == "big5" else "镕基、喆，自即日起施行——“引号”。"
    charset = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    data = f"<html><head>{charset}</head><body><p>{text}</p></body></html>".encode(encoding)
    assert lines(read_html("甲.html", data)) == [text]


def test_a_fragment_and_a_page_without_a_head_are_read():
    assert lines(read_html("甲.html", BODY.encode())) == EXPECTED
    assert lines(read_html("甲.html", f"<td id='UCAP-CONTENT'>{BODY}</td>".encode())) == EXPECTED


def test_a_page_saved_as_one_file():
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    head += 'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    data = head.encode() + base64.encodebytes(BODY.encode("gb18030")) + b"\r\n--b--\r\n"
    assert lines(read_mhtml("甲.mht", data)) == EXPECTED
    with pytest.raises(ReadError, match=r"甲\.mht.*没有网页正文"):
        read_mhtml("甲.mht", head.encode() + b"\r\n--b--\r\n")


@pytest.mark.parametrize(
    "data", ["", "<html></html>", "<!-- -->", "<script>x</script>", "<div>" * 5000 + "甲。"]
)
def test_a_strange_page_gives_its_text_or_says_that_there_is_none(data):
    try:
        text = read_html("甲.html", f"<html><body>{data}".encode()).text.strip()
    except ReadError as error:
        text = str(error)
    assert text in ("", "甲。") or "甲.html" in text


def test_control_characters_do_no_harm():
    data = "<body><script>x</script>第一条\x01 甲。<script>y</script>&#2;&#x1F;乙。\x0b<i hidden>z</i>丙。</body>"
    assert lines(read_html("甲.html", (data + " " * 200).encode())) == ["第一条 甲。 乙。 丙。"]


def test_lines_that_only_resemble_a_footer_stay():
    article = f"<h1>{TITLE}</h1><div>{BODY}<p>位置：某区某路1号。</p><p>请双面打印</p><p>主办单位：市经济信息委</p></div>"
    plain = f"<html><body>{article}</body></html>".encode()
    for data in (plain, page(f"<div>{article}<p>联系人：张某</p></div>")):
        found = [line for line in lines(read_html("甲.html", data)) if line != "联系人：张某"]
        assert found == [TITLE, *EXPECTED, "位置：某区某路1号。", "请双面打印", "主办单位：市经济信息委"]


def test_pictures_and_attachments_that_hold_the_text_are_said():
    icons = '<img src="/i/icon_doc.gif"><img src="a.png" width="16"><img src="b.jpg" style="width:20px;height:20px">'
    seen = '<img src="/t/1.png" width="90%"><img src="2.jpg" style="width: 600px; height: 50%">'
    reading = read_html("甲.html", page(f"<div>{BODY}<p>{icons}</p><p>{seen}</p></div>"))
    assert reading.remarks == ("正文中有 2 张图片，图片里的文字没有读取",)
    assert read_html("甲.html", page(f"<div>{BODY}<p>{icons}</p></div>")).remarks == ()
    short = "<div><p>现将有关文件印发给你们，请遵照执行。</p><p><a href='/f/1.pdf'>某某办法.pdf</a></p></div>"
    assert read_html("甲.html", page(short)).remarks == (
        "正文很短，内容可能在附件里，请另行添加：某某办法.pdf",
    )
