"""What a term means: full forms and definitions that the document gives itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose import scope
from assistant.answer.compose.items import said_of, with_items
from assistant.answer.compose.wording import closest, quoted, sentence, unspecified, unwrapped
from assistant.answer.draft import Draft, Quote, Said, quote_fact, quotes_of, without_repeats
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.told import without_some
from assistant.question.understand import flatten
from assistant.question.words import EACH_MEANS
from index.clauses import Document, Fact
from index.clauses.kept import kept
from index.search.regions import regions_in

_TYPED = re.compile(r"(?:具体)?(?:含义|意思|定义|是什么|解释)")
"""Behind a term that is typed into a search box."""
_ASKED = re.compile(
    r"给(?P<c>[^，。？?]{2,12}?)下的?定义|(什么是|何为|何谓|什么叫|哪些人(?:可以|能|才)?(?:算作?|作为|属于)|(?:什么|怎)样的?[^，。？]{0,6}?才?算是?)(?P<a>[^？?。，]{1,30})|(?P<b>[^？?。，]{1,30}?)(?:分别|各自)?(?:是?(?:怎么|如何|怎样)(?:定义|界定)的?|是什么意思|什么意思|指的?是?什么|指的?是?哪(?:些人?|[种类])|指啥|是指|的?含义|的?定义|的?名词解释|的?(中文)?全称|的?中文|(?:分别)?代表(?:的是)?(?:什么|哪些|啥)|是个?(?:什么|啥)(?:缩写|的缩写|的简称|东[西东]|玩意儿?|概念|技术|性质的[\u4e00-\u9fff]{1,4})?|的缩写|怎么理解|如何定义|叫什么)"
)
_WHOM = re.compile(
    r"[”」](?:都|分别|具体)?(?:包括|包含|指的?是?|是|有)(?:哪[几些]?[类种]?|什么)(?:人群?|群体|对象|家庭|老人|企业|费用|内容|东西)?[？?]?$"
)
"""「“特殊困难老年人”包括哪几类人」."""
_HOW_JUDGED = re.compile(
    r"[”」](?:具体|到底|究竟)?(?:(?:怎么|如何|怎样)(?:认定|界定|定义)|(?:是?指|算的?是|按)(?:的是)?(?:哪|什么|啥))|(?:哪[些几]|什么)[^，。？“「]{0,5}?(?:才?算(?:是|作)?|属于|叫做?)[“「]"
)
"""「“新市民”怎么认定」, 「哪些机器算“可能危及人身财产安全的农业机械”」."""
OF_A_CODE = re.compile(
    rf"(?<![\d一二三四五六七八九十]个)(?<![\d〔\[（(])(\d{{3,6}})(?![\d年号])[^？]{{0,20}}(?:{EACH_MEANS}|\d+(?:和|、|与)\d+[^？，。]{{0,4}}(?:是|指)(?:哪|什么)|(?:具体|到底)?指(?:的是)?(?:什么|哪|啥))"
)
"""「“416”里的4、1、6各指什么」."""
_NOISE = re.compile(
    r"^(文件|计划|里|中|里面|提到|所说|说|的|这个|请问|解释一下|，|,)+|(到底|具体|究竟|这个词|缩写|一词|的|里|中)+$"
)


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if draft := _of_signs(evidence):
        return draft
    typed = _typed(question.typed)
    judged = bool(_HOW_JUDGED.search(question.flat))
    whom = bool(question.quoted) and bool(_WHOM.search(question.flat))
    if not (question.definition or typed or whom or _CUE.search(question.flat) or judged):
        return None
    asked = typed or _OUT_OF.sub("", _WITHIN.sub("", without_some(question.flat)))
    if several := _abbreviations(evidence):
        return several
    of_another = question.role or question.how_many or question.detail not in (None, "places")
    if not of_another and (found := _glossed(evidence, asked)):
        said = tuple(_said(d, f) for d, f in found[:2])
        return Draft("answered", said, closest=closest(evidence, quotes_of(said)))
    term = _quoted(evidence) or typed or _term(question.flat)
    if not term:
        return None
    if (
        not whom
        and not judged
        and not re.search(
            r"什么意思|哪些人(?:可以|能|才)?(?:算|作为|属于)|样的?[^，。？]{0,6}算|定义|含义|什么是|何为|何谓|什么叫|指的?是?(?:什么|哪[种类])|代表(?:的是)?(?:什么|哪些|啥)|全称|怎么理解|指啥|缩写|界定|是个?(?:什么|啥)(?:东[西东]|玩意|概念|性质的)",
            question.flat,
        )
    ):
        return None
    if draft := _in_words(evidence, term) or _of_each(evidence, term):
        return draft
    return _only_named(evidence, term) or (
        scope.refuse(evidence, [f"“{term}”"]) if term in question.quoted else None
    )


def _quoted(evidence: Evidence) -> str:
    """What stands in quotation marks: of several the one whose meaning is asked, 「“两降低、一减免”，其中“一减免”是什么意思」."""
    asked = (
        word
        for word in evidence.question.quoted
        if re.search(rf"[“「]{re.escape(word)}[”」](?:是|指|的|代表)", evidence.question.flat)
    )
    return next(asked, next(iter(evidence.question.quoted), ""))


def _of_signs(evidence: Evidence) -> Draft | None:
    """Of a code, of letters, or of several terms in quotation marks and their difference."""
    question = evidence.question
    if code := OF_A_CODE.search(question.flat):
        return _in_words(evidence, code[1]) or _only_named(evidence, code[1])
    if letters := _LETTERS.search(question.flat):
        return _of_letters(evidence, re.findall("[A-Z]", letters[1]))
    several = len(question.quoted) > 1 and (question.definition or _DIFFERENCE.search(question.flat))
    return _of_terms(evidence, question.quoted) if several else None


_LETTERS = re.compile(
    r"(?<![A-Za-z])([A-Z](?:[、，和及][A-Z])+)(?:这几个字母)?(?:分别|各自?|都)?(?:是指|指|代表|表示)(?:的?是)?(?:什么|啥|哪)"
)
"""「表中L、R、A各指什么」."""


def _of_letters(evidence: Evidence, letters: Sequence[str]) -> Draft | None:
    """The sentence that says what every one of them stands for."""
    for hit in evidence.hits:
        for one in sentences(hit.document, hit.clause, hit.start, hit.end):
            if all(
                re.search(rf"(?<![A-Za-z]){letter}(?:为|是|表示|指|代表|[：:=＝])", flatten(one.text))
                for letter in letters
            ):
                return quoted(evidence, one.quote(hit.document, hit.clause))
    return None


def _only_named(evidence: Evidence, term: str) -> Draft | None:
    """The sentence that has the term, which does not say what it means."""
    words = re.compile(r"[\s“”\"]*".join(map(re.escape, term)))  # 「416科技创新布局」 as “416”科技创新布局
    for document in evidence.searched:
        for match in words.finditer(document.text):
            clause = document.clause_at(*match.span())
            if clause and (one := _sentence_at(document, *match.span())):
                provides = f"文件提到“{term}”：{sentence(one.text).rstrip('。')}"
                return unspecified(evidence, term, f"“{term}”的含义", one.quote(document, clause), provides)
    return None


def _abbreviations(evidence: Evidence) -> Draft | None:
    """「GNSS、IMU这两个缩写」: each of several, where all are explained."""
    asked = list(dict.fromkeys(re.findall(r"[a-z][a-z\-]+", evidence.question.flat.lower())))
    known = {term: (d, fact) for d in evidence.searched for fact, term, *_ in _glosses(d) if term in asked}
    if len(asked) < 2 or len(known) < len(asked):
        return None
    said = tuple(_said(*known[term]) for term in asked)
    return Draft("answered", said, closest=closest(evidence, quotes_of(said)))


def _typed(words: Sequence[str]) -> str:
    """「IMU 惯性 含义 北斗」: of the words in front of the one that asks what it means, the letters, else the nearest; empty
    where none asks so."""
    at = next((n for n, word in enumerate(words) if n and _TYPED.fullmatch(word)), 0)
    return next((word for word in words[:at] if word.isascii()), words[at - 1] if at else "")


def _of_each(evidence: Evidence, term: str) -> Draft | None:
    """「什么是商品价格和服务价格」: two terms, where the documents say of both what they are."""
    pair = re.fullmatch(r"([^和与、及]{2,})[和与、及]([^和与、及]{2,})", term)
    return _of_terms(evidence, pair.groups()) if pair else None


def _of_terms(evidence: Evidence, terms: Sequence[str]) -> Draft | None:
    drafts = [_in_words(evidence, one) for one in terms]
    if not all(drafts):
        return None
    said = without_repeats([s for d in drafts if d for s in d.said])
    return Draft("answered", tuple(said), closest=closest(evidence, quotes_of(said)))


_SAYS_WHAT = (
    r"所称(?:的)?[“「]?{term}[”」]?[，,、：:]?(?:是指|系指|指|包括|包含|为|是)",
    r"[“「]?{term}[房者户]?[”」]?(?:[（(][^（()）]{{1,20}}[）)])?(?:[和与及或][^，。；]{{2,24}})?[，,]?(?:是指|系指|指的是|指(?![导定标数引挥南示])|包括以下|包括下列|分为)",
    r"[“「]{term}[”」]即(?![可将时日使刻便])",
    r"(?<![\u4e00-\u9fff])[“「]?{term}[”」]?[，,](?=通过|以|用|针对)",
    r"[“「]?{term}[”」]?\s*[=＝]",
    r"(?<![\u4e00-\u9fff])[“「]?{term}[”」]?[：:](?=[^\n]{{6}})",
    r"[“「]?{term}[”」]?[（(](?:是)?指",
    r"(?<![\u4e00-\u9fff])[“「]?{term}[”」]?[（(](?:含|包[含括])[^（()）]{{4,}}",
    r"(?:称为|称作|叫做|即?为|属于?)[“「]?{term}[”」]?(?=[。；;])",
    r"[“「]{term}[”」](?:工程|行动|机制|政策|服务|模式|计划|制度|改革)?[（(](?!含|不含|以下简称)[^（()）]{{6,}}[）)]",
    r"(?:[^，。；;、：“”\n]{{1,16}}、){{2,}}[^，。；;、：“”\n]{{1,16}}(?:(?:的|等)[“「]|[“「](?=[一二两三四五六七八九十双])){term}[”」]",
    r"(?:[^，。；;、：“”\n]{{1,30}}、){{2,}}[^，。；;、：“”\n]{{1,30}}(?:等(?:[“「]?{term}|[^，。；;、：“”\n]{{0,4}}[（(](?:以下|下文)?[统合总简]称为?[“「]?{term}))|[（(](?:以下|下文)?[统合总]称为?[“「]?{term}|[^，。；;]{{8,}}[（(](?:以下|下文)(?:简?称|称为)[“「]?{term}[”」]",
    r"(?:下列|以下)(?:情形|行为)?(?:属于|之一的?属于)?[“「]?{term}[^，。；;：\n]{{0,6}}[：:]",
    r"[^。；;：\n]{{8,}}[，,](?:切实|全面|基本|真正)?(?:实现|做到|即)[“「]{term}[”」]",
    r"[“「]?{term}[”」]?(?:的(?:主要|基本)?内容|[^，。；;：或和与\n]{{0,4}}[，,])?(?:包括|是(?![否不由在为])|为(?=[^，。；;]{{8}}))",
)
"""How a sentence says what a term is, the surest first."""
_IN_STANDARD = re.compile(r"\d+(?:\.\d+)+$")


def _in_words(evidence: Evidence, term: str) -> Draft | None:
    """In the documents of the hits: the clause that the term heads in a standard, or a sentence that says what it is."""
    for document in evidence.documents:
        for clause in document.clauses:
            if (
                flatten(clause.heading) == term
                and _IN_STANDARD.match(clause.path[-1])
                and clause.body < clause.end
            ):
                return quoted(evidence, Quote(document, clause, clause.body, clause.end))
    spaced = r"\s*".join(map(re.escape, term))
    patterns = [re.compile(pattern.format(term=spaced)) for pattern in _SAYS_WHAT]
    found = (
        (document, one)
        for pattern in patterns
        for document in evidence.documents
        for match in pattern.finditer(document.text)
        if (one := _sentence_at(document, *match.span()))
    )
    for document, one in found:
        if entry := document.clause_at(one.start, one.start + 1):
            said = said_of(document, entry, [with_items(document, one)])
            return Draft("answered", tuple(said), closest=closest(evidence, said[0].quotes))
    return None


def _sentence_at(document: Document, start: int, end: int) -> Sentence | None:
    clause = document.clause_at(start, end)
    if clause is None:
        return None
    found = sentences(document, clause, start, end)
    return next((one for one in found if one.start <= start and end <= one.end), None)


def _term(flat: str) -> str:
    bare = re.sub(r"[“”「」『』\"]", "", flat)
    terms = (m.group("a") or m.group("b") or m.group("c") or "" for m in _ASKED.finditer(bare))
    bare_terms = (_NOISE.sub("", _OUT_OF.sub("", term)).strip("，,") for term in terms)
    named = (_IN_BRACKETS.sub("", term) for term in bare_terms)
    return next((term for term in named if term and not regions_in(term[-3:])), "")


_IN_BRACKETS = re.compile(r"[（(][^（()）]{1,10}[）)]$")
"""「积分落户（北京）」."""


_WITHIN = re.compile(r"^[^，。？]{2,10}(?:那|这|一)?[条段节章](?:里面?|中)的")
_DIFFERENCE = re.compile(r"区别|不同|差别|不一样|差在哪")
_OUT_OF = re.compile(
    r"^.{2,16}?(?:里面?|中|上|内)(?:所|里)?(?:说|讲|称|提到?|写)?到?的(?=.{2})|^[\u4e00-\u9fff]{2,8}(?:说|称|讲)的(?=.{2})"
)
"""「电网规划中所说的技术改造项目」."""


_CUE = re.compile(r"是(什么|啥)[？?]?$|英文|中文|缩写|全称|简称|统称|展开|解释")


def _glossed(evidence: Evidence, asked: str) -> list[tuple[Document, Fact]]:
    """Full forms and definitions whose term, or meaning, is named in what is asked and that leave nothing else asked."""
    flat = asked.lower()
    term = _term(flat)
    found = []
    for document in evidence.searched:
        for fact, *names in _glosses(document):
            said = next((x for x in names if len(x) >= 2 and x in flat), "")
            if said and _nothing_else(flat, said) and not _part_of_longer(term, said) and not _circular(fact):
                found.append((len(said), document, fact))
    found.sort(key=lambda item: -item[0])
    return [(d, f) for _, d, f in found]


@kept
def _glosses(document: Document) -> list[tuple[Fact, str, str, str]]:
    """Each with its term, the term without 「材料」 behind it, and its meaning."""
    out = []
    for fact in document.facts:
        if fact.kind == "gloss":
            term, meaning = (flatten(fact.data[k]).lower() for k in ("term", "meaning"))
            out.append((fact, term, term.rstrip("材料"), meaning))
    return out


def _nothing_else(flat: str, said: str) -> bool:
    left = re.sub(
        r"文件|文中|计划|里|中|字母|四个|三个|几个|后面|前面|英文|中文|缩写|全称|简称|统称|解释|展开|材料|技术|哪些|地方|哪个|指|代表|是|的|什么|啥|意思|请问|一下|这个|词|叫",
        "",
        flat.replace(said, ""),
    )
    return len(re.sub(r"\W", "", left)) <= 3


def _part_of_longer(term: str, said: str) -> bool:
    """「保安服务」 is not what 「服务」 is explained as, nor 「农业标准化」 what 「农业」 is."""
    before, _, after = _AROUND.sub("", term).partition(said)
    return said in term and bool(
        re.search(r"[\u4e00-\u9fff]{2}$", before) or re.match(r"(?!材料|技术)[\u4e00-\u9fff]{2}", after)
    )


_AROUND = re.compile(r"文件?中|计划中|这个词|[一二两三四五六几]个字母|[前后]面")


def _circular(fact: Fact) -> bool:
    """「本条例所称商业特许经营（以下简称特许经营）」 explains nothing."""
    return len(fact.data["meaning"]) < 30 and fact.data["term"] in fact.data["meaning"]


def _said(document: Document, fact: Fact) -> Said:
    if fact.data["meaning"].rstrip().endswith(("：", ":")) and (
        one := _sentence_at(document, fact.start, fact.end)
    ):
        return said_of(document, document.by_id[fact.clause_id], [with_items(document, one)])[0]
    listed = document.text[: fact.start].rstrip().endswith("、")
    if listed and (
        one := _sentence_at(document, fact.start, fact.end)
    ):  # 「吴中区、…和高新区（以下简称市区）」
        return said_of(document, document.by_id[fact.clause_id], [one])[0]
    if len(fact.data["meaning"]) > 60:
        return Said(sentence(unwrapped(fact.text)), (quote_fact(document, fact),))
    return Said(f"{fact.data['term']}即{fact.data['meaning']}。", (quote_fact(document, fact),))
