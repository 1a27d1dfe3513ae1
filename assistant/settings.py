"""The only reader of the environment: one frozen object, read once at the edge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError

_PROVIDER_MODEL = re.compile(r"^[a-z_]+:.+$")


class Settings(BaseSettings):
    """Every setting is optional; ``description`` is what ``tiaokuan settings`` prints."""

    model_config = SettingsConfigDict(
        env_prefix="TIAOKUAN_", frozen=True, env_ignore_empty=True, extra="ignore"
    )

    home: Path = Field(Path(".tiaokuan"), description="数据文件夹：条款库、索引与缓存")
    chroma_url: str | None = Field(
        None, description="Chroma 服务地址，如 http://localhost:8001；不设则用数据文件夹内的嵌入式 Chroma"
    )
    today: date | None = Field(None, description="判断文件是否有效所用的日期（YYYY-MM-DD）；不设则为当天")
    wait: float = Field(600.0, ge=0, description="另一个进程正在写条款库时，最多等几秒")
    embedder: str = Field(
        "builtin", description="向量模型：builtin、sentence-transformers:名称或路径、openai:模型名"
    )
    embedder_base_url: str | None = Field(None, description="openai: 向量模型的服务地址")
    embedder_api_key: SecretStr | None = Field(None, description="openai: 向量模型的密钥")
    reranker: str = Field(
        "none",
        description="重排模型：none、sentence-transformers:名称或路径、rerank:模型名；builtin 即程序自己的排序",
    )
    reranker_base_url: str | None = Field(None, description="rerank: 重排模型的服务地址")
    reranker_api_key: SecretStr | None = Field(None, description="rerank: 重排模型的密钥")
    llm: str | None = Field(
        None, description="大语言模型，如 openai:qwen-plus、ollama:qwen3；不设则只用原文作答"
    )
    llm_base_url: str | None = Field(None, description="大语言模型的服务地址")
    llm_api_key: SecretStr | None = Field(None, description="大语言模型的密钥")
    llm_timeout: float = Field(60.0, gt=0, description="等待大语言模型的最长秒数")

    @field_validator("llm")
    @classmethod
    def _names_its_provider(cls, value: str | None) -> str | None:
        if value is not None and not _PROVIDER_MODEL.match(value):
            raise ValueError("要写明提供方，例如 openai:qwen-plus 或 ollama:qwen3")
        return value

    @field_validator("chroma_url", "llm_base_url", "embedder_base_url", "reranker_base_url")
    @classmethod
    def _is_url(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"^https?://[^/\s]+", value):
            raise ValueError("要写成 http:// 或 https:// 开头的完整地址")
        return value

    def clock(self) -> date:
        return self.today or date.today()


@dataclass(frozen=True)
class SettingRow:
    """``origin`` is 「默认」 or 「环境变量」; secrets are masked."""

    name: str
    value: str
    origin: str
    meaning: str


def load_settings() -> Settings:
    """From the environment; SettingsError names the variable and what it may hold."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "TIAOKUAN_" + str(first["loc"][0]).upper()
        reason = _REASONS.get(first["type"], str(first["msg"]).removeprefix("Value error, "))
        raise SettingsError(f"设置 {name} 的值不可用：{reason}", f"请改正或去掉 {name}") from error


_REASONS = {
    "date_from_datetime_parsing": "要写成 YYYY-MM-DD 的日期",
    "date_parsing": "要写成 YYYY-MM-DD 的日期",
    "float_parsing": "要写成数字",
    "greater_than": "要大于 0",
    "greater_than_equal": "不能小于 0",
}


def describe(settings: Settings) -> list[SettingRow]:
    """One row a setting, in the order of the class."""
    rows = []
    for name, field in Settings.model_fields.items():
        value = getattr(settings, name)
        shown = "******" if isinstance(value, SecretStr) else "" if value is None else str(value)
        origin = "环境变量" if name in settings.model_fields_set else "默认"
        rows.append(SettingRow("TIAOKUAN_" + name.upper(), shown, origin, field.description or ""))
    return rows
