"""The diagrams of docs/architecture.md are drawn from the code: what table and contract say, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from babymassage_gui.core.session_table import TABLE, Move, Phase
from tools import draw_docs

ARROW = re.compile(r"    (\w+) --> (\w+) : (.+)")
LAYERS = (("gui", "storage"), ("services",), ("core",))


def test_the_page_holds_what_the_code_says_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert draw_docs.main(["--check"]) == 0, capsys.readouterr().err


def test_every_move_of_the_table_is_drawn_once_and_none_besides() -> None:
    arrows = [found.groups() for found in map(ARROW.fullmatch, draw_docs.session_diagram().splitlines()) if found]
    told = [((Phase(a), Move(name)), Phase(b)) for a, b, names in arrows for name in names.split("<br>")]
    assert len(told) == len(TABLE)
    assert dict(told) == TABLE


def test_a_session_begins_ready_and_only_its_end_leads_out() -> None:
    lines = draw_docs.session_diagram().splitlines()
    assert "    [*] --> ready" in lines
    assert [line for line in lines if line.endswith("--> [*]")] == ["    ended --> [*]"]


def test_a_move_more_in_the_table_is_an_arrow_more() -> None:
    table = {**TABLE, (Phase.ENDED, Move.RESUME): Phase.READY}
    added = set(draw_docs.session_diagram(table).splitlines()) - set(draw_docs.session_diagram().splitlines())
    assert added == {"    ended --> ready : resume"}


def test_layers_are_drawn_from_above_to_below() -> None:
    assert draw_docs.layers_diagram(LAYERS).splitlines() == [
        "```mermaid",
        "flowchart TD",
        '    layer0["gui · storage"]',
        '    layer1["services"]',
        '    layer2["core"]',
        "    layer0 --> layer1",
        "    layer1 --> layer2",
        "```",
    ]


def test_the_contract_names_rooms_that_share_a_layer_in_one_line() -> None:
    contracts = [{"type": "forbidden"}, {"type": "layers", "layers": ["cli : cli_text", "gui | storage", "core"]}]
    project = {"tool": {"importlinter": {"contracts": contracts}}}
    assert draw_docs.layers_of(project) == (("cli", "cli_text"), ("gui", "storage"), ("core",))


def a_page(folder: Path, *names: str) -> Path:
    page = folder / "page.md"
    page.write_text("By hand.\n" + "".join(f"<!-- drawn: {n} -->\nold\n<!-- end -->\nMore.\n" for n in names), "utf-8")
    return page


def test_a_stale_page_fails_the_check_untouched_and_is_drawn_anew_without_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = a_page(tmp_path, "layers", "session")
    before = page.read_text("utf-8")
    assert draw_docs.main(["--check"], page) == 1
    assert "stale" in capsys.readouterr().err
    assert page.read_text("utf-8") == before
    assert draw_docs.main([], page) == 0
    assert draw_docs.main(["--check"], page) == 0
    after = page.read_text("utf-8")
    assert "old" not in after
    assert after.startswith("By hand.\n")
    assert after.count("More.\n") == 2


@pytest.mark.parametrize("names", [("layers",), ("layers", "session", "weather"), ("layers", "layers", "session")])
def test_a_place_too_many_or_too_few_is_told(names: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(draw_docs.PageError, match="places on the page"):
        draw_docs.main([], a_page(tmp_path, *names))


def test_other_words_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert draw_docs.main(["--chekc"]) == 2
    assert "--check" in capsys.readouterr().err
