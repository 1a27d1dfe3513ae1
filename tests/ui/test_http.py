"""The HTTP interface over a fake assistant: shapes, refusals, streams."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.views import IndexReport, IndexRow
from index.errors import LibraryBusyError, LibraryError, ModelError, NotFoundError
from tests.fakes import DOCUMENT
from tests.ui.fake_assistant import FakeDesk
from ui.http import create_app
from ui.http.guard import JSON_BYTES, UPLOAD_BYTES
from ui.http.routes import base_name, placeless

WHO = "空天信息产业由谁牵头？"
SENT_AS_JSON = {"content-type": "application/json"}
STREAM = {"accept": "text/event-stream"}


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def client(desk: FakeDesk) -> Iterator[TestClient]:
    with TestClient(create_app(desk, page=False), raise_server_exceptions=False) as client:
        yield client


def refused(response, status: int) -> dict:
    """The problem body of a refusal, after checking what every refusal has."""
    body = response.json()
    assert response.status_code == status, body
    assert response.headers["content-type"] == "application/problem+json"
    assert body["status"] == status
    assert any("\u4e00" <= c <= "\u9fff" for c in body["detail"]), body["detail"]
    assert "Traceback" not in response.text
    return body


def events(text: str) -> list[tuple[str, dict]]:
    blocks = [
        dict(line.split(": ", 1) for line in block.splitlines()) for block in text.split("\n\n") if block
    ]
    return [(block["event"], json.loads(block["data"])) for block in blocks]


def chunks(text: str) -> list[str]:
    return [line.removeprefix("data: ") for line in text.split("\n\n") if line]


# -- answers ------------------------------------------------------------------------------------


def test_a_question_is_answered_with_its_citations(client, desk):
    answer = client.post("/v1/ask", json={"question": WHO}).json()
    assert answer["outcome"] == "answered"
    assert answer["citations"][0]["document"]["number"] == "渝府办发〔2024〕75号"
    assert list(answer) == list(desk.ask(WHO).model_dump())


def test_turns_are_the_users_and_the_last_is_answered(client, desk):
    answer = client.post("/v1/ask", json={"turns": [WHO, "责任单位呢？"]}).json()
    assert answer["question"] == "责任单位呢？"
    assert desk.asked == [(WHO, "责任单位呢？")]


def test_a_stream_ends_with_the_whole_answer(client):
    response = client.post("/v1/ask", json={"question": WHO}, headers=STREAM)
    assert response.headers["content-type"].startswith("text/event-stream")
    got = events(response.text)
    assert [kind for kind, _ in got] == ["status", "delta", "delta", "answer"]
    assert got[-1][1]["outcome"] == "answered"


def test_what_fails_in_a_stream_is_its_last_event(client, desk):
    desk.failure = ModelError("语言模型没有回应", "请稍后再试")
    got = events(client.post("/v1/ask", json={"question": WHO}, headers=STREAM).text)
    assert got[-1][0] == "error"
    assert got[-1][1]["detail"] == "语言模型没有回应；请稍后再试"
    assert got[-1][1]["retryable"] is True


def test_a_stream_that_cannot_begin_is_refused_as_a_request(client):
    refused(client.post("/v1/ask", json={"question": 1}, headers=STREAM), 422)


def test_search_gives_ranked_hits(client):
    found = client.post("/v1/search", json={"question": "空天信息", "k": 1}).json()
    assert [hit["rank"] for hit in found["hits"]] == [1]
    assert found["hits"][0]["citation"]["quote"]


def test_cite_without_a_match_is_an_answer_too(client):
    assert client.post("/v1/cite", json={"query": "（25）"}).json()["matches"]
    nothing = client.post("/v1/cite", json={"query": "没有这句话", "document": DOCUMENT.id})
    assert nothing.status_code == 200
    assert nothing.json()["matches"] == []
    assert nothing.json()["nearest"]


def test_match_takes_a_sentence_or_a_profile(client, desk):
    assert client.post("/v1/match", json={"text": "低空经济企业"}).json()["measures"][0]["amount"] is None
    assert client.post("/v1/match", json={"profile": {"行业": "低空经济"}}).status_code == 200
    assert desk.profile == {"行业": "低空经济"}


# -- library ------------------------------------------------------------------------------------


def test_documents_are_listed_shown_and_removed(client):
    assert client.get("/v1/documents").json()["documents"][0]["id"] == DOCUMENT.id
    assert client.get(f"/v1/documents/{DOCUMENT.id}").json()["document"]["title"] == DOCUMENT.title
    assert client.delete(f"/v1/documents/{DOCUMENT.id}").json()["documents"][0]["state"] == "removed"
    body = refused(client.delete("/v1/documents/nothing"), 404)
    assert body["nearest"] == [DOCUMENT.title]


def test_files_are_added_under_their_base_names(client, desk):
    sent = [("files", ("../../etc/规划.txt", "一、总则".encode())), ("files", ("空.txt", b""))]
    report = client.post("/v1/documents", files=sent, data={"collection": "市级"}).json()
    assert [row["state"] for row in report["documents"]] == ["added", "failed"]
    assert report["documents"][0]["collection"] == "市级"
    assert [name for name, _ in desk.given] == ["规划.txt", "空.txt"]


def test_an_upload_of_which_nothing_was_read_is_refused_with_its_rows(client):
    body = refused(client.post("/v1/documents", files=[("files", ("空.txt", b""))]), 422)
    assert body["documents"][0]["reason"] == "文件是空的"
    assert "空.txt" in body["detail"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\桌面\\规划.docx", "规划.docx"),
        ("/etc/passwd", "passwd"),
        ("..", "未命名"),
        (".hidden", "hidden"),
        ("a\x00b\n.txt", "a b .txt"),
        (None, "未命名"),
        ("长" * 300 + ".docx", "长" * 195 + ".docx"),
    ],
)
def test_file_names_lose_their_folders(given, kept):
    assert base_name(given) == kept


def test_a_clause_has_an_address(client):
    assert client.get("/v1/clauses/c003").json()["citation"]["clause_id"] == "c003"
    refused(client.get("/v1/clauses/nothing"), 404)


# -- chat completions ---------------------------------------------------------------------------


def chat(*said: tuple[str, object], **more: object) -> dict:
    return {"model": "tiaokuan", "messages": [{"role": r, "content": c} for r, c in said], **more}


def test_chat_feeds_the_users_messages_alone(client, desk):
    said = chat(
        ("system", "你是律师"),
        ("user", WHO),
        ("assistant", "是市教委。"),
        (
            "user",
            [{"type": "text", "text": "责任单位呢？"}, {"type": "image_url", "image_url": {"url": "x"}}],
        ),
        temperature=0.3,
    )
    reply = client.post("/v1/chat/completions", json=said).json()
    assert desk.asked == [(WHO, "责任单位呢？")]
    assert reply["model"] == "tiaokuan"
    assert reply["choices"][0]["finish_reason"] == "stop"


def test_chat_annotations_point_at_their_markers(client):
    message = client.post("/v1/chat/completions", json=chat(("user", WHO))).json()["choices"][0]["message"]
    cited = [a["url_citation"] for a in message["annotations"]]
    assert [message["content"][c["start_index"] : c["end_index"]] for c in cited] == ["[1]", "[2]"]
    assert "渝府办发〔2024〕75号" in cited[0]["title"]
    assert client.get(cited[0]["url"]).status_code == 200


def test_a_streamed_chat_says_the_same_as_a_whole_one(client):
    whole = client.post("/v1/chat/completions", json=chat(("user", WHO))).json()["choices"][0]["message"]
    sent = chunks(client.post("/v1/chat/completions", json=chat(("user", WHO), stream=True)).text)
    assert sent[-1] == "[DONE]"
    deltas = [json.loads(chunk)["choices"][0]["delta"] for chunk in sent[:-1]]
    assert "".join(delta.get("content", "") for delta in deltas) == whole["content"]
    assert deltas[-1]["annotations"] == whole["annotations"]
    assert len(deltas) > 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (chat(("system", "你好")), "role 为 user"),
        (chat(("user", WHO)) | {"model": "gpt"}, "model"),
        ({"model": "tiaokuan", "messages": []}, "messages"),
        (chat(("user", WHO), n=2), "n："),
        (chat(("user", "")), "问题是空的"),
    ],
)
def test_a_chat_without_a_question_is_refused(client, body, words):
    assert words in refused(client.post("/v1/chat/completions", json=body), 422)["detail"]


def test_models_lists_the_one_there_is(client):
    assert [model["id"] for model in client.get("/v1/models").json()["data"]] == ["tiaokuan"]
    assert client.get("/v1/models/tiaokuan").json()["id"] == "tiaokuan"
    refused(client.get("/v1/models/gpt"), 404)


# -- health -------------------------------------------------------------------------------------


def test_the_process_is_healthy_before_the_library_is_ready(client, desk):
    desk.unready = LibraryError("资料库打不开：/srv/data/.tiaokuan/chroma 已损坏", "恢复备份")
    assert client.get("/healthz").json() == {"status": "ok"}
    body = refused(client.get("/readyz"), 503)
    assert body["detail"] == "资料库打不开：chroma 已损坏；恢复备份"
    desk.unready = None
    assert client.get("/readyz").status_code == 200
    assert client.head("/healthz").status_code == 200


# -- bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "content", "field"),
    [
        ("/v1/ask", "{}", "question"),
        ("/v1/ask", '{"question": null}', "question"),
        ("/v1/ask", '{"question": "x", "turns": ["y"]}', "question"),
        ("/v1/ask", '{"turns": []}', "turns"),
        ("/v1/ask", '{"question": 1e999}', "question"),
        ("/v1/ask", '{"question": "\\ud800"}', "question"),
        ("/v1/ask", '{"question": "x", "\\ud800": 1}', ""),
        ("/v1/ask", '{"question": "x", "extra": 1}', "extra"),
        ("/v1/ask", '{"question": ["x"]}', "question"),
        ("/v1/ask", '{"question": "x", "documents": "y"}', "documents"),
        ("/v1/ask", '{"question": ', ""),
        ("/v1/ask", "[]", ""),
        ("/v1/ask", "", ""),
        ("/v1/search", '{"question": "x", "k": 0}', "k"),
        ("/v1/search", '{"question": "x", "k": 1000}', "k"),
        ("/v1/search", '{"question": "x", "k": true}', "k"),
        ("/v1/cite", "{}", "query"),
        ("/v1/match", "{}", "text"),
        ("/v1/match", '{"profile": {"a": 1e999}}', "profile"),
        ("/v1/match", '{"profile": {"a": "\\udfff"}}', "profile"),
        ("/v1/match", '{"profile": []}', "profile"),
    ],
)
def test_a_body_that_is_wrong_is_refused_by_field(client, path, content, field):
    body = refused(client.post(path, content=content, headers=SENT_AS_JSON), 422)
    assert field in body["detail"]
    assert "input" not in json.dumps(body["errors"])


@pytest.mark.parametrize("content", ["[" * 100_000, b"\xff\xfe{"])
def test_a_body_that_is_no_text_at_all_is_refused(client, content):
    refused(client.post("/v1/ask", content=content, headers=SENT_AS_JSON), 400)


def test_json_must_say_that_it_is_json(client):
    assert "application/json" in refused(client.post("/v1/ask", content='{"question": "x"}'), 422)["detail"]


def test_an_empty_question_is_refused_by_the_assistant(client):
    assert (
        refused(client.post("/v1/ask", json={"question": " "}), 422)["detail"]
        == "问题是空的；请写下要问的内容"
    )


def test_markup_and_control_characters_come_back_as_they_were(client):
    question = "<script>alert(1)</script>\u0000\u001b[31m 空天"
    response = client.post("/v1/ask", json={"question": question})
    assert response.json()["question"] == question
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_bodies_have_an_end(client):
    refused(client.post("/v1/ask", json={"question": "x" * JSON_BYTES}), 413)
    refused(client.post("/v1/ask", content=(b" " * 65_536 for _ in range(32)), headers=SENT_AS_JSON), 413)
    too_long = {"content-length": str(UPLOAD_BYTES + 1), "content-type": "multipart/form-data; boundary=x"}
    refused(client.post("/v1/documents", content=b"", headers=too_long), 413)


def test_unknown_addresses_and_methods_are_refused_in_chinese(client):
    refused(client.get("/v1/nothing"), 404)
    refused(client.post("/v1/nothing/at/all"), 404)
    wrong = client.get("/v1/ask")
    refused(wrong, 405)
    assert wrong.headers["allow"] == "POST"
    refused(client.delete("/healthz"), 405)


def test_what_is_known_wins_over_refusals(client):
    assert "/v1/ask" in client.get("/v1/openapi.json").json()["paths"]


# -- errors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("没有这份文件", "请看列表"), 404),
        (LibraryError("资料库已损坏"), 503),
        (LibraryBusyError("资料库正忙"), 503),
        (ModelError("语言模型出错"), 502),
        (RuntimeError("/home/someone/secret"), 500),
    ],
)
def test_errors_become_problems(client, desk, error, status):
    desk.failure = error
    body = refused(client.post("/v1/ask", json={"question": WHO}), status)
    assert "secret" not in json.dumps(body)
    assert body.get("retryable", False) is getattr(error, "retryable", False)


# -- other sites --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://testserver"}, 200),
        ({"origin": "http://testserver:80", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "https://policy.example", "x-forwarded-host": "policy.example"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://testserver:8000"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://[broken"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
    ],
)
def test_other_sites_may_not_write(client, headers, status):
    response = client.post("/v1/ask", json={"question": WHO}, headers=headers)
    assert response.status_code == status
    assert "access-control-allow-origin" not in response.headers
    assert client.get("/healthz", headers=headers).status_code == 200


def test_the_folders_of_the_server_are_nobody_s_business():
    row = IndexRow(
        id="d1",
        title="甲市办法",
        source="a.txt",
        state="duplicate",
        reason="内容与已有的「/srv/文件/乙/a.txt」相同",
        path="/srv/文件/a.txt",
    )
    report = placeless(IndexReport(documents=(row,), library="1-a", failures=(row,)))
    assert "/srv" not in report.model_dump_json()
    assert report.documents[0].reason == "内容与已有的「a.txt」相同"
