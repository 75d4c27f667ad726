"""What SECURITY.md promises of the program's own code: nothing read is ever run, nothing reaches for a network."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "babymassage_gui"
FILES = sorted(PACKAGE.rglob("*.py"))
# What would run what it reads, expand entities, or speak to a network.
NEVER = {
    "pickle", "marshal", "shelve", "dill", "xml", "lxml", "urllib", "http", "ssl", "ftplib", "smtplib", "poplib",
    "imaplib", "telnetlib", "xmlrpc", "requests", "httpx", "aiohttp", "asyncio", "yaml", "code", "runpy", "imp",
}  # fmt: skip
# Where the named modules may be spoken to: the ear for the same user's commands, and a window beside this one.
ONLY_IN = {
    "socket": {"adapters/control_client.py", "adapters/control_socket.py"},
    "PySide6.QtNetwork": {"adapters/control_client.py", "adapters/control_pipe.py"},
    "subprocess": {"adapters/another_window.py"},
}
ALLOWED = {("gui/pages/library_view.py", "urllib.parse")}
NETWORK = {"AF_INET", "AF_INET6", "QTcpSocket", "QNetworkAccessManager"}
CALLS = {"eval", "exec", "compile", "__import__"}


def name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
            yield node.module or ""


def findings(file: str, text: str) -> list[str]:
    """What a file does that it must not."""
    tree, found = ast.parse(text), []
    for module in imported(tree):
        parts = module.split(".")
        if parts[0] in NEVER and not any(file == place and module.startswith(fine) for place, fine in ALLOWED):
            found.append(f"imports {module}")
        for watched, places in ONLY_IN.items():
            if (module == watched or module.startswith(f"{watched}.")) and file not in places:
                found.append(f"imports {module}")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            found.append(f"calls {node.func.id}")
        if isinstance(node, ast.Attribute) and node.attr in NETWORK:
            found.append(f"speaks of {node.attr}")
        if isinstance(node, ast.keyword) and node.arg == "shell" and ast.unparse(node.value) != "False":
            found.append("runs a shell")
    return found


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_file_runs_what_it_reads_or_reaches_for_a_network(file: Path) -> None:
    assert findings(name(file), file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("services/a.py", "import pickle", ["imports pickle"]),
        ("core/a.py", "from xml.etree import ElementTree", ["imports xml.etree.ElementTree", "imports xml.etree"]),
        ("core/a.py", "eval('1')", ["calls eval"]),
        ("gui/a.py", "import socket", ["imports socket"]),
        ("adapters/control_socket.py", "import socket\nsocket.AF_INET", ["speaks of AF_INET"]),
        ("adapters/another_window.py", "import subprocess\nsubprocess.run('ls', shell=True)", ["runs a shell"]),
        ("gui/pages/library_view.py", "from urllib.parse import urlsplit", []),
        ("gui/pages/library_view.py", "from urllib.request import urlopen",
         ["imports urllib.request.urlopen", "imports urllib.request"]),
    ],
)  # fmt: skip
def test_what_must_not_be_is_found(file: str, text: str, found: list[str]) -> None:
    assert findings(file, text) == found
