"""Rules of the code that a machine can hold: imports point downwards, one reader of the environment."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("assistant", "index", "prompts", "evals", "ui")
HEAVY = {"torch", "sentence_transformers", "transformers"}
RECIPE = "index/models/"  # how the built-in encoder is made: no part of the running program
SETTINGS = Path("assistant/settings.py")
# The one other reader: a child process gets a copy of the environment.
ENVIRONMENT = {SETTINGS, Path("evals/bench.py")}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the five packages: path from the root, syntax tree."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> set[str]:
    """The top-level packages that one import statement names."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return {(node.module or "").split(".")[0]}
    return set()


def at_module_level(tree: ast.Module) -> Iterator[ast.AST]:
    """What runs when the module is imported: everything outside functions and ``if TYPE_CHECKING``."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        waiting.extend(ast.iter_child_nodes(node))


def test_imports_only_point_downwards(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlinter.cli import lint_imports

    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    }
    assert readers <= ENVIRONMENT


def test_heavy_packages_are_imported_inside_functions() -> None:
    early = {
        str(path) for path, tree in modules() for node in at_module_level(tree) if imported(node) & HEAVY
    }
    assert {path for path in early if not path.startswith(RECIPE)} == set()


def test_nothing_else_imports_the_recipe() -> None:
    users = {
        str(path)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("index.models")
    }
    assert all(path.startswith(RECIPE) for path in users)


def test_no_count_of_a_pattern_is_lost_in_a_format_string() -> None:
    """``rf"x{0,6}"`` is no count but the tuple (0, 6) put into the text; a pattern with it matches nothing."""

    def literal(value: ast.expr) -> bool:
        return isinstance(value, ast.Constant) or (
            isinstance(value, ast.Tuple) and all(map(literal, value.elts))
        )

    lost = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and literal(node.value)
    ]
    assert lost == []


def test_modules_stay_readable() -> None:
    long = {str(path) for path, _ in modules() if len((ROOT / path).read_text("utf-8").splitlines()) > 300}
    assert not long
