"""Who is in charge of all that a document is about: 「老年人助餐配餐归谁管」, where no agency line says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.items import outermost, said_of, with_items
from assistant.answer.compose.place import titles_of
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft, quotes_of
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import ALL_IN_TITLE, Evidence
from assistant.question.understand import Term, content_of, flatten, terms_of
from index.clauses import Clause, Document
from index.wording import either

SHOWN = 4
"""Sentences of the article on duties that are shown at most."""
OF_MATTER = 0.5
"""Share of the matter that a sentence says where it does not say how far the charge reaches."""
_ASKED = re.compile(
    r"(?:谁|部门|单位|机构|[委局厅办])来?(?:总|主要)?(?:负责|主管|分管|管理?|监管|抓)(?:[的吗吧么呢]|$|[^，。？]{0,20}(?:管理|监督|工作|实施|监管))"
    r"|主管(?:部门|单位|机关)|归[^，。？]{1,12}管|负责(?:部门|单位)"
)
_MANAGING = re.compile(r"的?(?:监督|管理|监管|工作|实施|组织|统筹|协调|推进|主管|全国|全市|本市|全省)")
_BODY = r"(?:部门|单位|委员会|局|厅|总局|办公室|部|委|银行|政府|机关|机构|中心|街道|办事处|国务院)(?:[（(][^（()）]*[）)])?"
_DEPARTMENT = re.compile(r"部门|[局厅委]|办公室|中心|机关")
"""It comes before the governments that lead all work in their place."""
_IN_CHARGE = re.compile(
    either(
        (
            rf"{_BODY}[^。；]{{0,40}}?(?:负责|主管|承担|牵头|统一管理|组织协调|统筹协调)"
            r"(?!人)[^，。；]{0,50}(?:工作|管理|监督|实施|协调|规划|指导|推进)"
        ),
        (
            rf"{_BODY}[^，。；]{{0,8}}(?:[，,][^，。；]{{0,12}})?对[^，。；]{{2,40}}(?:实施|实行"
            r"|进行)[^。；]{0,12}(?:监督|管理|服务)"
        ),
        rf"{_BODY}(?:是|为)[^，。；]{{2,40}}主管(?:部门|机关)",
        rf"由[^，。；]{{2,40}}{_BODY}(?:统一)?(?:负责|管理)",
    )
)
_SCOPE = re.compile(r"全[国省市区县]|本行政区域|辖区|本[省市区县]|职责|主管(?:部门|机关)")
_BY = re.compile(r"[由归哪个些什么]+\s*$")
_DUTY = re.compile(
    rf"(?:{_BODY}|主管[^，。；]{{0,4}})[^。；]{{0,80}}?(?:负责|主管|承担|牵头|管理|监督|组织|协调|实施|职责|做好|配合|协助)"
)
_GENERAL = re.compile(
    r"加强[^，。；]{0,20}领导|(?:建立|健全)[^。；]{0,30}(?:机制|体系)|按照[^。；]{2,40}原则"
)
"""What is said of the work rather than of who does it."""
_OF_ITSELF = re.compile(
    r"所称|违反|指定|可以|解释|接受|不得|的，依照|负有责任|负有[^，。；]{2,20}职责的[^，。；]{0,4}(?:应当|不)|有下列|社会监督"
)


def of_whole_matter(evidence: Evidence) -> Draft | None:
    """The first article that charges agencies with the matter as such, where the question says nothing beyond a title."""
    document = evidence.documents[0] if evidence.documents else None
    asked = evidence.question.flat.rstrip("？?。")
    if document is None or not _ASKED.search(asked):
        return None
    terms = terms_of(_MANAGING.sub(" ", content_of(_ASKED.sub(" ", asked), _BY)))
    if not terms or evidence.coverage(titles_of(document), terms) < ALL_IN_TITLE:
        return None
    charging = [
        (clause, "".join(said))
        for clause in _rules(document)
        if (said := [text for text in _texts(document, clause) if _charges(evidence, text, terms)])
    ]
    first = next((clause for clause, said in charging if _DEPARTMENT.search(said)), None)
    article = first or (charging[0][0] if charging else None)
    return _draft(evidence, document, article) if article else None


def _draft(evidence: Evidence, document: Document, article: Clause) -> Draft:
    """All that the article charges others with as well."""
    found = (with_items(document, one) for one in _sentences(document, article))
    charging = outermost([one for one in found if _DUTY.search(one.text) and not _GENERAL.search(one.text)])
    said = said_of(document, article, charging[:SHOWN])
    said[0] = said[0].behind(lead(evidence, article))
    more = (f"这一条讲职责的共有{len(charging)}句，这里列出前{SHOWN}句。",) if len(charging) > SHOWN else ()
    return Draft("answered", tuple(said), more, closest(evidence, quotes_of(said)))


def _rules(document: Document) -> list[Clause]:
    """The articles; without articles, the clauses of the first level."""
    articles = [c for c in document.clauses if c.path and _ARTICLE.fullmatch(c.path[-1])]
    return articles or [c for c in document.clauses if c.kind == "clause" and not c.parent]


_ARTICLE = re.compile(r"第[^条]+条")


def _sentences(document: Document, clause: Clause) -> list[Sentence]:
    return list(sentences(document, clause, clause.start, document.end_of(clause)))


def _texts(document: Document, clause: Clause) -> list[str]:
    return [flatten(one.text) for one in _sentences(document, clause)]


def _charges(evidence: Evidence, said: str, matter: Sequence[Term]) -> bool:
    within = _SCOPE.search(said) or evidence.coverage(said.lower(), matter) >= OF_MATTER
    return bool(_IN_CHARGE.search(said) and within) and not _OF_ITSELF.search(said)
