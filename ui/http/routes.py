"""The routes under ``/v1``: each translates a request into one call of the assistant."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, Response, UploadFile

from assistant.answer.model import Answer, CiteResult, MatchResult, SearchResult
from assistant.views import ClauseView, IndexReport, IndexRow
from index.errors import TiaokuanError
from ui.http.replies import (
    EVENT_STREAM,
    RefusedError,
    event_reply,
    event_text,
    json_reply,
    json_text,
    primed,
)
from ui.problems import KINDS, one_line, problem, problem_body, without_folders
from ui.schemas import AskBody, CiteBody, MatchBody, SearchBody
from ui.service import Service

LOG = logging.getLogger(__name__)
MOST_FILES = 100
LONGEST_NAME = 200
READ = frozenset({"added", "updated", "unchanged", "duplicate"})


def question_routes(assistant: Service) -> APIRouter:
    """Ask, search, cite, match."""
    routes = APIRouter(prefix="/v1", tags=["问答"])

    @routes.post("/ask", response_model=Answer, summary="提问")
    def ask(body: AskBody, request: Request) -> Response:
        if EVENT_STREAM in request.headers.get("accept", ""):
            return event_reply(primed(_answer_events(assistant, body)))
        return json_reply(assistant.ask(body.question, body.turns or (), body.documents, body.collection))

    @routes.post("/search", response_model=SearchResult, summary="检索条款")
    def search(body: SearchBody) -> Response:
        return json_reply(assistant.search(body.question, body.k, body.documents, body.collection))

    @routes.post("/cite", response_model=CiteResult, summary="查引")
    def cite(body: CiteBody) -> Response:
        return json_reply(assistant.cite(body.query, body.wanted, body.collection))

    @routes.post("/match", response_model=MatchResult, summary="适用政策")
    def match(body: MatchBody) -> Response:
        return json_reply(assistant.match(body.text, body.profile, body.documents, body.collection))

    return routes


def library_routes(assistant: Service) -> APIRouter:
    """Documents and clauses."""
    routes = APIRouter(prefix="/v1", tags=["资料库"])

    @routes.get("/documents", response_model=IndexReport, summary="文件列表")
    def documents() -> Response:
        return json_reply(placeless(assistant.list_documents()))

    @routes.post("/documents", response_model=IndexReport, summary="加入文件")
    def add(
        files: Annotated[list[UploadFile], File()],
        collection: Annotated[str, Form(min_length=1, max_length=500)] = "default",
    ) -> Response:
        if len(files) > MOST_FILES:
            raise _too_many()
        named = [(base_name(file.filename), file.file.read()) for file in files]
        report = placeless(assistant.add_files(named, collection))
        if not any(row.state in READ for row in report.documents):
            raise RefusedError(_nothing_read(report))
        return json_reply(report)

    @routes.get("/documents/{id}", summary="一份文件及其条款")
    def show(id: str) -> Response:
        return json_reply(assistant.show(id))

    @routes.delete("/documents/{id}", response_model=IndexReport, summary="移除文件")
    def remove(id: str) -> Response:
        return json_reply(placeless(assistant.remove(id)))

    @routes.get("/clauses/{id}", response_model=ClauseView, summary="一条条款及其前后")
    def clause(id: str) -> Response:
        return json_reply(assistant.clause(id))

    return routes


def health_routes(assistant: Service) -> APIRouter:
    """``/healthz``: the process runs; ``/readyz``: the library can answer."""
    routes = APIRouter(tags=["运行"])

    @routes.head("/healthz", include_in_schema=False)
    @routes.get("/healthz", summary="进程在运行")
    def healthz() -> Response:
        return json_reply({"status": "ok"})

    @routes.head("/readyz", include_in_schema=False)
    @routes.get("/readyz", summary="可以回答")
    def readyz() -> Response:
        try:
            assistant.ready()
        except Exception as error:  # a probe must get its 503 whatever is wrong
            LOG.warning("not ready: %s", error)
            raise RefusedError(problem(error) | {"status": 503}) from error
        return json_reply({"status": "ready"})

    return routes


def placeless(report: IndexReport) -> IndexReport:
    """The report without the server's folders."""

    def bare(row: IndexRow) -> IndexRow:
        reason = without_folders(row.reason) if row.reason else None
        return row.model_copy(update={"path": row.source, "reason": reason})

    return report.model_copy(
        update={
            "documents": tuple(map(bare, report.documents)),
            "failures": tuple(map(bare, report.failures)),
        }
    )


def base_name(name: str | None) -> str:
    """The last part of an uploaded file's name, without folders, control characters and leading dots."""
    last = one_line(re.split(r"[\\/]", name or "")[-1]).lstrip(". ")
    stem, dot, suffix = last.rpartition(".")
    if len(last) > LONGEST_NAME and dot:
        last = stem[: LONGEST_NAME - len(suffix[:20]) - 1] + dot + suffix[:20]
    return last[:LONGEST_NAME] or "未命名"


def _answer_events(assistant: Service, body: AskBody) -> Iterator[str]:
    """The answer as events; an error of the first step is raised, a later one becomes the event ``error``."""
    begun = False
    try:
        for event in assistant.stream(body.question, body.turns or (), body.documents, body.collection):
            whole = event.answer.model_dump_json() if event.answer else json_text({"text": event.text})
            yield event_text(whole, event.kind)
            begun = True
    except Exception as error:
        if not begun:
            raise
        LOG.warning("stream ended early", exc_info=not isinstance(error, TiaokuanError))
        yield event_text(json_text(problem(error)), "error")


def _too_many() -> RefusedError:
    detail = f"files：一次最多 {MOST_FILES} 个文件，请分几次上传"
    return RefusedError(problem_body(413, "请求太大", detail, code="too_large"))


def _nothing_read(report: IndexReport) -> dict[str, Any]:
    kind = next(kind for kind in KINDS.values() if kind.code == "unreadable")
    reasons = "；".join(f"{row.source}：{row.reason or '没有读出内容'}" for row in report.documents)
    rows = [row.model_dump(mode="json") for row in report.documents]
    detail = one_line(reasons) or "没有收到文件"
    return problem_body(kind.status, kind.title, detail, code=kind.code, documents=rows)
