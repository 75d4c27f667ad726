"""A whole session as a strip of small pictures with a line under each: docs/session-strip.png.

    python tools/session_strip.py [FILE]

It is played as a parent would: Start, the three taps, the massage with a stop in it, the turn, the end.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

import babymassage_gui
from babymassage_gui.core.settings import ThemeChoice
from babymassage_gui.gui import app
from babymassage_gui.gui.pages.paused import DEAF_MS
from babymassage_gui.gui.theme import Theme, Weight
from babymassage_gui.gui.widgets.paint import box, rounded_path, start
from babymassage_gui.gui.widgets.text_block import one_line
from tools.small_png import save_small
from tools.studio import Studio

WINDOW = (1280, 800)
COLUMNS, WIDTH, HEIGHT, LABEL, GAP = 3, 576, 360, 46, 24
Moment = tuple[str, QWidget]


def a_session_in_moments(studio: Studio) -> Iterator[Moment]:
    """Twelve moments from Start to the wrap-up."""
    studio.settle_in()
    studio.live(16)
    window = studio.open()
    runner = studio.house.runner
    yield "Today: Start", window
    window.home.start.emit()
    page = window.rooms.answer_desks().check_in.page
    page.none_pressed.emit()
    page.feed_pressed.emit(60)
    yield "Three taps, before the oil", window
    studio.start()
    window.rooms.began.emit()
    _goes_on(studio, 2.2)
    yield "Five seconds to get ready", window
    studio.play_to("leg-outer", 7.4)
    yield "From here on no hand is needed", window
    studio.play_to("tummy-circle", 11.0)
    yield "The count, and how much is left", window
    runner.baby_needs_me()
    studio.clock.move(22)
    yield "Any key, click or knock: it stops", window
    QTest.qWait(DEAF_MS)
    window.rooms.desk()._pages.paused.choose(1)  # noqa: SLF001
    yield "Something calmer, folded out", window
    runner.resume()
    _goes_on(studio, 1.2)
    yield "Carry on counts in from three", window
    studio.play_to("chest-ribs", 9.0)
    yield "The next part of the body", window
    studio.play_to("turn-tummy", 5.0)
    yield "Turning over has its own page", window
    studio.play_to("back-up", 9.0)
    yield "On the tummy, to the end", window
    studio.play(lambda: False)
    yield "The end: how was it?", window


def _goes_on(studio: Studio, seconds: float) -> None:
    studio.clock.move(seconds)
    studio.house.runner.tick()


def strip_of(moments: list[tuple[str, QImage]], theme: Theme) -> QImage:
    """The moments in rows, numbered, each with its line."""
    rows = -(-len(moments) // COLUMNS)
    pitch = HEIGHT + LABEL + GAP
    picture = QImage(COLUMNS * (WIDTH + GAP) + GAP, rows * pitch + GAP, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("page"))
    painter = start(picture)
    for index, (label, moment) in enumerate(moments):
        at = QPointF(GAP + index % COLUMNS * (WIDTH + GAP), GAP + index // COLUMNS * pitch)
        _draw_moment(painter, QRectF(at.x(), at.y(), WIDTH, HEIGHT), f"{index + 1}  {label}", moment, theme)
    painter.end()
    return picture


def _draw_moment(painter: QPainter, place: QRectF, label: str, moment: QImage, theme: Theme) -> None:
    mode = Qt.TransformationMode.SmoothTransformation
    size = place.size().toSize()
    painter.save()
    painter.setClipPath(rounded_path(place, 18))
    painter.drawImage(place, moment.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
    painter.restore()
    box(painter, place, 18, None, theme.palette.line, 2)
    words = one_line(label, 24, Weight.BOLD, WIDTH)
    words.draw(painter, QRectF(place.x() + 4, place.bottom(), WIDTH, LABEL), theme.palette.ink)


def main(arguments: list[str]) -> int:
    """Play the session and write the strip."""
    file = Path(arguments[0]) if arguments else Path("docs/session-strip.png")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = app.make_application(babymassage_gui.__version__)
    moments = []
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(application, Path(folder), ThemeChoice.LIGHT, WINDOW)
        for label, window in a_session_in_moments(studio):
            studio.look()
            moments.append((label, window.grab().toImage()))
        studio.close()
    save_small(strip_of(moments, Theme()), file, 256)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
