"""The built-in encoder: no download, unit vectors, near meanings near."""

from __future__ import annotations

import pytest

from index.errors import SettingsError
from index.search.builtin import BuiltinEncoder, manifest
from index.search.encoder import make_encoder


@pytest.fixture(scope="module")
def encoder() -> BuiltinEncoder:
    return BuiltinEncoder()


def cosine(a: list[float], b: list[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def test_vectors_are_of_unit_length_and_the_same_each_time(encoder: BuiltinEncoder) -> None:
    one, two = encoder.embed_documents(["低空经济", "低空经济"])
    assert one == two
    assert len(one) == 384
    assert cosine(one, one) == pytest.approx(1.0, abs=1e-4)
    assert encoder.embed_documents([]) == []


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        ("飞的什么时候能坐上", "发展eVTOL、飞行汽车等城市空中交通", "发展生物陶瓷、生物胶原膜等生物材料"),
        ("给年轻科学家的钱", "对博士后依法依规给予资助", "构建以智能算力为主的城市算力供给体系"),
        ("创业失败了会被追责吗", "完善容错机制，营造宽容失败的氛围", "研发激光存储、全息光存储等光存储器"),
    ],
)
def test_near_in_meaning_without_a_word_in_common(
    encoder: BuiltinEncoder, question: str, near: str, far: str
) -> None:
    vector = encoder.embed_query(question)
    close, distant = encoder.embed_documents([near, far])
    assert cosine(vector, close) > cosine(vector, distant)


def test_a_long_question_is_read_by_its_beginning(encoder: BuiltinEncoder) -> None:
    question = "低空经济的牵头单位是谁" * 60
    assert encoder.embed_query(question) == encoder.embed_query(question[: encoder.question_limit])


def test_a_vector_does_not_depend_on_what_is_embedded_beside_it(encoder: BuiltinEncoder) -> None:
    texts = ["低空经济", "发展eVTOL、飞行汽车等城市空中交通" * 40, "给予一次性奖励50万元。"]
    together = encoder.embed_documents(texts)
    assert together == [row for text in texts for row in encoder.embed_documents([text])]


def test_the_end_of_a_long_passage_counts(encoder: BuiltinEncoder) -> None:
    filler = "完善容错机制，营造宽容失败的氛围。" * 60
    question = encoder.embed_query("发展飞行汽车")
    with_end, without = encoder.embed_documents([filler + "发展飞行汽车等城市空中交通。" * 20, filler])
    assert cosine(question, with_end) > cosine(question, without) + 0.01


@pytest.mark.parametrize("text", ["", "？", "\n", "鲷", "𠀀", "Ａ１", "a" * 3000])
def test_any_text_has_a_vector(encoder: BuiltinEncoder, text: str) -> None:
    assert cosine(encoder.embed_query(text), encoder.embed_query(text)) == pytest.approx(1.0, abs=1e-4)


def test_traditional_characters_and_full_width_are_understood(encoder: BuiltinEncoder) -> None:
    plain, wide, traditional, other = encoder.embed_documents(
        ["5G企业申请补贴的条件", "５Ｇ企业申请补贴的条件", "5G企業申請補貼的條件", "建设项目的环境影响评价"]
    )
    assert plain == wide
    assert cosine(plain, traditional) > cosine(plain, other) + 0.02


def test_its_name_tells_the_weights_that_an_index_was_made_with() -> None:
    digest = manifest()["sha256"]["encoder.onnx"]
    assert make_encoder("builtin").name.startswith(f"builtin:{manifest()['name']}@{digest[:8]}")


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(SettingsError, match="TIAOKUAN_EMBEDDER"):
        make_encoder("nonsense")
