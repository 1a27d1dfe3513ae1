"""The model in PyTorch: for training, and as the float original that the int8 one is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn.functional import normalize

from index.models.unpack import Shape

PAD = 1


def make_model(shape: Shape, weights: Mapping[str, Any]) -> torch.nn.Module:
    """transformers' ``BertModel`` with these weights (arrays or tensors)."""
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=len(weights["embeddings.word_embeddings.weight"]),
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        pad_token_id=PAD,
    )
    model = BertModel(config, add_pooling_layer=False)
    tensors = {name: torch.as_tensor(values) for name, values in weights.items()}
    missing, unknown = model.load_state_dict(tensors, strict=False)
    if unknown or any("position_ids" not in name for name in missing):
        raise ValueError(f"weights do not fit: {missing} missing, {unknown} unknown")
    return model.eval()


def tokenised(tokenizer: Tokenizer, texts: Sequence[str], length: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and mask, padded to the longest; a text over ``length`` tokens is cut, its end mark kept."""
    rows = [cut(tokenizer.encode(text).ids, length) for text in texts]
    width = max(map(len, rows))
    ids = torch.full((len(rows), width), PAD)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
    return ids, (ids != PAD).long()


def cut(ids: list[int], length: int) -> list[int]:
    return ids if len(ids) <= length else [*ids[: length - 1], ids[-1]]


def pooled(model: torch.nn.Module, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean over the tokens, unit length."""
    hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
    weight = mask.unsqueeze(-1).float()
    return normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)


def embed(
    model: torch.nn.Module, tokenizer: Tokenizer, texts: Sequence[str], length: int = 512, batch: int = 32
) -> NDArray[np.float32]:
    """(n, hidden), in the order of the texts; texts with their prefix."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    rows: list[NDArray[np.float32] | None] = [None] * len(texts)
    with torch.inference_mode():
        for start in range(0, len(order), batch):
            places = order[start : start + batch]
            vectors = pooled(model, *tokenised(tokenizer, [texts[i] for i in places], length)).numpy()
            for place, vector in zip(places, vectors, strict=True):
                rows[place] = vector
    return np.array(rows, dtype=np.float32)
