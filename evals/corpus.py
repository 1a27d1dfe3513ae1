"""A suite whose questions are put to a folder of files instead of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from evals.case import Case, Half
from evals.run import Asked, SuiteReport, run_cases, suite_cases
from index.errors import InputError
from index.read.folders import files_below

FOLDER_SUITES = frozenset({"policies", "statutes"})
SHOWN = 3


def run_folder_suite(
    name: str,
    corpus: Path | None,
    open_folder: Callable[[Path], Asked],
    half: Half | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> SuiteReport:
    """``open_folder`` indexes the folder once, or finds its index; InputError where the folder or a document is missing."""
    cases = suite_cases(name, half)
    return run_cases(name, cases, open_folder(checked(name, corpus, cases)), progress)


def checked(name: str, corpus: Path | None, cases: Sequence[Case] = ()) -> Path:
    """The folder, after a look whether it has the documents that the cases name."""
    if corpus is None:
        raise InputError(f"eval {name} 缺少 --corpus", "请用 --corpus 指明放有题目所问文件的文件夹")
    if not corpus.is_dir():
        raise InputError(f"没有文件夹 {corpus}", "--corpus 须是一个放有文件的文件夹")
    missing = _missing(cases, {Path(name).name for name, _ in files_below([corpus])})
    if missing:
        more = f"等 {len(missing)} 份" if len(missing) > SHOWN else ""
        raise InputError(
            f"文件夹 {corpus} 中没有题目所问的文件：{'、'.join(missing[:SHOWN])}{more}",
            "请把这些文件放入 --corpus 的文件夹",
        )
    return corpus


def _missing(cases: Iterable[Case], present: set[str]) -> list[str]:
    wanted = dict.fromkeys(case.document for case in cases if case.document)
    return [document for document in wanted if document not in present]
