"""Documents that a question names, by title or number, and the library does not hold."""

from __future__ import annotations

import re

from assistant.answer.compose.times import occurs, says
from assistant.evidence import Evidence
from assistant.question.pairs import pairs_of
from assistant.question.understand import flatten
from assistant.subjects import within
from index.clauses import Document
from index.clauses.kept import kept
from index.clauses.numerals import plain
from index.search.regions import regions_in

LEAST_NAME = 4
"""Characters of a title, beside its kind, from which words with a region in front are one."""
CLOSEST = 3
"""Hits whose text may speak of a law."""
_GENERAL = r"[办方做说看书想用手这那本]法|[这那本该的了在]"
"""Words with 法 that name no law, and what stands in no law's name."""


def missing_titles(evidence: Evidence) -> list[str]:
    known = [name for d in evidence.searched for name in _names(d)]
    missing = [
        t
        for t in evidence.question.titles
        if not any(plain(t) in k or _short_for(plain(t), k) for k in known)
    ]
    typed = [t for t in _typed_titles(evidence) if not any(within(_core(t), k) for k in known)]
    laws = [law for law in _laws_applied(evidence) if not any(plain(law) in k for k in known)]
    flat = evidence.question.flat
    of_itself = [
        t
        for t in missing
        if not _headed_so(evidence, t) and re.search(rf"《{re.escape(t)}》{_ITS_TEXT}", flat)
    ]
    unknown = [t for t in (*missing, *typed) if t in of_itself or not occurs(evidence, t)]
    return [f"《{title}》" for title in unknown] + laws


def _short_for(title: str, name: str) -> bool:
    """「深圳市公租房和廉租房并轨运行实施办法」: all its characters stand in the name, in their order, and are most of it."""
    bare = _IN_BRACKETS.sub("", name)
    return len(title) >= SHORTEST and len(title) >= MOST_OF_IT * len(bare) and within(title, bare)


_IN_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")


SHORTEST, MOST_OF_IT = 8, 0.55
"""Characters of a title that is shortened; the share of the name that they are."""


def _headed_so(evidence: Evidence, title: str) -> bool:
    """An annex, or a section, is called so."""
    return any(plain(title) in plain(c.heading) for d in evidence.documents for c in d.clauses if c.heading)


_ITS_TEXT = (
    r"[\u4e00-\u9fff]{0,6}?(?:里|中)?的?[，,]?(?:里|中|第几[条章款]|第[一二三四五六七八九十百\d]+(?:条"
    r"|章|部分)|是?怎么[说写规]|规定了?(?:什么|哪)|(?:关于|对)[^，。？]{1,20}(?:条款|条文|原文|规定)"
    r"|(?:原文|全文|正文|条款|条文)|(?:列|包括|包含|涵盖)了?(?:哪|什么|多少))"
)
"""Behind a title: its own text is asked for, not who cites it."""
_LAW = re.compile(
    rf"(?:按照?|依照?|依据|根据|照)(?:中华人民共和国)?((?:(?!{_GENERAL})[\u4e00-\u9fff]){{2,10}}法)"
    rf"(?=[能可应的规要怎，该算])|((?:(?!{_GENERAL})[\u4e00-\u9fff]){{2,10}}(?:法|条例"
    r"|暂行规定))第[\d一二三四五六七八九十百几]+条"
)
"""A law by whose rules something is to be decided."""


_INSIDE_A_LAW = re.compile(
    rf"((?:(?!{_GENERAL})[\u4e00-\u9fff]){{2,10}}法)(?:里面?|中)(?:的?(?:第|对|关于|是?怎么|如何|有没有|规定))"
)
"""「民用航空法里对…是怎么规定的」: its own text is asked for, whoever cites it."""
_ARTICLE_OF = re.compile(rf"((?:(?!{_GENERAL})[\u4e00-\u9fff]){{2,10}}法)第[\d一二三四五六七八九十百]+条")


def _laws_applied(evidence: Evidence) -> list[str]:
    """Such a law without brackets that the nearest clauses do not speak of."""
    flat = evidence.question.flat
    named = dict.fromkeys(m[1] or m[2] for m in _LAW.finditer(flat))
    near = "".join(h.document.quote(h.start, h.end) for h in evidence.hits[:CLOSEST])
    inside = dict.fromkeys(m[1] for m in _INSIDE_A_LAW.finditer(flat))
    cited = flatten(near).replace("》", "")
    articles = [m[1] for m in _ARTICLE_OF.finditer(flat) if m.group() not in cited]
    return list(dict.fromkeys([*(law for law in named if law not in near), *inside, *articles]))


_TYPED = re.compile(
    r"[\u4e00-\u9fff]{0,2}[省市区县]?[\u4e00-\u9fff“”]{2,20}?(?:条例|(?:行动|实施|工作)(?:计划|方案)"
    r"|(?:管理|实施|暂行|扶持|奖励|促进|保护|若干)(?:办法|规定|细则|措施|意见))(?=里|中|上|第|对|规定"
    r"|说|怎么|是怎|的规定|要|提出|明确)"
)


def _typed_titles(evidence: Evidence) -> list[str]:
    """Titles that begin with a region and stand in no brackets: 「江门市文明行为促进条例里」."""
    flat = evidence.question.flat
    starts = [flat.find(region) for region in regions_in(flat)]
    found = (_TYPED.match(flat, at) for at in starts if at >= 0)
    titles = [
        m.group() for m in found if m and not re.search(r"的|[那这该][份个部项]|[局委厅办院]在", m.group())
    ]
    titles += [title for title in _of_no_title(evidence, flat) if title not in titles]
    return [t for t in titles if len(_core(t)) >= LEAST_NAME and not _called_so(evidence, t)]


_ITS_KIND = re.compile(r"(?:实施|管理|暂行|试行)?(?:办法|细则|规定|条例|措施|意见)$")


def _called_so(evidence: Evidence, typed: str) -> bool:
    """「咸宁购房补贴实施细则」 of 《咸宁市…若干措施实施细则》, which speaks of 购房补贴: a title of the place and the kind."""
    region = next(iter(regions_in(typed)), None)
    kind = _ITS_KIND.search(typed)
    if region is None or kind is None:
        return False
    about = typed[typed.find(region) + len(region) : kind.start()].lstrip("省市区县")
    return any(
        says(document, about[-PIECE:])
        and any(region in name and name.endswith(kind[0]) for name in _names(document))
        for document in evidence.searched
    )


_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,10}[〔\[【(（]\d{4}[〕\]】)）]\d+号(?=文?(?:对|里|中|的|关于|规定|第))"
)


def missing_numbers(evidence: Evidence) -> list[str]:
    """「国发〔2015〕43号文对…是如何规定的」: the number of a document that is none of these, though they may cite it."""
    own = [plain(d.metadata.number) for d in evidence.searched if d.metadata.number]
    asked = _NUMBER.findall(flatten(evidence.question.text))
    return [number for number in asked if not any(plain(number).endswith(n) for n in own)]


_ISSUED_IN = re.compile(r"((?:19|20)\d\d)年(?:印发|发布|出台|公布|下发)的")


def missing_editions(evidence: Evidence) -> list[str]:
    """「国办2014年印发的两个规定，文号是多少」, where the documents that may be meant are of other years."""
    named = _ISSUED_IN.search(evidence.question.flat)
    if (
        named is None
        or not evidence.question.head_fields
        or evidence.question.yes_no
        or not evidence.documents
    ):
        return []
    of = "".join(
        f"{d.metadata.issued or ''}{d.metadata.number or ''}{''.join(d.titles())}" for d in evidence.documents
    )
    return [] if named[1] in of else [f"{named[1]}年印发的文件"]


_OF_THE_STATE = re.compile(
    r"国家(?:层面|级)的?(?:关于[^，。？]{2,30}的|(?:出台|印发|发布)的)?[\u4e00-\u9fff]{0,12}(?:意见|文件|办法|条例|规划|方案)(?=里|中|是|由|文号|第|对|什么|有|规定)"
)


def missing_levels(evidence: Evidence) -> list[str]:
    """「国家层面关于…的实施意见是哪几个部委发的」, where no document is the state's."""
    asked = _OF_THE_STATE.search(evidence.question.flat)
    of_state = any(d.metadata.level == "国家" for d in evidence.searched)
    return [] if asked is None or of_state or occurs(evidence, asked.group()) else ["国家层面的这类文件"]


_KIND_OF_TITLE = re.compile(
    r"([\u4e00-\u9fff]{4,14}?)(?:(?:认定|管理|暂行|实施)(?:办法|条例|规定|细则)|(?:促进|保护|保障|奖励|扶持)条例)(?=里|中|第几条|第[一二三四五六七八九十\d]+条|对)"
)
PIECE = 4
"""Characters of the words in front of 管理办法 that a title has where its document is meant."""


def _of_no_title(evidence: Evidence, flat: str) -> list[str]:
    """「高新技术企业认定办法里…」, where no title has the words in front in their order."""
    named = [m for m in _KIND_OF_TITLE.finditer(flat) if not re.search("[这那该本此个的]", m[1])]
    titles = [name for d in evidence.searched for name in _names(d)]
    return [
        m.group()
        for m in named
        if not any(within(m[1][-n:], title) for n in range(PIECE, len(m[1]) + 1) for title in titles)
    ] + [
        m.group()
        for m in _TITLE_ON.finditer(flat)
        if max((_alike(m[1], title) for title in titles), default=0.0) < SAME_MATTER
    ]


_TITLE_ON = re.compile(
    r"关于([\u4e00-\u9fff]{6,30}?)的?(?:若干|实施|指导|工作)(?:意见|方案|办法|规定|措施|细则)(?=[，,里中上的]|第|[对提要规]|有没有|怎么)"
)
"""「七部门关于推动未来产业创新发展的实施意见，第三部分…」."""
SAME_MATTER = 0.5
"""Share of what such a title is on that a title of the library must say where its document is meant."""


def _alike(matter: str, title: str) -> float:
    pairs = pairs_of(matter)
    return sum(pair in title for pair in pairs) / len(pairs)


def _core(title: str) -> str:
    """As titles are compared, without what all of a kind have."""
    kind = r"(?:管理|实施|暂行|若干|行动|工作)?(?:条例|办法|规定|细则|措施|意见|计划|方案)$"
    return plain(re.sub(rf"{kind}|[省市区县“”]", "", title))


@kept
def _names(document: Document) -> list[str]:
    return [plain(t) for t in (*document.titles(), document.source)]
