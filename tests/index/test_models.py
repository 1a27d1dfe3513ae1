"""The files of the built-in encoder: what the manifest says they are, near the float model, and a vocabulary that serves."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path

import numpy as np
import onnx
import pytest
from tokenizers import Tokenizer

from index.search.builtin import FILES, BuiltinEncoder, manifest, windows

DATA = Path(__file__).parent.parent / "data"
REFERENCE = DATA / "encoder"  # written by index/models/export.py with the model
LIMIT = 45_000_000
UNKNOWN = 3
NOT_IN_THE_ORIGINAL = {"鲷", "挢", "镓"}


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_str((FILES / "tokenizer.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json"])
def test_the_files_are_those_of_the_manifest(name: str) -> None:
    content = (FILES / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == manifest()["sha256"][name]


def test_they_are_small_enough_to_be_carried() -> None:
    assert sum(len((FILES / name).read_bytes()) for name in manifest()["sha256"]) < LIMIT


def test_int8_agrees_with_the_float_model() -> None:
    texts = json.loads((REFERENCE / "texts.json").read_text(encoding="utf-8"))
    expected = np.load(REFERENCE / "vectors.npy").astype(np.float32)
    encoder = BuiltinEncoder()
    found = np.array(
        [
            encoder.embed_query(text.removeprefix("query: "))
            if text.startswith("query: ")
            else encoder.embed_documents([text.removeprefix("passage: ")])[0]
            for text in texts
        ]
    )
    assert len(texts) == 200
    assert (found * expected).sum(axis=1).min() >= 0.998  # 0.9956 where sums overflow


def test_no_sum_overflows_on_any_processor() -> None:
    """With signed weights those without VNNI add pairs of products in 16 bits."""
    graph = onnx.load_from_string((FILES / "encoder.onnx").read_bytes()).graph
    kinds = {constant.name: constant.data_type for constant in graph.initializer}
    matrices = [n.input[1] for n in graph.node if n.op_type in ("QAttention", "MatMulIntegerToFloat")]
    assert len(matrices) == 36
    assert {kinds[name] for name in matrices} == {onnx.TensorProto.UINT8}


def test_a_text_is_cut_into_words_and_not_into_characters(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("重庆市人民政府办公厅关于印发行动计划的通知").tokens == [
        "<s>", "▁", "重庆", "市", "人民政府", "办公厅", "关于", "印发", "行动", "计划", "的通知", "</s>",
    ]  # fmt: skip


def test_what_is_unknown_in_the_documents_here_is_unknown_to_the_original_too(tokenizer: Tokenizer) -> None:
    files = [*DATA.glob("**/*.txt"), *(Path(str(resources.files("index.corpus")))).glob("*.txt")]
    characters = {c for file in files for c in file.read_text(encoding="utf-8")}
    assert len(characters) > 1000
    unknown = {c for c in characters if UNKNOWN in tokenizer.encode(f"国{c}国").ids}
    assert unknown <= NOT_IN_THE_ORIGINAL


@pytest.mark.parametrize(
    "text",
    ["補貼", "ＡＢＣ１２３", "国Д国", "国ㄅ国", "①②③", "〔2024〕75号", "eVTOL", "ChatGPT 4.0", "１０㎡"],
)
def test_traditional_characters_latin_and_digits_are_known(tokenizer: Tokenizer, text: str) -> None:
    assert UNKNOWN not in tokenizer.encode(text).ids


def test_what_the_original_does_not_know_is_marked_as_unknown(tokenizer: Tokenizer) -> None:
    for character in NOT_IN_THE_ORIGINAL:
        assert UNKNOWN in tokenizer.encode(character).ids


@pytest.mark.parametrize(
    ("n", "sizes"), [(0, [2]), (254, [256]), (255, [130, 129]), (1000, [252, 252, 252, 252])]
)
def test_a_long_text_is_read_in_equal_windows(n: int, sizes: list[int]) -> None:
    found = list(windows([0, *range(10, 10 + n), 2]))
    assert [len(window) for window in found] == sizes
    assert [i for window in found for i in window[1:-1]] == list(range(10, 10 + n))
    assert all(window[0] == 0 and window[-1] == 2 for window in found)
