"""Fits the weights of ``assistant.answer.compose.likely`` and prints how often the likeliest sentences answer.

``python -m evals.likely --corpus DIR``: the answerable questions of the suite ``policies``, half ``tune``, put to the folder
with the documents that they name. A sentence of a hit answers where it stands in a clause that must be cited and holds half
of the words that an answer must have. The weights maximise the likelihood that such a sentence comes first (a conditional
logit: a softmax over each question's sentences). The figures are cross-validated by document.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np

from assistant.answer.compose.items import behind_lead
from assistant.answer.compose.likely import Weights, features, said_by_hits
from assistant.answer.sentences import Sentence
from assistant.bootstrap import open_corpus_assistant
from assistant.service import Assistant
from assistant.settings import load_settings
from evals.case import Case
from evals.folding import fold
from evals.judge import lacking
from evals.logit import conditional_logit
from evals.run import suite_cases
from index.search.hit import Hit

NAMES = tuple(f.name for f in fields(Weights))
FOLDS = 5
FIRST = (1, 2, 3)


@dataclass(frozen=True)
class Asked:
    """One question: ``x`` (sentences, features), ``right`` (sentences,) whether each answers; ``about`` its document."""

    about: str
    x: np.ndarray
    right: np.ndarray


def look(assistant: Assistant, case: Case) -> Asked | None:
    evidence = assistant.evidence(case.question or "", [case.document] if case.document else [])
    said = said_by_hits(evidence)
    if not said or evidence.near is None:
        return None
    x = [
        (*features(evidence, hit, one), evidence.near([behind_lead(hit.document, one)])[0])
        for hit, one in said
    ]
    right = [_answers(case, hit, one) for hit, one in said]
    about = next((hit.document.id for (hit, _), yes in zip(said, right, strict=True) if yes), "")
    return Asked(about, np.array(x), np.array(right))


def _answers(case: Case, hit: Hit, one: Sentence) -> bool:
    entry = hit.document.clause_at(one.start, one.end) or hit.clause
    path = [fold(label) for label in entry.path]
    cited = not case.paths or any(path[: len(gold)] == [fold(label) for label in gold] for gold in case.paths)
    wanted = [*case.say, *case.words]
    text = fold(behind_lead(hit.document, one))
    return cited and len(lacking(wanted, text)) * 2 <= len(wanted)


def fit(asked: Sequence[Asked]) -> np.ndarray:
    """(features,) float64."""
    return conditional_logit([(q.x, q.right, 1 / len(asked)) for q in asked], np.ones(len(NAMES)))


def found_among(asked: Sequence[Asked], weights: Callable[[Asked], np.ndarray]) -> list[float]:
    """Share of the questions of which one of the first 1, 2 and 3 sentences answers."""
    orders = [(q, np.argsort(-(q.x @ weights(q)), kind="stable")) for q in asked]
    return [float(np.mean([q.right[order[:n]].any() for q, order in orders])) for n in FIRST]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR")
    assistant = open_corpus_assistant(load_settings(), parser.parse_args().corpus)
    cases = [c for c in suite_cases("policies", "tune") if c.outcome == "answered" and c.question]
    looked = [q for case in cases if (q := look(assistant, case))]
    asked = [q for q in looked if q.right.any() and not q.right.all()]
    say(f"{len(cases)} questions; of {len(asked)} some sentences of the hits answer and others do not")
    fold_of = {about: n % FOLDS for n, about in enumerate(sorted({q.about for q in asked}))}
    by = [fit([q for q in asked if fold_of[q.about] != n]) for n in range(FOLDS)]
    rates = found_among(asked, lambda q: by[fold_of[q.about]])
    say("answers among the first " + ", ".join(f"{n}: {r:.3f}" for n, r in zip(FIRST, rates, strict=True)))
    say(f"weights {asdict(Weights(*(round(float(w), 2) for w in fit(asked))))}")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
