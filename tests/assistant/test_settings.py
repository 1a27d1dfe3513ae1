"""Settings come from the environment alone; a bad value names its variable, a secret is never shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.bootstrap import make_model
from assistant.settings import Settings, describe, load_settings
from index.errors import SettingsError
from index.search.encoder import make_encoder


@pytest.fixture(autouse=True)
def without_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIAOKUAN_HOME")


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("TIAOKUAN_TODAY", "明天", "YYYY-MM-DD"),
        ("TIAOKUAN_TODAY", "2024/09/27", "YYYY-MM-DD"),
        ("TIAOKUAN_LLM", "qwen-plus", "openai:qwen-plus"),
        ("TIAOKUAN_LLM", "openai:", "提供方"),
        ("TIAOKUAN_LLM_BASE_URL", "localhost:8080", "http://"),
        ("TIAOKUAN_LLM_TIMEOUT", "长", "数字"),
        ("TIAOKUAN_LLM_TIMEOUT", "0", "大于 0"),
        ("TIAOKUAN_CHROMA_URL", "ftp://x", "http://"),
        ("TIAOKUAN_EMBEDDER_BASE_URL", "x", "http://"),
    ],
)
def test_a_bad_value_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert variable in caught.value.message
    assert said in caught.value.message
    assert variable in caught.value.hint


@pytest.mark.parametrize("spec", ["e5", "sentence-transformers:", "openai:", "", "builtin:x"])
def test_an_unknown_encoder_names_its_variable(spec: str) -> None:
    with pytest.raises(SettingsError, match="TIAOKUAN_EMBEDDER") as caught:
        make_encoder(spec)
    assert "builtin" in str(caught.value)


@pytest.mark.parametrize("llm", ["anthropic:claude", "mistralai:large", "no_such_provider:x"])
def test_a_provider_that_is_not_there_is_named(llm: str) -> None:
    with pytest.raises(SettingsError, match="TIAOKUAN_LLM") as caught:
        make_model(Settings(llm=llm))
    assert llm.split(":")[0] in str(caught.value)


def test_a_key_that_is_missing_is_said() -> None:
    with pytest.raises(SettingsError, match="TIAOKUAN_LLM_API_KEY"):
        make_model(Settings(llm="openai:gpt"))


def test_everything_is_optional() -> None:
    settings = load_settings()
    assert settings == Settings()
    assert (settings.home, settings.embedder, settings.llm) == (Path(".tiaokuan"), "builtin", None)
    assert make_model(settings) is None


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TIAOKUAN_LLM", "TIAOKUAN_TODAY", "TIAOKUAN_CHROMA_URL"):
        monkeypatch.setenv(name, "")
    assert load_settings() == Settings()


def test_today_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIAOKUAN_TODAY", "2028-01-01")
    assert load_settings().clock() == date(2028, 1, 1)
    monkeypatch.delenv("TIAOKUAN_TODAY")
    assert load_settings().clock() == date.today()


def test_rows_tell_value_origin_and_meaning_and_hide_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIAOKUAN_LLM", "openai:qwen-plus")
    monkeypatch.setenv("TIAOKUAN_LLM_API_KEY", "sk-very-secret")
    monkeypatch.setenv("TIAOKUAN_EMBEDDER_API_KEY", "ek-very-secret")
    settings = load_settings()
    rows = {row.name: row for row in describe(settings)}
    assert set(rows) == {"TIAOKUAN_" + name.upper() for name in Settings.model_fields}
    assert (rows["TIAOKUAN_LLM"].value, rows["TIAOKUAN_LLM"].origin) == ("openai:qwen-plus", "环境变量")
    assert (rows["TIAOKUAN_HOME"].value, rows["TIAOKUAN_HOME"].origin) == (".tiaokuan", "默认")
    assert rows["TIAOKUAN_LLM_API_KEY"].value == rows["TIAOKUAN_EMBEDDER_API_KEY"].value == "******"
    assert all(row.meaning for row in rows.values())
    assert "very-secret" not in repr(settings) + repr(rows)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().llm = "openai:x"  # type: ignore[misc]
