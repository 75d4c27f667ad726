"""Take a picture of every page, light and dark, at two sizes, into docs/screenshots.

    python tools/screenshots.py [FOLDER] [--only PART_OF_A_NAME] [--story PART_OF_ITS_NAME] [--night] [--all]
                                 [--size WIDTHxHEIGHT]

Of the smaller size and of high contrast there is one picture of each page; `--all` takes every state there too.
Progress is also shown without colours, and the report as its PDF comes out on paper. The strip of a whole session is
made by tools/session_strip.py.

Everything shown is played for real: a household in a temporary folder, a clock that is set by hand, sessions that run
through the same runner as a parent's. The family is made up for the pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

import babymassage_gui
from babymassage_gui.core.history import Ending, Mood
from babymassage_gui.core.profile import Baby
from babymassage_gui.core.settings import ThemeChoice
from babymassage_gui.gui import app
from babymassage_gui.gui.pages.care_view import Saying
from babymassage_gui.gui.pages.library import LibraryPage
from babymassage_gui.gui.pages.library_view import Kind
from babymassage_gui.gui.pages.settings import SettingsPage
from babymassage_gui.services.household import Household
from tools.check_in_pictures import the_check_in, the_standing_questions
from tools.leaf_pictures import the_leaves
from tools.progress_pictures import PROGRESS_STORIES
from tools.small_png import save_small
from tools.studio import BORN, FIRST_DAY, Studio

SIZES = ((1280, 800), (900, 600))
# One picture of each page, for the smaller size and for high contrast; the larger size has every state.
MAIN = frozenset({
    "01-welcome", "02-text-size", "01b-health", "03-today", "03-today-chooser", "03b-check-in", "03b-check-in-wait",
    "04-session-ready", "04-session-tummy", "05-turn", "06-baby-needs-me", "07-something-is-wrong", "08-wrap-up",
    "09-library-move", "10-progress", "10-progress-3-months", "11-settings-look", "11-settings-sound",
    "11-settings-keys", "12-asleep",
})  # fmt: skip
CONTRASTING = frozenset({
    "03-today", "03b-check-in", "04-session-ready", "04-session-tummy", "05-turn", "06-baby-needs-me", "08-wrap-up",
    "10-progress", "11-settings-look",
})  # fmt: skip
LIBRARY_ROWS = (
    ("not-shown", Kind.REFERENCE, "ref-chest-tap-prone"), ("why", Kind.CONTRADICTION, "C-24"),
    ("routine", Kind.ROUTINE, "everyday"), ("move", Kind.MOVE, "tummy-circle"), ("locked", Kind.MOVE, "leg-rub"),
)  # fmt: skip


GREY = frozenset({"10-progress-3-days", "10-progress-3-months", "10-progress-3-years"})
Picture = tuple[str, QWidget | QImage]


def first_start(studio: Studio) -> Iterator[Picture]:
    """Welcome, and the question about the size of the type."""
    window = studio.open()
    yield "01-welcome", window
    studio.house.save_baby(Baby("", "Mila", BORN, navel_healed=True, doctor_yes_on=FIRST_DAY))
    window.show_page(window.rooms.text_size())
    yield "02-text-size", window
    window.show_today()
    yield "03-today-first", window
    window._on_rail("progress")  # noqa: SLF001
    yield "10-progress-empty", window
    studio.house.save_baby(replace(studio.known_baby(), born=FIRST_DAY - timedelta(days=12)))
    window.show_today()
    yield "03-today-too-young", window


def a_session(studio: Studio) -> Iterator[Picture]:
    """Today, and a session from the first second to the wrap-up."""
    studio.settle_in()
    studio.live(16)
    window = studio.open()
    yield "03-today", window
    studio.start()
    window.rooms.began.emit()
    studio.clock.move(2.2)
    studio.house.runner.tick()
    yield "04-session-ready", window
    for name, step, seconds in (("leg", "leg-outer", 7.4), ("tummy", "tummy-circle", 11.0)):
        studio.play_to(step, seconds)
        yield f"04-session-{name}", window
    studio.play_to("turn-tummy", 5.0)
    yield "05-turn", window
    studio.play_to("back-up", 9.0)
    yield "04-session-back", window
    studio.house.runner.baby_needs_me()
    studio.clock.move(22)
    yield "06-baby-needs-me", window
    window.rooms.desk()._show_emergency(True)  # noqa: SLF001
    yield "07-something-is-wrong", window
    window.rooms.desk()._show_emergency(False)  # noqa: SLF001
    studio.house.runner.finish(Ending.EARLY)
    yield "08-wrap-up-early", window


def a_whole_session(studio: Studio) -> Iterator[Picture]:
    """The wrap-up after a whole session, weeks of progress, settings, tomorrow's closed door."""
    studio.settle_in()
    studio.live(55)
    window = studio.open()
    studio.start()
    window.rooms.began.emit()
    studio.play(lambda: False)
    yield "08-wrap-up", window
    window._on_wrapped_up(Mood.CALM, "")  # noqa: SLF001
    yield "03-today-done", window
    window._on_rail("progress")  # noqa: SLF001
    yield "10-progress", window
    window._on_rail("settings")  # noqa: SLF001
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    page.said.emit(Saying("rubbing", "shown", "Nurse Kim"))
    rooms = {
        "baby": page.baby_room, "care": page.care, "massage": page.massage, "day": page.day, "look": page.look_room,
        "session": page.session_room, "about": page.about_room,
    }  # fmt: skip
    for name, room in rooms.items():
        page.open_room(room)
        yield f"11-settings-{name}", window


def the_rooms_of_sound(studio: Studio) -> Iterator[Picture]:
    """Settings: what is heard, and what buttons mean. No sound comes from here, so the voices are those of nowhere."""
    studio.settle_in()
    window = studio.open()
    window._on_rail("settings")  # noqa: SLF001
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    for name, room in (("sound", page.sound), ("keys", page.keys)):
        page.open_room(room)
        yield f"11-settings-{name}", window


def the_length_of_a_day(studio: Studio) -> Iterator[Picture]:
    """Today: two early ends and the offer to part the day, its parts, the length held, and the list of massages."""
    studio.settle_in()
    studio.live(12)
    for _ in range(2):
        studio.part(Mood.CRIED, 130)
        studio.clock.move(86400)
    window = studio.open()
    yield "03-today-split", window
    window.home.plan.why.click()
    yield "03-today-why", window
    window.home.split.emit(True)
    studio.clock.move(60)
    window.show_today()
    yield "03-today-part", window
    window._toast.hide()  # noqa: SLF001
    studio.part(Mood.CALM)
    studio.clock.move(2.5 * 3600)
    window.show_today()
    yield "03-today-part-two", window
    window.home.held.emit(True)
    yield "03-today-held", window
    window._toast.hide()  # noqa: SLF001
    window.home.change_wanted.emit()
    yield "03-today-chooser", window
    studio.clock.move(6 * 3600)
    window.home.change_wanted.emit()
    yield "03-today-chooser-evening", window
    studio.house.save_baby(replace(studio.known_baby(), born=FIRST_DAY, due=FIRST_DAY + timedelta(days=40)))
    window.home.change_wanted.emit()
    yield "03-today-chooser-early", window


def after_a_cut(studio: Studio) -> Iterator[Picture]:
    """A session that a power cut ended, found at the next start; then the baby falls asleep."""
    studio.settle_in()
    studio.live(3)
    studio.start()
    studio.play_to("tummy-circle", 10)
    studio.house.runner.baby_needs_me()
    stores = studio.house._stores  # noqa: SLF001
    studio.house = Household(studio.house.catalogue, stores, studio.clock, lambda: str(uuid.uuid4()))
    window = studio.open()
    yield "09-carry-on", window
    window.home.carry_on.emit()
    studio.house.runner.baby_needs_me()
    studio.house.runner.finish(Ending.ASLEEP)
    yield "12-asleep", window


def the_library(studio: Studio) -> Iterator[Picture]:
    """A move, one that opens later, a routine, what is not shown, a disagreement, a search without an answer."""
    studio.settle_in()
    window = studio.open()
    window._on_rail("library")  # noqa: SLF001
    page = window.rooms.library()
    assert isinstance(page, LibraryPage)
    for name, kind, key in LIBRARY_ROWS:
        page.open_row(kind, key)
        yield f"09-library-{name}", window
    page.search.setText("spine line")
    yield "09-library-nothing-found", window


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


STORIES = (
    first_start, a_session, a_whole_session, the_rooms_of_sound, after_a_cut, the_library, the_length_of_a_day,
    the_standing_questions, the_check_in, the_leaves, *PROGRESS_STORIES,
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Tell every story in every look and size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--only", default="")
    parser.add_argument("--story", default="", help="only the stories whose name has this in it")
    parser.add_argument("--night", action="store_true", help="also in night colours")
    parser.add_argument("--all", action="store_true", help="every state in every size and in high contrast")
    parser.add_argument("--size", action="append", help="WIDTHxHEIGHT instead of the two of the docs")
    words = parser.parse_args(arguments)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = app.make_application(babymassage_gui.__version__)
    words.folder.mkdir(parents=True, exist_ok=True)
    themes = [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST, *([ThemeChoice.NIGHT] if words.night else [])]
    sizes = [_size(text) for text in words.size] if words.size else SIZES
    for theme in themes:
        for size in sizes:
            wanted = _wanted(theme, size, everything=words.all or bool(words.size))
            told = [story for story in STORIES if words.story in story.__name__]
            for story in told if wanted != frozenset() else ():
                with tempfile.TemporaryDirectory() as folder:
                    studio = Studio(application, Path(folder), theme, size)
                    for name, seen in story(studio):
                        studio.look()
                        if words.only in name and (wanted is None or name in wanted):
                            _save(seen, words.folder, name, theme, size)
                    studio.close()
    return 0


def _save(seen: QWidget | QImage, folder: Path, name: str, theme: ThemeChoice, size: tuple[int, int]) -> None:
    """Paper looks the same in every theme; some pages are kept as eyes without colours see them, too."""
    light = (theme, size) == (ThemeChoice.LIGHT, SIZES[0])
    if isinstance(seen, QImage):
        if light:
            save_small(seen, folder / f"{name}.png")
        return
    picture = seen.grab().toImage()
    save_small(picture, folder / f"{name}-{theme}-{size[0]}x{size[1]}.png")
    if light and name in GREY:
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
        save_small(grey, folder / f"{name}-grey-{size[0]}x{size[1]}.png")


def _wanted(theme: ThemeChoice, size: tuple[int, int], *, everything: bool) -> frozenset[str] | None:
    """The names of the pictures that a look has in a size; None for all."""
    if everything:
        return None
    if theme is ThemeChoice.CONTRAST:
        return CONTRASTING if size == SIZES[0] else frozenset()
    return MAIN if size == SIZES[1] else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
