"""Draw the diagrams of docs/architecture.md from the code, so that they cannot tell of a program that is no more.

    python tools/draw_docs.py           # write them
    python tools/draw_docs.py --check   # exit code 1 if the page holds others

A diagram stands between `<!-- drawn: NAME -->` and `<!-- end -->`; everything else on the page is written by hand.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from babymassage_gui.core.session_table import TABLE, Move, Phase

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "architecture.md"
PLACE = re.compile(r"(?P<head><!-- drawn: (?P<name>\S+) -->\n).*?(?P<foot><!-- end -->)", re.DOTALL)

Table = Mapping[tuple[Phase, Move], Phase]


class PageError(Exception):
    """The page has no place for a diagram, or one for a diagram that nobody draws."""


def session_diagram(table: Table = TABLE) -> str:
    """The session's table as a mermaid state diagram: one arrow a pair of phases, with the moves that lead there."""
    moves: dict[tuple[Phase, Phase], list[str]] = {}
    for (phase, move), after in table.items():
        moves.setdefault((phase, after), []).append(move.value)
    lines = ["stateDiagram-v2", "    direction LR", f"    [*] --> {next(iter(table))[0]}"]
    lines += [f"    {before} --> {after} : {'<br>'.join(names)}" for (before, after), names in moves.items()]
    leave = {phase for phase, _move in table}
    lines += [f"    {phase} --> [*]" for phase in Phase if phase not in leave]
    return _fenced(lines)


def layers_of(project: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The rooms of the layers contract of pyproject.toml, upper ones first; rooms of one layer together."""
    contracts: Sequence[Mapping[str, Any]] = project["tool"]["importlinter"]["contracts"]
    contract = next(one for one in contracts if one["type"] == "layers")
    return tuple(tuple(re.split(r"\s*[|:]\s*", layer)) for layer in contract["layers"])


def layers_diagram(layers: Sequence[Sequence[str]]) -> str:
    """Rooms from above to below; an arrow from each layer to the next: it may import that and everything under it."""
    lines = ["flowchart TD"]
    for number, rooms in enumerate(layers):
        lines.append(f'    layer{number}["{" · ".join(rooms)}"]')
    lines += [f"    layer{number} --> layer{number + 1}" for number in range(len(layers) - 1)]
    return _fenced(lines)


def _fenced(lines: Sequence[str]) -> str:
    return "\n".join(["```mermaid", *lines, "```", ""])


def diagrams() -> dict[str, str]:
    """Every diagram by its name on the page."""
    with (ROOT / "pyproject.toml").open("rb") as handle:
        project = tomllib.load(handle)
    return {"session": session_diagram(), "layers": layers_diagram(layers_of(project))}


def drawn(page: str, pictures: Mapping[str, str]) -> str:
    """The page with the pictures in their places.

    Raises:
        PageError: a place and the pictures do not match.
    """
    places = [found["name"] for found in PLACE.finditer(page)]
    if sorted(places) != sorted(pictures):
        raise PageError(f"places on the page: {', '.join(places)}; diagrams: {', '.join(pictures)}")
    return PLACE.sub(lambda found: found["head"] + pictures[found["name"]] + found["foot"], page)


def main(words: Sequence[str], page: Path = PAGE) -> int:
    """Write the page, or with `--check` only compare."""
    if list(words) not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    before = page.read_text(encoding="utf-8")
    after = drawn(before, diagrams())
    if after == before:
        return 0
    if words:
        print(f"{page.name}: its diagrams are stale; run python tools/draw_docs.py", file=sys.stderr)
        return 1
    page.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
