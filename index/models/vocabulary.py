"""The vocabulary of 250,002 pieces, cut to what Chinese policy and law text, Latin and digits need; its tokenizer.

XLM-R's normalisation is NFKC but for the few points below; pieces keep their scores, so that a text whose pieces were all
kept is cut as by the whole vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from index.models.unpack import Original

WORDS = "embeddings.word_embeddings.weight"

SPECIAL = 4  # <s>, <pad>, </s>, <unk>: the first ids
UNKNOWN = 3
_REMOVED = r"[\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"
_BLANK = r"[\t\n\f\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"
_TILDE, _KEPT_TILDE = "～", "\ue0ff"  # NFKC would make it ASCII
_HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_ALWAYS = ((0x20, 0x024F), (0x0370, 0x03FF), (0x2000, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), *_HAN)
"""Latin, Greek, punctuation, numbers, kana, Han, full width."""
_BESIDE_HAN = "0123456789，。、；：（）年%.,:()-"
LATIN_WORDS = 40_000
"""Pieces stand in the order of their frequency: a Latin word stays that is among the first."""

Pieces = Sequence[tuple[str, float]]


def make_tokenizer(pieces: Pieces) -> Tokenizer:
    """``<s> … </s>`` around a text; ids are the places in ``pieces``."""
    tokenizer = Tokenizer(models.Unigram([(text, score) for text, score in pieces], unk_id=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(_TILDE, _KEPT_TILDE),
            normalizers.Replace(Regex(_REMOVED), ""),
            normalizers.Replace(Regex(_BLANK), " "),
            normalizers.NFKC(),
            normalizers.Replace(_KEPT_TILDE, _TILDE),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(split=False)
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


def needed(pieces: Pieces, texts: Iterable[str]) -> list[int]:
    """Ids to keep, ascending: the special ones, what is kept always, and what the texts are cut into."""
    tokenizer = make_tokenizer(pieces)
    used = set(range(SPECIAL)) | {i for i, (piece, _) in enumerate(pieces) if _basic(i, piece)}
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 2000:
            _collect(tokenizer, batch, used)
            batch = []
    _collect(tokenizer, batch, used)
    return sorted(used)


def _collect(tokenizer: Tokenizer, batch: list[str], used: set[int]) -> None:
    for encoding in tokenizer.encode_batch_fast(batch):
        used.update(encoding.ids)


def _basic(place: int, piece: str) -> bool:
    """Whatever the texts hold: every single character, so that none becomes unknown; those in use here with a blank before
    them; Han, digits and what stands between them; a frequent word of Latin letters."""
    if len(piece) == 1:
        return True
    text = piece.removeprefix("▁")
    if len(text) == 1:
        return _within(text, _ALWAYS)
    if text.isascii() and text.isalpha():
        return place < LATIN_WORDS
    return all(c in _BESIDE_HAN or _within(c, _HAN) for c in text)


def _within(character: str, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= ord(character) <= last for first, last in ranges)


def kept(original: Original, tokenizer: Tokenizer) -> Original:
    """The model with the rows of the tokenizer's pieces, in its order."""
    place = {piece: i for i, (piece, _) in enumerate(original.pieces)}
    words = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    rows = [place[piece] for piece, _ in words]
    weights = dict(original.weights)
    weights[WORDS] = weights[WORDS][rows]
    shape = original.shape._replace(vocabulary=len(rows))
    return Original(shape, [original.pieces[i] for i in rows], original.replaced, weights)
