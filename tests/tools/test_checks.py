"""The checks themselves: all of them run, one failure is enough, and the house's own rules catch what they are for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import check_house, checks
from tools.checks import Check

GOOD = Check("good", "passes", (sys.executable, "-c", "pass"))
BAD = Check("bad", "fails", (sys.executable, "-c", "raise SystemExit(3)"))


@pytest.mark.parametrize(
    ("chosen", "names", "code"),
    [((GOOD, GOOD), [], 0), ((BAD, GOOD), [], 1), ((BAD, GOOD), ["good"], 0), ((GOOD, BAD), ["bad"], 1)],
)
def test_every_check_is_reported_and_one_failure_fails_all(
    chosen: tuple[Check, ...],
    names: list[str],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(checks, "all_checks", lambda headless_python: chosen)
    assert checks.main(["--headless-python", "unused", *names]) == code
    summary = capsys.readouterr().out.partition("The checks:\n")[2].splitlines()
    expected = [check for check in chosen if not names or check.name in names]
    assert [line.split()[:2] for line in summary] == [
        ["ok" if check.name == "good" else "FAILED", check.name] for check in expected
    ]


def test_a_check_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        checks.main(["--headless-python", "unused", "lnit"])
    assert raised.value.code == 2
    assert "no such check: lnit" in capsys.readouterr().err


def test_the_rules_are_tested_where_qt_is_not_installed_and_covered_completely() -> None:
    by_name = {check.name: check for check in checks.all_checks("python-without-qt")}
    assert by_name["rules"].command[0] == "python-without-qt"
    assert {"tests/unit", "tests/headless"} <= set(by_name["rules"].command)
    gate = by_name["rules-coverage"].command
    assert gate[gate.index("--fail-under") + 1] == "100"
    assert gate[gate.index("--include") + 1] == ",".join(
        f"babymassage_gui/{room}/*" for room in ("core", "services", "storage")
    )


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("core/a.py", '"""A."""\n' + "x = 1\n" * 300, "301 lines; 300 at most"),
        ("gui/a.py", '"""A."""\n' + "x = 1\n" * 350, "351 lines; 350 at most"),
        ("core/a.py", '"""A."""\ndef f():\n' + "    x = 1\n" * 50, "f has 51 lines; 50 at most"),
        ("core/a.py", "x = 1\n", "no docstring that says what this file is for"),
        ("core/a.py", '"""A."""\n# TO' + "DO: more\n", "unfinished business"),
        ("gui/a.py", '"""A."""\ntry:\n    f()\nexcept Exception:\n    pass\n', "a broad except that is not marked"),
        ("gui/a.py", '"""A."""\ntry:\n    f()\nexcept:\n    pass\n', "a broad except that is not marked"),
        ("gui/a.py", '"""A."""\nself.tr(f"{n} days")\n', "put together inside tr()"),
        ("gui/a.py", '"""A."""\nself.tr("days " + n)\n', "put together inside tr()"),
        ("gui/a.py", '"""A."""\nQCoreApplication.translate("A", f"{n}")\n', "put together inside tr()"),
        ("gui/a.py", '"""A."""\nimport pyqtgraph as pg\n', "imports pyqtgraph; only"),
        ("gui/a.py", '"""A."""\nfrom babymassage_gui.gui.widgets import chart\n', "imports the chart when the program"),
        (
            "gui/a.py",
            '"""A."""\nfrom babymassage_gui.gui.widgets.chart import C\n',
            "imports the chart when the program",
        ),
    ],
)
def test_the_house_catches(name: str, text: str, finding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(finding in what for what in house_findings(name, text, tmp_path, monkeypatch))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("core/a.py", '"""A."""\n' + "x = 1\n" * 299),
        ("gui/a.py", '"""A."""\ntry:\n    f()\nexcept Exception:  # edge: a slot must not end the program\n    pass\n'),
        ("gui/a.py", '"""A."""\nself.tr("%n day(s)", "", days)\n'),
        ("gui/a.py", '"""A."""\npainter.translate(left + 1, top + 1)\n'),
        ("gui/a.py", '"""A."""\ndef show():\n    from babymassage_gui.gui.widgets.chart import C\n    C()\n'),
        ("gui/widgets/chart.py", '"""A."""\nimport pyqtgraph as pg\n'),
        ("gui/__init__.py", ""),
    ],
)
def test_the_house_leaves_alone(name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert house_findings(name, text, tmp_path, monkeypatch) == []


def house_findings(name: str, text: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    path = root / "babymassage_gui" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(check_house, "ROOT", root)
    return [what for _, what in check_house.findings(path)]
