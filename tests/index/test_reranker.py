"""A second look by a model of the user's: over HTTP, or a cross-encoder on the disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from index.errors import ServiceError, SettingsError
from index.library import Library
from index.search import reranker
from index.search.reranker import LOOKED_AT, CrossEncoderReranker, Reranker, ServiceReranker, make_reranker
from index.search.retriever import rank
from tests.scripted import Reply, Server, serving

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"低空经济由谁牵头发展飞行汽车"]


@pytest.fixture
def service() -> Iterator[Server]:
    """By default the longest passage is the best, listed best first."""
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> CrossEncoderReranker:
    """Two layers of random weights: whether it is right does not matter here."""
    transformers = pytest.importorskip("transformers")
    folder = tmp_path_factory.mktemp("cross")
    (folder / "vocab.txt").write_text("\n".join(dict.fromkeys(WORDS)), encoding="utf-8")
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=32, num_labels=1,
    )  # fmt: skip
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    made = make_reranker(f"sentence-transformers:{folder}")
    assert isinstance(made, CrossEncoderReranker)
    return made


@pytest.fixture(params=["service", "cross-encoder"])
def any_reranker(request: pytest.FixtureRequest) -> Reranker:
    if request.param == "service":
        return ServiceReranker("m", request.getfixturevalue("service").url)
    made: Reranker = request.getfixturevalue("cross_encoder")
    return made


def test_a_score_for_each_passage_in_the_order_given(any_reranker: Reranker) -> None:
    passages = ["低空经济", "由谁牵头发展", "飞行"]
    scores = any_reranker.scores("低空经济由谁牵头", passages)
    assert len(scores) == 3
    again = any_reranker.scores("低空经济由谁牵头", passages[::-1])
    assert again[::-1] == pytest.approx(scores, abs=1e-5)
    assert any_reranker.scores("低空经济由谁牵头", []) == []


def test_the_request_is_what_the_services_expect(service: Server) -> None:
    ServiceReranker("bge-reranker", service.url + "/", "secret").scores("问", ["甲", "乙乙"])
    assert service.paths == ["/v1/rerank"]
    assert service.requests == [
        {"model": "bge-reranker", "query": "问", "documents": ["甲", "乙乙"], "top_n": 2}
    ]
    assert service.keys == ["Bearer secret"]


@pytest.mark.parametrize(
    ("status", "reply", "message"),
    [
        (401, "{}", "返回 401"),
        (500, "oops", "返回 500"),
        (200, "<html>", "不是约定的格式"),
        (200, '{"results": []}', "不是约定的格式"),
        (200, '{"results": [{"index": 0}]}', "不是约定的格式"),
        (200, "[]", "不是约定的格式"),
    ],
)
def test_a_service_that_fails_is_named(service: Server, status: int, reply: str, message: str) -> None:
    service.reply = Reply(status=status, body=reply)
    with pytest.raises(ServiceError, match=message) as caught:
        ServiceReranker("m", service.url).scores("问", ["甲"])
    assert service.url in caught.value.message
    assert "TIAOKUAN_RERANKER" in caught.value.hint


def test_a_service_that_is_down_or_slow(service: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ServiceError, match="连不上"):
        ServiceReranker("m", "http://127.0.0.1:9/v1").scores("问", ["甲"])
    monkeypatch.setattr(reranker, "TIMEOUT", 0.2)
    service.reply = Reply(wait=1.0)
    with pytest.raises(ServiceError, match="没有回应"):
        ServiceReranker("m", service.url).scores("问", ["甲"])


@pytest.mark.parametrize("spec", ["none", "builtin"])
def test_by_default_there_is_no_second_look(spec: str) -> None:
    assert make_reranker(spec) is None


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("bge", "无法识别"),
        ("rerank:", "无法识别"),
        ("rerank:m", "TIAOKUAN_RERANKER_BASE_URL|缺少服务地址"),
        ("sentence-transformers:/no/such/model", "读不到模型"),
    ],
)
def test_a_setting_that_cannot_be_used(spec: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        make_reranker(spec)


def test_the_first_hits_are_put_in_its_order_and_the_rest_keep_theirs(seeded: Library) -> None:
    question = "未来产业有哪些支持措施"
    snapshot, vector = seeded.snapshot(), seeded.encoder.embed_query(question)
    before = rank(snapshot, vector, question, LOOKED_AT + 3)

    class Backwards:
        def scores(self, question: str, passages: Sequence[str]) -> list[float]:
            assert all(p.startswith("重庆市未来产业培育行动计划") for p in passages)
            return [float(n) for n in range(len(passages))]

    after = rank(snapshot, vector, question, LOOKED_AT + 3, reranker=Backwards())
    ids = [h.id for h in before]
    assert [h.id for h in after] == [*ids[:LOOKED_AT][::-1], *ids[LOOKED_AT:]]
    assert [h.rank for h in after] == list(range(1, LOOKED_AT + 4))
    assert [h.id for h in rank(snapshot, vector, question, 2, reranker=Backwards())] == ids[:LOOKED_AT][::-1][
        :2
    ]
