"""Every encoder keeps the same promises: ours, a sentence-transformers model on the disk, a service in OpenAI's format."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.errors import ServiceError
from index.search import encoder
from index.search.encoder import Encoder, make_encoder
from tests.scripted import Reply, Server, serving

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"低空经济由谁牵头发展飞行汽车"]
JSON = "application/json"


@pytest.fixture
def service() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two layers of random weights: whether it is right does not matter here."""
    transformers = pytest.importorskip("transformers")
    sentence_transformers = pytest.importorskip("sentence_transformers")
    folder = tmp_path_factory.mktemp("bert")
    (folder / "vocab.txt").write_text("\n".join(dict.fromkeys(WORDS)), encoding="utf-8")
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
    )
    transformers.BertModel(config).save_pretrained(folder)
    kept = tmp_path_factory.mktemp("model")
    sentence_transformers.SentenceTransformer(str(folder)).save(str(kept))
    return str(kept)


@pytest.fixture(params=["builtin", "sentence-transformers", "openai"])
def any_encoder(request: pytest.FixtureRequest) -> Encoder:
    if request.param == "openai":
        return make_encoder("openai:m", request.getfixturevalue("service").url, "secret")
    if request.param == "sentence-transformers":
        return make_encoder(f"sentence-transformers:{request.getfixturevalue('model_folder')}")
    return make_encoder("builtin")


def test_a_vector_for_each_text_in_the_order_given(any_encoder: Encoder) -> None:
    texts = ["低空经济", "由谁牵头发展", "飞行汽车由谁牵头"]
    rows = any_encoder.embed_documents(texts)
    assert len(rows) == 3
    again = any_encoder.embed_documents(texts[::-1])
    for row, same in zip(rows, again[::-1], strict=True):
        assert row == pytest.approx(same, abs=1e-4)
    assert {len(row) for row in rows} == {len(any_encoder.embed_query("低空经济由谁牵头"))}


def test_no_text_needs_no_vector(any_encoder: Encoder) -> None:
    assert any_encoder.embed_documents([]) == []


def test_the_request_is_what_the_services_expect(service: Server) -> None:
    made = make_encoder("openai:bge-m3", service.url, "secret")
    made.embed_documents(["低空"] * (encoder.BATCH + 1))
    assert made.name == "openai:bge-m3"
    assert service.paths == ["/v1/embeddings"] * 2
    assert [len(r["input"]) for r in service.requests] == [encoder.BATCH, 1]
    assert {r["model"] for r in service.requests} == {"bge-m3"}
    assert set(service.keys) == {"Bearer secret"}


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(status=401), "返回 401"),
        (Reply(status=404), "返回 404"),
        (Reply(body="<html>"), "不是约定的格式"),
        (Reply(body="{}", kind=JSON), "不是约定的格式"),
        (Reply(body='{"data": []}', kind=JSON), "不是约定的格式"),
        (Reply(body='{"data": [{"index": 0, "embedding": []}]}', kind=JSON), "不是约定的格式"),
    ],
)
def test_a_service_that_fails_is_named(service: Server, reply: Reply, message: str) -> None:
    service.reply = reply
    with pytest.raises(ServiceError, match=message) as caught:
        make_encoder("openai:m", service.url).embed_query("问")
    assert service.url in caught.value.message
    assert "TIAOKUAN_EMBEDDER_BASE_URL" in caught.value.hint


def test_a_service_that_is_down_or_slow(service: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "RETRIES", 0)
    with pytest.raises(ServiceError, match="连不上"):
        make_encoder("openai:m", "http://127.0.0.1:9/v1").embed_query("问")
    monkeypatch.setattr(encoder, "TIMEOUT", 0.3)
    service.reply = Reply(wait=2.0)
    with pytest.raises(ServiceError, match="没有回应"):
        make_encoder("openai:m", service.url).embed_query("问")
