"""Training data: passages by document, and questions with the passage that answers each.

Nothing of Legal-DC is read but the names of its documents, so that no statute of the same name is learned from.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from index.clauses import parse
from index.models.questions import asked, bare, phrase
from index.models.texts import laws
from index.read import read
from index.search.passages import passages

ARTICLE = re.compile(r"^第[一二三四五六七八九十百千零〇]+条(之[一二三四五六七八九十])?(?=[\s　【])")
SHORTEST, LONGEST = 20, 1200
STATUTE_QUESTIONS = 2
CLAUSE_QUESTIONS = 2  # of a policy
MIX = {"stard": 3000, "reading": 9000, "law": 3000, "policy": 1500}


@dataclass(frozen=True)
class Passage:
    document: str
    title: str
    text: str


@dataclass(frozen=True)
class Pair:
    """``passage`` is a place in the list of passages."""

    source: str
    question: str
    passage: int


def prepare(data: Path, seed: int = 7) -> tuple[list[Passage], list[Pair]]:
    random_ = random.Random(seed)
    store: list[Passage] = []
    pairs: list[Pair] = []
    excluded = {_plain(file.stem) for file in data.glob("legal-dc/documents/*.docx")}
    _stard(data, store, pairs)
    _reading(data, store, pairs)
    _laws(data, excluded, store, pairs, random_)
    _policies(data, store, pairs, random_)
    return store, list(_mixed(pairs, random_))


def _mixed(pairs: list[Pair], random_: random.Random) -> Iterator[Pair]:
    for source, n in MIX.items():
        own = [p for p in pairs if p.source == source]
        random_.shuffle(own)
        yield from own[:n]


def _stard(data: Path, store: list[Passage], pairs: list[Pair]) -> None:
    places: dict[str, int] = {}
    for entry in json.loads((data / "stard/queries.json").read_text(encoding="utf-8")):
        for name, text in entry["相关法规"].items():
            title, label = _split_name(name)
            if name not in places:
                places[name] = _add(store, f"stard:{title}", title, label + bare(text))
            pairs.append(Pair("stard", entry["问题"].strip(), places[name]))


def _split_name(name: str) -> tuple[str, str]:
    found = re.match(r"(.*?)(第[一二三四五六七八九十百千零〇]+条.*)$", name)
    return (found[1], found[2]) if found else (name, "")


def _reading(data: Path, store: list[Passage], pairs: list[Pair]) -> None:
    for file in sorted(data.glob("reading/*.json")):
        for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                place = _add(
                    store, f"reading:{article['title']}", article["title"], bare(paragraph["context"])
                )
                pairs.extend(Pair("reading", qa["question"], place) for qa in paragraph["qas"])


def _laws(
    data: Path, excluded: set[str], store: list[Passage], pairs: list[Pair], random_: random.Random
) -> None:
    for name, text in laws(data):
        title = re.sub(r"[（(]\d{4}.*?[)）]$", "", name)
        found = [] if _plain(title) in excluded else list(articles(text))
        if len(found) < 5:
            continue
        places = [_add(store, f"law:{name}", title, body) for body in found]
        chosen = random_.sample(places, min(STATUTE_QUESTIONS, len(places)))
        for place in chosen:
            text = store[place].text
            body = text.split("｜")[-1]
            question = next(asked(body, random_), None) if random_.random() < 0.8 else None
            if question := question or phrase(body, random_):
                pairs.append(Pair("law", question, place))


def articles(text: str) -> Iterator[str]:
    """Chapter heading｜article, white space removed."""
    heading, lines = "", list[str]()
    for raw in [*text.split("<!-- INFO END -->")[-1].splitlines(), "# "]:
        line = raw.strip()
        begins = bool(ARTICLE.match(line))
        if (begins or line.startswith("#")) and lines:
            body = re.sub(r"\s+", "", "".join(lines))
            if SHORTEST <= len(body) <= LONGEST:
                yield f"{heading}｜{body}" if heading else body
            lines = []
        if line.startswith("#"):
            heading = re.sub(r"^#+\s*(第.+?[章节编])?\s*", "", line)
        elif begins or lines:
            lines.append(line)


def _policies(data: Path, store: list[Passage], pairs: list[Pair], random_: random.Random) -> None:
    for file in sorted([*data.glob("policies/*.txt"), *data.glob("plan/*.txt")]):
        document = parse(read(file.name, file.read_bytes()), file.name, "", file.stem)
        clauses = {clause.id: clause for clause in document.clauses}
        for passage in passages(document):
            clause = clauses[passage.clause_id]
            title, _, text = passage.embedded.partition("｜")
            if not SHORTEST <= len(text) <= LONGEST:
                continue
            place = _add(store, f"policy:{file.stem}", title, text)
            questions = list(islice(asked(document.text[slice(*passage.span)], random_), 2))
            if clause.heading:
                form = random_.choice(
                    ("{}", "{}有哪些措施？", "如何{}？", "{}具体怎么做？", "关于{}有什么规定？")
                )
                questions.append(form.format(bare(clause.heading).rstrip("。")))
            if word := phrase(document.text[slice(*passage.span)], random_):
                questions.append(word)
            random_.shuffle(questions)
            pairs.extend(Pair("policy", question, place) for question in questions[:CLAUSE_QUESTIONS])


def _add(store: list[Passage], document: str, title: str, text: str) -> int:
    store.append(Passage(document, title, text))
    return len(store) - 1


def _plain(title: str) -> str:
    return re.sub(r"[（(].*?[)）]|中华人民共和国|[《》\s]", "", title)


def save(folder: Path, store: Iterable[Passage], pairs: Iterable[Pair]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (("passages", store), ("pairs", pairs)):
        lines = (json.dumps(asdict(row), ensure_ascii=False) for row in rows)
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def load(folder: Path) -> tuple[list[Passage], list[Pair]]:
    return [Passage(**row) for row in _rows(folder / "passages.jsonl")], [
        Pair(**row) for row in _rows(folder / "pairs.jsonl")
    ]


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
