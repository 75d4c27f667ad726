"""What Qt paints comes from one file, made from a list that agrees with the folders."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QFile, QIODevice, QResource, QTranslator

from tools import build_assets
from tools.build_assets import AssetError, Tree

REPOSITORY = Tree(Path(__file__).resolve().parents[2])
PAGE = """
class Page(QObject):
    def texts(self, minutes: int) -> str:
        return self.tr("Start") + self.tr("%n minute(s)", "", minutes)
"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A small checkout with one icon, one font, one page with texts, and nothing built."""
    for name, content in {
        "assets/icons/bold/pause.svg": "<svg/>",
        "assets/fonts/Some.ttf": "font",
        "assets/fonts/OFL.txt": "licence, not for Qt",
        "babymassage_gui/gui/page.py": PAGE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    made = Tree(tmp_path)
    build_assets.write_qrc(made)
    return made


def test_a_file_is_found_in_qt_under_its_path_below_assets(tree: Tree) -> None:
    assert build_assets.build(tree)
    assert QResource.registerResource(str(tree.rcc), "/trial")
    try:
        file = QFile(":/trial/icons/bold/pause.svg")
        assert file.open(QIODevice.OpenModeFlag.ReadOnly)
        assert file.readAll().data() == b"<svg/>"
        assert not QFile.exists(":/trial/fonts/OFL.txt")
    finally:
        QResource.unregisterResource(str(tree.rcc), "/trial")


def test_it_compiles_only_when_something_changed(tree: Tree) -> None:
    assert build_assets.build(tree)
    assert not build_assets.build(tree)
    (tree.assets / "icons/bold/pause.svg").write_text("<svg></svg>", encoding="utf-8")
    assert build_assets.build(tree)
    assert not build_assets.build(tree)
    tree.rcc.unlink()
    assert build_assets.build(tree)


def test_a_list_that_disagrees_with_the_folders_stops_the_build_and_names_every_file(tree: Tree) -> None:
    (tree.assets / "icons/bold/pause.svg").rename(tree.assets / "icons/bold/stop.svg")
    with pytest.raises(AssetError) as raised:
        build_assets.build(tree)
    assert "listed but not there: assets/icons/bold/pause.svg" in str(raised.value)
    assert "there but not listed: assets/icons/bold/stop.svg" in str(raised.value)
    assert "--write-qrc" in str(raised.value)
    build_assets.write_qrc(tree)
    assert build_assets.build(tree)


def test_a_missing_list_and_a_double_entry_are_named(tree: Tree) -> None:
    text = tree.qrc.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "pause" in line)
    tree.qrc.write_text(text.replace(line, f"{line}\n{line}"), encoding="utf-8")
    with pytest.raises(AssetError, match=r"listed twice: assets/icons/bold/pause\.svg"):
        build_assets.build(tree)
    tree.qrc.unlink()
    with pytest.raises(AssetError, match="is missing"):
        build_assets.build(tree)


def test_a_broken_asset_list_leaves_the_last_good_file_alone(tree: Tree) -> None:
    build_assets.build(tree)
    before = tree.rcc.read_bytes()
    (tree.assets / "fonts/Other.ttf").write_text("font", encoding="utf-8")
    with pytest.raises(AssetError):
        build_assets.build(tree)
    assert tree.rcc.read_bytes() == before


def test_english_gathers_only_the_texts_that_count_something(tree: Tree) -> None:
    folder = tree.assets / "translations"
    build_assets.update_ts(tree, folder)
    sources = [node.text for node in ET.parse(folder / "babymassage_en.ts").iter("source")]
    assert sources == ["%n minute(s)"]


def test_a_plural_of_english_reaches_the_program(tree: Tree) -> None:
    ts = tree.assets / "translations" / "babymassage_en.ts"
    build_assets.update_ts(tree, ts.parent)
    document = ET.parse(ts)
    translation = next(document.iter("translation"))
    del translation.attrib["type"]
    for form, text in zip(translation.iter("numerusform"), ("%n minute", "%n minutes"), strict=True):
        form.text = text
    document.write(ts, encoding="utf-8", xml_declaration=True)
    build_assets.write_qrc(tree)
    build_assets.build(tree)

    translator = QTranslator()
    assert translator.load(str(ts.with_suffix(".qm")))
    assert "assets/translations/babymassage_en.qm" in tree.shipped()
    assert [translator.translate("Page", "%n minute(s)", "", n) for n in (1, 2)] == ["%n minute", "%n minutes"]


def test_the_shipped_list_agrees_with_the_folders() -> None:
    build_assets.check_qrc(REPOSITORY)
    assert len(build_assets.listed(REPOSITORY.qrc)) == len(REPOSITORY.shipped())


def test_every_english_plural_of_the_window_has_both_its_forms(tmp_path: Path) -> None:
    """The file in the repository is what the sources ask for now, and nobody left a form empty."""
    kept = REPOSITORY.assets / "translations" / "babymassage_en.ts"
    (tmp_path / kept.name).write_bytes(kept.read_bytes())
    build_assets.update_ts(REPOSITORY, tmp_path)
    assert (tmp_path / kept.name).read_bytes() == kept.read_bytes(), "run: tools/build_assets.py --update-ts"
    for message in ET.parse(kept).iter("message"):
        forms = [form.text for form in message.iter("numerusform")]
        assert len(forms) == 2, message.findtext("source")
        assert all(forms), message.findtext("source")
