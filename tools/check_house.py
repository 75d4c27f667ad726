"""The rules of this house that no ready-made checker knows; docs/architecture.md says why they are there.

Prints one line for each finding; the exit code is 1 if there is any.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES, WINDOW_FILE_LINES, FUNCTION_LINES = 300, 350, 50
# Spelled in pieces, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|raise NotImplemented" + "Error")
OPENS_THE_CHART = {"pyqtgraph", "numpy"}
CHART_MODULE = "babymassage_gui/gui/widgets/chart.py"

Finding = tuple[int, str]


def sources() -> Iterator[Path]:
    yield ROOT / "dev.py"
    for folder in ("babymassage_gui", "tests", "tools"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def lengths(name: str, text: str, tree: ast.Module) -> Iterator[Finding]:
    """Files and functions that no longer fit into a head."""
    limit = WINDOW_FILE_LINES if "/gui/" in name else FILE_LINES
    lines = text.count("\n")
    if lines > limit:
        yield 1, f"{lines} lines; {limit} at most"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            if size > FUNCTION_LINES:
                yield node.lineno, f"{node.name} has {size} lines; {FUNCTION_LINES} at most"


def broad_excepts(text: str, tree: ast.Module) -> Iterator[Finding]:
    """Only the three edges may catch everything, and they say so where they do."""
    lines = text.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or ast.unparse(node.type) in ("Exception", "BaseException")
            if broad and "# edge: " not in lines[node.lineno - 1]:
                yield node.lineno, "a broad except that is not marked `# edge: why`"


def untranslatable(tree: ast.Module) -> Iterator[Finding]:
    """Qt's lupdate sees only literals; anything else is English for ever, without a warning."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)  # a painter translates too, but only its origin
            texts = node.args[:1] if name.split(".")[-1] == "tr" else []
            texts += node.args[:2] if name == "QCoreApplication.translate" else []
            if any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts):
                yield node.lineno, "a text for people that is put together inside tr()"


def early_charts(name: str, tree: ast.Module) -> Iterator[Finding]:
    """The plotting libraries cost most of a second: one module knows them, and nobody imports that one at the top."""
    for node in tree.body:
        imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            imported = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        for module in imported:
            if module == "babymassage_gui.gui.widgets.chart":
                yield node.lineno, "imports the chart when the program starts; import it where Progress is opened"
            if module.split(".")[0] in OPENS_THE_CHART and name != CHART_MODULE:
                yield node.lineno, f"imports {module}; only {CHART_MODULE} may"


def findings(path: Path) -> Iterator[Finding]:
    name = path.relative_to(ROOT).as_posix()
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    yield from lengths(name, text, tree)
    for number, line in enumerate(text.splitlines(), 1):
        if UNFINISHED.search(line):
            yield number, "unfinished business"
    if name.startswith("babymassage_gui/"):
        yield from broad_excepts(text, tree)
        yield from untranslatable(tree)
        yield from early_charts(name, tree)
        if path.name != "__init__.py" and not ast.get_docstring(tree):
            yield 1, "no docstring that says what this file is for"


def main() -> int:
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {what}" for path in sources() for number, what in findings(path)
    ]
    print("\n".join(found) or "The house is in order.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
