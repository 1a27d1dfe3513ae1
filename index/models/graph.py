"""The model as an ONNX graph: token ids of a text → its unit vector. Weights in int8.

Written by hand over onnxruntime's fused operators (attention, normalisation with residual, gelu), so that it is read in a
minute and depends on no exporter. There is no mask: texts are read one at a time, which is faster on a CPU than a padded
batch (the activations stay in the cache) and makes a vector independent of its neighbours.

Attention and the two narrower matrices of a layer have one scale a column, and their input one scale; what comes out of
the gelu has few large values, so that the matrix behind it has a scale for each block of 128, and so has its input: that
alone takes the cosine with the float model from .997 to .999 for a fifth of the time.

Weights are stored unsigned: with signed ones the sums of processors without VNNI overflow, and a text has another vector there
than elsewhere (cosine with the float model .9985 instead of .9992, near ties in the ranking fall otherwise).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from index.models.unpack import Array, Shape

MICROSOFT = "com.microsoft"
BLOCK = 128
ZERO = 128
"""What stands for 0 in a matrix of unsigned weights."""


class Graph:
    """Nodes and constants under construction; ``add`` gives the name of the node's first output."""

    def __init__(self, shape: Shape, weights: Mapping[str, Array]) -> None:
        self.shape, self.weights = shape, weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def add(self, kind: str, inputs: list[str], name: str, **attributes: Any) -> str:
        """A node of ONNX itself."""
        return self._node(kind, inputs, [name], domain="", **attributes)

    def fused(self, kind: str, inputs: list[str], name: str, **attributes: Any) -> str:
        """A node of onnxruntime's own."""
        return self._node(kind, inputs, [name], domain=MICROSOFT, **attributes)

    def in_int8(self, x: str, name: str) -> tuple[str, str, str]:
        """The values, their scale and their zero point."""
        names = [f"{name}.{part}" for part in ("int8", "scale_in", "zero_in")]
        self._node("DynamicQuantizeLinear", [x], names)
        return names[0], names[1], names[2]

    def _node(self, kind: str, inputs: list[str], outputs: list[str], **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes))
        return outputs[0]


def build(shape: Shape, weights: Mapping[str, Array]) -> onnx.ModelProto:
    """``ids`` (texts, tokens), all texts of the same length → ``vectors`` (texts, hidden)."""
    g = Graph(shape, weights)
    x = embeddings(g)
    for number in range(shape.layers):
        x = layer(g, x, f"encoder.layer.{number}")
    g.add("ReduceMean", [x], "mean", axes=[1], keepdims=0)
    g.add("LpNormalization", ["mean"], "vectors", axis=-1, p=2)
    graph = helper.make_graph(
        g.nodes,
        "encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", shape.hidden])],
        g.constants,
    )
    imports = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=imports, ir_version=9, producer_name="tiaokuan")


def embeddings(g: Graph) -> str:
    """Words in int8 with a scale a row, places, and the one type of text, summed and normalised."""
    words = g.weights["embeddings.word_embeddings.weight"]
    scale = scales(np.abs(words).max(axis=1, keepdims=True))
    g.add("Gather", [g.constant("words", rounded(words, scale)), "ids"], "word_int8")
    g.add("Gather", [g.constant("word_scales", scale), "ids"], "word_scale")
    g.add("Cast", ["word_int8"], "word_float", to=TensorProto.FLOAT)
    g.add("Mul", ["word_float", "word_scale"], "word")
    kind = g.weights["embeddings.token_type_embeddings.weight"][0]
    g.constant("places", g.weights["embeddings.position_embeddings.weight"] + kind)
    g.add("Shape", ["ids"], "tokens", start=1, end=2)
    g.add("Slice", ["places", g.constant("first", np.array([0])), "tokens"], "place")
    g.add("Add", ["word", "place"], "placed")
    norm = [g.weight(f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
    return g.add("LayerNormalization", ["placed", *norm], "embedded", epsilon=g.shape.epsilon)


def layer(g: Graph, x: str, at: str) -> str:
    context = attention(g, x, f"{at}.attention.self")
    x = residual(g, x, linear(g, context, f"{at}.attention.output.dense"), f"{at}.attention.output.LayerNorm")
    inner = linear(g, x, f"{at}.intermediate.dense")
    active = g.fused("Gelu", [inner], f"{at}.gelu")
    return residual(g, x, linear_by_blocks(g, active, f"{at}.output.dense"), f"{at}.output.LayerNorm")


def attention(g: Graph, x: str, at: str) -> str:
    names = [f"{at}.{part}" for part in ("query", "key", "value")]
    matrix = np.concatenate([g.weights[f"{name}.weight"].T for name in names], axis=1)
    bias = np.concatenate([g.weights[f"{name}.bias"] for name in names])
    values, scale, zero = g.in_int8(x, at)
    column = scales(np.abs(matrix).max(axis=0))
    inputs = [
        values,
        g.constant(f"{at}.matrix", unsigned(matrix, column)),
        g.constant(f"{at}.bias", bias),
        scale,
        g.constant(f"{at}.scales", column),
        "",  # no mask
        zero,
        g.constant(f"{at}.zeros", np.full(len(column), ZERO, np.uint8)),
    ]
    return g.fused("QAttention", inputs, f"{at}.context", num_heads=g.shape.heads)


def linear(g: Graph, x: str, name: str) -> str:
    matrix = g.weights[f"{name}.weight"].T
    column = scales(np.abs(matrix).max(axis=0))
    values, scale, zero = g.in_int8(x, name)
    inputs = [
        values,
        g.constant(f"{name}.matrix", unsigned(matrix, column)),
        scale,
        g.constant(f"{name}.scales", column),
        zero,
        g.constant(f"{name}.zeros", np.full(len(column), ZERO, np.uint8)),
        g.weight(f"{name}.bias"),
    ]
    return g.fused("MatMulIntegerToFloat", inputs, f"{name}.out")


def linear_by_blocks(g: Graph, x: str, name: str) -> str:
    matrix = g.weights[f"{name}.weight"]
    rows, columns = matrix.shape
    blocks = matrix.reshape(rows, -1, BLOCK)
    scale = scales(np.abs(blocks).max(axis=-1, keepdims=True))
    inputs = [
        x,
        g.constant(f"{name}.blocks", unsigned(blocks, scale)),
        g.constant(f"{name}.scales", scale.reshape(rows, -1)),
        "",
        "",
        g.weight(f"{name}.bias"),
    ]
    return g.fused(
        "MatMulNBits", inputs, f"{name}.out", K=columns, N=rows, bits=8, block_size=BLOCK, accuracy_level=4
    )  # level 4: the input in int8 too


def residual(g: Graph, x: str, change: str, norm: str) -> str:
    weights = [g.weight(f"{norm}.{part}") for part in ("weight", "bias")]
    return g.fused("SkipLayerNormalization", [x, change, *weights], f"{norm}.out", epsilon=g.shape.epsilon)


def scales(largest: Array) -> Array:
    """What one step of int8 stands for."""
    result: Array = np.maximum(largest / 127, 1e-12).astype(np.float32)
    return result


def rounded(values: Array, scale: Array) -> NDArray[np.int8]:
    result: NDArray[np.int8] = np.clip(np.rint(values / scale), -127, 127).astype(np.int8)
    return result


def unsigned(values: Array, scale: Array) -> NDArray[np.uint8]:
    """Rounded, around ``ZERO``."""
    result: NDArray[np.uint8] = (rounded(values, scale).astype(np.int16) + ZERO).astype(np.uint8)
    return result
