"""One file → what the library writes of it: the parsed document, its passages, its record. Runs in any process."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from index.clauses import Document, parse
from index.errors import ReadError
from index.read import load, read
from index.rows import record_of
from index.search.passages import Passage, passages
from index.search.shelf import generation_of

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """A file to be read: ``path`` as the caller named it, ``origin`` its absolute path (empty for an upload), ``doc_id`` the
    document that it is known to be, ``digest`` and ``size`` those of its content."""

    path: str
    origin: str
    data: bytes | Path
    collection: str
    doc_id: str | None = None
    digest: str = ""
    size: int = 0

    @property
    def source(self) -> str:
        return PurePath(self.path).name


@dataclass(frozen=True)
class Prepared:
    id: str
    json: str
    record: dict[str, Any]
    passages: tuple[Passage, ...]


def content_of(data: bytes | Path) -> bytes:
    """ReadError for what is no file, cannot be reached or is too large, before anything of it is read."""
    return load(data) if isinstance(data, Path) else data


def holds(path: str, digest: str) -> bool:
    """Whether the file there, if there is one, has this content."""
    try:
        return bool(path) and hashlib.sha256(load(Path(path))).hexdigest() == digest
    except ReadError:
        return False


def prepare(job: Job) -> Prepared:
    """ReadError where the file cannot be read."""
    data = content_of(job.data)
    digest = hashlib.sha256(data).hexdigest()
    document = parse(read(job.source, data), job.source, digest, job.doc_id, job.collection)
    return prepared(document, job.origin)


def prepared(document: Document, origin: str) -> Prepared:
    found = tuple(passages(document))
    json = document.to_json()
    record = record_of(document, generation_of(json), len(found), origin)
    return Prepared(document.id, json, record, found)


def attempt(job: Job) -> Prepared | str:
    """The same, or the reason why not: a file that breaks a reader leaves the rest of the folder done."""
    try:
        return prepare(job)
    except ReadError as error:
        return str(error)
    except MemoryError:
        return f"「{job.path}」太大，内存不足；请拆分后再添加"
    except Exception as error:  # a fault of ours in one file must not cost the others
        LOG.exception("reading %s", job.path)
        return f"「{job.path}」读取时程序出错（{type(error).__name__}）；请把这份文件反馈给开发者，或转换格式后再试"
