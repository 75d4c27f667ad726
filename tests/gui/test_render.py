"""Pictures of steps in files: the right step, side and instant, a sheet of them all, and nothing hidden that failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from babymassage_gui import bootstrap
from babymassage_gui.content.figure_loader import load_figures
from babymassage_gui.content.loader import load
from babymassage_gui.core.errors import CANNOT_CREATE
from babymassage_gui.gui.drawings import drawing_faults, drawings_of
from babymassage_gui.gui.picture_wish import PictureWish
from babymassage_gui.gui.render import Artist, Cell, cells_of
from babymassage_gui.gui.widgets.figure_art import folder_source

BOOK = load_figures().book
CATALOGUE = load().catalogue
DRAWINGS = Path(__file__).parents[2] / "assets" / "figures"
SMALL = PictureWish(size=(120, 94))


def picture(folder: Path, words: str) -> QImage:
    """What the command line writes."""
    file = folder / "picture.png"
    assert bootstrap.run(["render", *words.split()[:1], str(file), "--size", "300x234", *words.split()[1:]]) == 0
    image = QImage(str(file))
    assert (image.width(), image.height()) == (300, 234)
    return image


def colours(image: QImage) -> set[int]:
    """Colours on a net over the picture."""
    return {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}


def test_the_hands_are_elsewhere_later_in_the_repetition(tmp_path: Path) -> None:
    assert picture(tmp_path, "leg-outer --at 0") != picture(tmp_path, "leg-outer --at 0.5")


def test_the_same_words_give_the_same_picture(tmp_path: Path) -> None:
    assert picture(tmp_path, "leg-outer --at 0.5") == picture(tmp_path, "leg-outer --at 0.5")


def test_the_sides_of_a_step_differ(tmp_path: Path) -> None:
    assert picture(tmp_path, "leg-outer --side left") != picture(tmp_path, "leg-outer --side right")


@pytest.mark.parametrize("word", ["--theme dark", "--theme night", "--skin cocoa", "--hands cocoa"])
def test_each_word_of_the_look_changes_the_picture(tmp_path: Path, word: str) -> None:
    assert picture(tmp_path, "tummy-circle") != picture(tmp_path, f"tummy-circle {word}")


def test_a_turn_is_shown_as_on_its_page_and_both_ways_differ(tmp_path: Path) -> None:
    assert picture(tmp_path, "turn-tummy") != picture(tmp_path, "turn-back")


def test_an_svg_shows_what_the_png_shows(tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    assert bootstrap.run(["render", "tummy-circle", str(file), "--size", "300x234"]) == 0
    drawing = QSvgRenderer(str(file))
    assert drawing.isValid()
    image = QImage(300, 234, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    plain = picture(tmp_path, "tummy-circle")
    spots = [(x, y) for x in range(10, 290, 7) for y in range(10, 190, 7)]
    apart = [sum(abs(a - b) for a, b in zip(rgb(image, *at), rgb(plain, *at), strict=True)) for at in spots]
    assert sum(distance < 60 for distance in apart) > 0.85 * len(spots)


def rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    """A pixel's red, green and blue."""
    found = image.pixelColor(x, y)
    return found.red(), found.green(), found.blue()


def test_a_folder_that_is_not_there_is_one_sentence_and_exit_73(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.run(["render", "leg-outer", str(tmp_path / "no" / "picture.png")]) == CANNOT_CREATE
    assert capsys.readouterr().err.count("\n") == 1


def test_the_sheet_has_a_cell_for_each_pass_of_each_step_and_none_lies_on_another() -> None:
    cells = cells_of(CATALOGUE, SMALL)
    assert [(cell.step.id, cell.side) for cell in cells] == [
        (step.id, side.value) for step in CATALOGUE.steps.values() for side in step.sides
    ]
    assert len({cell.step.id for cell in cells}) == 69
    wholes = [cell.picture.united(cell.words) for cell in cells]
    assert not any(a.intersects(b) for number, a in enumerate(wholes) for b in wholes[:number])


def test_every_cell_of_the_sheet_shows_a_figure_and_words() -> None:
    cells = cells_of(CATALOGUE, SMALL)
    artist = Artist(BOOK, CATALOGUE.no_go, SMALL)
    sheet = artist.sheet(cells)
    assert artist.faults == {}
    for cell in cells:
        assert len(colours(sheet.copy(cell.picture))) > 20, cell.step.id
        assert len({sheet.copy(cell.words).pixel(x, y) for x in range(60) for y in range(cell.words.height())}) > 2


def test_a_sheet_may_show_some_steps_only() -> None:
    cells = cells_of(CATALOGUE, SMALL, frozenset({"leg-outer", "tummy-circle"}))
    assert [cell.step.id for cell in cells] == ["leg-outer", "leg-outer", "tummy-circle"]


def test_without_drawings_the_sheet_is_painted_plainly_and_names_them(tmp_path: Path) -> None:
    cells: tuple[Cell, ...] = cells_of(CATALOGUE, SMALL, frozenset({"tummy-circle"}))
    artist = Artist(BOOK, CATALOGUE.no_go, SMALL, folder_source(tmp_path))
    assert len(colours(artist.sheet(cells).copy(cells[0].picture))) > 20
    assert set(artist.faults) == {"front", "hand_tips"}


def test_a_step_without_a_figure_is_painted_plainly_and_named() -> None:
    artist = Artist(replace(BOOK, steps={}), CATALOGUE.no_go, SMALL)
    assert len(colours(artist.picture("tummy-circle"))) > 20
    assert artist.faults == {"tummy-circle": "no figure"}


def test_every_drawing_of_the_program_is_whole() -> None:
    assert len(drawings_of(BOOK)) > 30
    assert drawing_faults(BOOK) == {}


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"<svg", b'<svg><path fill="role:moon"/></svg>', b"<svg><</svg>"])
def test_a_drawing_that_is_broken_is_named_and_no_other(spoilt: bytes) -> None:
    whole = folder_source(DRAWINGS)
    for name in ("front", "hand_flat", "pose_leg"):

        def one_spoilt(asked: str, name: str = name) -> bytes:
            return spoilt if asked == name else whole(asked)

        found: Mapping[str, str] = drawing_faults(BOOK, one_spoilt)
        assert set(found) == {name}
