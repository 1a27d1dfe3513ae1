"""Bodies of the HTTP requests, and the Chinese wording of what is wrong with one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, model_validator

MODEL_NAME = "tiaokuan"
MOST_NAMES = 100
MOST_TURNS = 100
MOST_HITS = 100


def _writable(text: str) -> str:
    """Refuse lone surrogates, which JSON can carry and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("含有无法表示的字符") from None
    return text


Text = Annotated[str, AfterValidator(_writable)]
Name = Annotated[Text, Field(min_length=1, max_length=500)]
Names = Annotated[list[Name], Field(max_length=MOST_NAMES)]


def _plain_json(value: dict[str, Any]) -> dict[str, Any]:
    """Refuse what cannot be written back as JSON: 1e999, lone surrogates, bottomless nesting."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        raise ValueError("含有无法表示的数字或字符") from None
    return value


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Scoped(_Body):
    """Where to look: documents by id, title, number or file name; one collection."""

    documents: Names = Field(default_factory=list)
    collection: Name | None = None


class AskBody(Scoped):
    """One question, or the user's turns of which the last is answered."""

    question: Text | None = None
    turns: Annotated[list[Text], Field(min_length=1, max_length=MOST_TURNS)] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.question is None) == (self.turns is None):
            raise ValueError("question 与 turns 要给且只给一个")
        return self


class SearchBody(Scoped):
    question: Text
    k: Annotated[StrictInt, Field(ge=1, le=MOST_HITS)] = 10


class CiteBody(Scoped):
    """``document`` is short for ``documents`` with one name."""

    query: Text
    document: Name | None = None

    @property
    def wanted(self) -> list[str]:
        return [*self.documents, *([self.document] if self.document else [])]


class MatchBody(Scoped):
    """A sentence about the enterprise, or what is known of it by name."""

    text: Text | None = None
    profile: Annotated[dict[str, Any], AfterValidator(_plain_json)] | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.text is None and self.profile is None:
            raise ValueError("text 与 profile 至少给一个")
        return self


class ContentPart(BaseModel):
    """One part of a message; only those of type ``text`` are read."""

    type: str
    text: Text = ""


class ChatMessage(BaseModel):
    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Text | list[ContentPart] | None = None

    @property
    def words(self) -> str:
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class ChatBody(BaseModel):
    """An OpenAI request; parameters that a cited answer has no use for (temperature, …) are ignored."""

    model: Literal["tiaokuan"] = "tiaokuan"
    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=1000)]
    stream: bool = False
    n: Literal[1] | None = None

    @model_validator(mode="after")
    def _someone_asks(self) -> Self:
        if not self.turns:
            raise ValueError("messages 里没有 role 为 user 的消息")
        return self

    @property
    def turns(self) -> list[str]:
        return [message.words for message in self.messages if message.role == "user"]


# pydantic's type of error → Chinese; a name in braces is filled from the error's context.
_WORDING = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项，请删去",
    "string_type": "应是文字",
    "string_unicode": "含有无法表示的字符",
    "string_too_short": "不能为空",
    "string_too_long": "太长，最多 {max_length} 个字",
    "too_short": "不能为空",
    "too_long": "太多，最多 {max_length} 项",
    "list_type": "应是列表",
    "dict_type": "应是一个 JSON 对象",
    "int_type": "应是整数",
    "bool_type": "应是 true 或 false",
    "bool_parsing": "应是 true 或 false",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "literal_error": "只能是 {expected}",
    "json_invalid": "请求体不是合法的 JSON",
    "model_attributes_type": "请求体应是一个 JSON 对象，并以 Content-Type: application/json 发送",
    "model_type": "应是一个 JSON 对象",
}


def explain(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Each error of pydantic as field and Chinese message; never repeats what was sent."""
    return [{"field": _field(error), "message": _message(error)} for error in errors]


def sentence(explained: Sequence[Mapping[str, str]]) -> str:
    """The explained errors as one line: 「question：缺少这一项；k：应是整数」."""
    return "；".join(f"{e['field']}：{e['message']}" if e["field"] else e["message"] for e in explained)


def _field(error: Mapping[str, Any]) -> str:
    if error["type"] == "json_invalid":
        return ""
    places = [str(place) for place in error["loc"][1:]]  # the first says body, path or query
    printable = "".join(c if c.isprintable() else "�" for c in ".".join(places))
    return printable.encode("utf-8", "replace").decode()[:80]


def _message(error: Mapping[str, Any]) -> str:
    context = error.get("ctx", {})
    if error["type"] == "missing" and not _field(error):
        return "缺少请求体"
    if error["type"] == "value_error":
        return str(context.get("error", "不合要求"))
    return _WORDING.get(error["type"], "不合要求").format_map({**context})
