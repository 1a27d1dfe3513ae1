"""The composition root: the only file that names concrete parts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from assistant.pipeline import Pipeline
from assistant.service import Assistant
from assistant.settings import Settings
from index.clauses import FORMAT
from index.doctor import Diagnosis, examine
from index.errors import SettingsError
from index.library import Library
from index.lock import Patience
from index.progress import Progress, Step
from index.read.folders import files_below
from index.search.encoder import make_encoder
from index.search.reranker import Reranker, make_reranker
from index.search.retriever import ClauseRetriever

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MAX_TOKENS = 1200
Search = Callable[[str], list[tuple[str, str]]]
"""Question → (quotation, file name) of the hits, best first."""


def open_assistant(settings: Settings, tell: Callable[[str], None] | None = None) -> Assistant:
    """Everything wired; the built-in plan is indexed where the home is empty. ``tell`` is given a sentence when another
    process is waited for. TiaokuanError where a part cannot be had."""
    encoder = make_encoder(settings.embedder, settings.embedder_base_url, _secret(settings.embedder_api_key))
    patience = Patience(settings.wait, tell) if tell else Patience(settings.wait)
    library = Library(settings.home, encoder, settings.chroma_url, patience=patience)
    retriever = ClauseRetriever(snapshot=library.snapshot, encoder=encoder, reranker=_reranker(settings))
    return _assistant(settings, library, retriever)


def _assistant(settings: Settings, library: Library, retriever: ClauseRetriever) -> Assistant:
    return Assistant(
        settings,
        library,
        retriever,
        Pipeline(retriever, settings.clock, make_model(settings), settings.llm_timeout),
    )


def examine_library(settings: Settings) -> Diagnosis:
    """What ``tiaokuan doctor`` prints."""
    encoder = make_encoder(settings.embedder, settings.embedder_base_url, _secret(settings.embedder_api_key))
    return examine(settings.home, lambda: Library(settings.home, encoder, settings.chroma_url))


def open_corpus(
    settings: Settings, folder: Path, k: int, progress: Callable[[str], None] | None = None
) -> Search:
    """The search over a folder of files, apart from the library."""
    retriever = corpus_retriever(settings, folder, k, progress)

    def search(question: str) -> list[tuple[str, str]]:
        hits = retriever.offered(question)
        return [(hit.document.quote(hit.start, hit.end), hit.document.source) for hit in hits]

    return search


def corpus_retriever(
    settings: Settings, folder: Path, k: int, progress: Callable[[str], None] | None = None
) -> ClauseRetriever:
    """Over a folder of files, which is indexed once."""
    library = _corpus_library(settings, folder, progress)
    return ClauseRetriever(
        snapshot=library.snapshot, encoder=library.encoder, reranker=_reranker(settings), k=k
    )


def open_corpus_assistant(
    settings: Settings, folder: Path, progress: Callable[[str], None] | None = None
) -> Assistant:
    """Answers from a folder of files, apart from the library."""
    library = _corpus_library(settings, folder, progress)
    retriever = ClauseRetriever(
        snapshot=library.snapshot, encoder=library.encoder, reranker=_reranker(settings)
    )
    return _assistant(settings, library, retriever)


def _corpus_library(settings: Settings, folder: Path, progress: Callable[[str], None] | None) -> Library:
    """Indexed once under ``home/eval/``; made anew where the files, the encoder or the stored format differ."""
    encoder = make_encoder(settings.embedder, settings.embedder_base_url, _secret(settings.embedder_api_key))
    files = files_below([folder])
    digest = hashlib.sha256(f"{encoder.name} {FORMAT}".encode())
    for name, path in files:
        digest.update(name.encode() + hashlib.sha256(path.read_bytes()).digest())
    library = Library(settings.home / "eval" / digest.hexdigest()[:16], encoder, seed=False)
    library.add_files(
        files, progress=_line_a_file(progress)
    )  # what an interrupted run has done is passed over
    return library


def _line_a_file(progress: Callable[[str], None] | None) -> Progress:
    def tell(step: Step) -> None:
        if progress and step.row:
            progress(str(step))

    return tell


def _reranker(settings: Settings) -> Reranker | None:
    return make_reranker(settings.reranker, settings.reranker_base_url, _secret(settings.reranker_api_key))


def _secret(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value else None


def make_model(settings: Settings) -> BaseChatModel | None:
    """Whatever ``init_chat_model`` takes; SettingsError names the extra that a provider needs."""
    if not settings.llm:
        return None
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {
        "timeout": settings.llm_timeout,
        "num_predict" if settings.llm.startswith("ollama:") else "max_tokens": MAX_TOKENS,
        "temperature": 0,
        "max_retries": 0,
    }
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    if settings.llm_api_key:
        options["api_key"] = settings.llm_api_key.get_secret_value()
    elif settings.llm.startswith("openai:") and settings.llm_base_url:
        options["api_key"] = "none"  # servers on one's own machine want none, the client wants some
    try:
        model: BaseChatModel = init_chat_model(settings.llm, **options)
    except ImportError as error:
        provider = settings.llm.split(":")[0]
        raise SettingsError(
            f"TIAOKUAN_LLM 用到的提供方「{provider}」没有安装", f"请安装：pip install langchain-{provider}"
        ) from error
    except Exception as error:  # each provider's client raises its own for a missing key or an unknown name
        raise SettingsError(
            f"TIAOKUAN_LLM「{settings.llm}」无法使用（{type(error).__name__}）",
            "请检查写法（如 openai:qwen-plus），以及 TIAOKUAN_LLM_BASE_URL、TIAOKUAN_LLM_API_KEY",
        ) from error
    return model
