"""The application: routes, handlers of errors, and the page, mounted last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from index.errors import TiaokuanError
from ui.http.chat import chat_routes
from ui.http.guard import TOO_LARGE, Guard
from ui.http.replies import RefusedError, problem_reply
from ui.http.routes import health_routes, library_routes, question_routes
from ui.problems import INTERNAL, INTERNAL_TEXT, problem, problem_body
from ui.schemas import explain, sentence

if TYPE_CHECKING:
    from ui.service import Service, Source

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")

# Refusals of the framework, in our words.
_REFUSALS = {
    400: ("请求有误", "请求体无法解析：应是 UTF-8 的 JSON，文件用 multipart/form-data", "malformed"),
    404: ("没有找到", "没有这个地址；接口都在 /v1 之下，清单见 /v1/openapi.json", "not_found"),
    405: ("不允许", "这个地址不接受这种方法", "method_not_allowed"),
    413: TOO_LARGE,
}
_OTHER = ("请求有误", "这个请求无法处理", "refused")


def create_app(assistant: Service, page: bool = True) -> FastAPI:
    """The interface over ``assistant``, which stays the caller's to close, with the page at ``/``."""
    app = FastAPI(title="条款", openapi_url="/v1/openapi.json", docs_url=None, redoc_url=None)
    app.add_middleware(Guard)
    _handle_errors(app)
    routers = [
        question_routes(assistant),
        library_routes(assistant),
        chat_routes(assistant, clause_address="?clause=" if page else "v1/clauses/"),
        health_routes(assistant),
    ]
    for router in routers:
        app.include_router(router)
    _refuse_the_rest(app, routers)
    if page:
        from ui.page import mount

        mount(app, cast("Source", assistant))
    return app


def _handle_errors(app: FastAPI) -> None:
    def ours(_: Request, error: Exception) -> Response:
        return problem_reply(problem(error))

    def refusal(_: Request, error: Exception) -> Response:
        return problem_reply(cast(RefusedError, error).body)

    def invalid(_: Request, error: Exception) -> Response:
        explained = explain(cast(RequestValidationError, error).errors())
        body = problem_body(422, "请求有误", sentence(explained), code="input", errors=explained)
        return problem_reply(body)

    def framework(_: Request, error: Exception) -> Response:
        raised = cast(HTTPException, error)
        title, detail, code = _REFUSALS.get(raised.status_code, _OTHER)
        body = problem_body(raised.status_code, title, detail, code=code)
        return problem_reply(body, dict(raised.headers or {}))

    def unforeseen(_: Request, __: Exception) -> Response:  # the server logs the error itself
        return problem_reply(problem_body(500, INTERNAL.title, INTERNAL_TEXT, code=INTERNAL.code))

    app.add_exception_handler(TiaokuanError, ours)
    app.add_exception_handler(RefusedError, refusal)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, framework)
    app.add_exception_handler(Exception, unforeseen)


def _refuse_the_rest(app: FastAPI, routers: list[APIRouter]) -> None:
    """Answer wrong methods and unknown addresses under ``/v1`` before the page takes every path."""
    allowed: dict[str, set[str]] = defaultdict(set)
    for route in (route for router in routers for route in router.routes):
        if isinstance(route, APIRoute):
            allowed[route.path] |= route.methods or set()
    for path, methods in allowed.items():
        rest = [method for method in METHODS if method not in methods]
        app.add_route(path, _wrong_method(sorted(methods)), methods=rest, include_in_schema=False)
    app.add_route("/v1/{rest:path}", _unknown, methods=list(METHODS), include_in_schema=False)


def _wrong_method(allowed: list[str]) -> Callable[[Request], Awaitable[Response]]:
    async def refuse(_: Request) -> Response:
        raise HTTPException(405, headers={"Allow": ", ".join(allowed)})

    return refuse


async def _unknown(_: Request) -> Response:
    raise HTTPException(404)
