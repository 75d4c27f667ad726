"""The composition root: the only file that names concrete adapters and joins them to the rules.

What is joined is imported where it is joined: the window stands painted before the log, the content and the pages are
read, and no command meets Qt but those that paint or look at drawings.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import babymassage_gui
from babymassage_gui import cli
from babymassage_gui.bootstrap_places import folders

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from babymassage_gui.adapters.crash_notes import CrashNotes
    from babymassage_gui.content.loader import Loaded
    from babymassage_gui.content.reading import ContentFault
    from babymassage_gui.core.catalogue import Catalogue
    from babymassage_gui.core.history import SessionRecord
    from babymassage_gui.core.plan import Plan
    from babymassage_gui.core.ports import Clock
    from babymassage_gui.core.strokes import FigureBook
    from babymassage_gui.gui.app import House
    from babymassage_gui.gui.picture_wish import PictureWish
    from babymassage_gui.services import rehearsal
    from babymassage_gui.services.belongings import Belongings

# As `adapters.control_address.FILE_NAME` has it; a test holds the two together.
SOCKET_NAME = "window.sock"


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; the answer is the exit code."""
    world = cli.World(
        version=babymassage_gui.__version__,
        content=_content,
        all_content=_all_content,
        today=_today,
        sessions=_sessions,
        play=_play,
        window=_window,
        tell=_tell_window,
        data=_data,
        render=_render,
        desktop=_desktop,
        sample=_sample,
    )
    return cli.run(arguments, world)


def _content() -> Loaded:
    from babymassage_gui.content.loader import load_playable

    return load_playable()


def _all_content() -> Loaded:
    """The catalogue and the figures with every fault of both, the rules of touch included."""
    from dataclasses import replace

    from babymassage_gui.content.figure_loader import STROKES, figure_faults, load_figures
    from babymassage_gui.content.loader import load
    from babymassage_gui.content.reading import ContentFault

    loaded, figures = load(), load_figures()
    bare = (step for step in loaded.catalogue.steps if step not in figures.book.steps)
    missing = (ContentFault(STROKES, f"steps.{step}", "has no figure") for step in bare)
    drawn, drawing_faults = _drawings(figures.book)
    faults = (*loaded.faults, *figures.faults, *missing, *figure_faults(figures.book), *drawing_faults)
    counts = {**loaded.counts, "figures": len(figures.book.steps), "drawings": drawn}
    return replace(loaded, faults=faults, counts=counts)


def _drawings(book: FigureBook) -> tuple[int, tuple[ContentFault, ...]]:
    """How many drawings the figures use, and what is wrong with them; none are looked at where there is no Qt."""
    from babymassage_gui.content.reading import ContentFault

    try:
        from babymassage_gui.gui.drawings import drawing_faults, drawings_of
    except ImportError:
        return 0, ()
    faults = drawing_faults(book)
    return len(drawings_of(book)), tuple(ContentFault(f"{name}.svg", "", text) for name, text in faults.items())


def _today() -> date:
    from babymassage_gui.adapters.clock import SystemClock

    return SystemClock().local_time().date()


def _sessions(data_dir: Path | None) -> Sequence[SessionRecord]:
    from babymassage_gui.adapters.clock import SystemClock
    from babymassage_gui.storage.opening import open_to_read

    log = open_to_read(folders(data_dir).data, SystemClock().local_time)
    if log is None:
        return ()
    with log:
        return tuple(session for baby in log.babies() for session in log.sessions(baby.id))


def _play(
    catalogue: Catalogue,
    plan: Plan,
    speed: float,
    tell: Callable[[rehearsal.Event], None],
    stop_after: float | None,
) -> None:
    from babymassage_gui.adapters.clock import SystemClock
    from babymassage_gui.services import rehearsal

    clock = SystemClock(speed)
    rehearsal.play(catalogue, plan, clock, clock.sleep, tell, stop_after)


def _render(out: Path, step_id: str | None, wish: PictureWish) -> Mapping[str, str]:
    from babymassage_gui.content.figure_loader import load_figures
    from babymassage_gui.gui.render import render

    return render(_content().catalogue, load_figures().book, out, step_id, wish)


def _desktop(remove: bool) -> Sequence[Path]:
    import os

    from babymassage_gui.adapters.desktop_entry import DesktopEntry, data_home, this_program

    entry = DesktopEntry(data_home(os.environ, Path.home()), this_program())
    return entry.remove() if remove else entry.install()


def _sample() -> int:
    from babymassage_gui.bootstrap_sample import sample_folder

    with sample_folder() as folder:
        return _window(folder, 1.0, "", hidden=False, sample=True)


def _window(data_dir: Path | None, speed: float, page: str, hidden: bool, *, sample: bool = False) -> int:
    # Nothing that a start makes is garbage; looking for some took a tenth of its time. The window turns it on again.
    gc.disable()
    where = folders(data_dir)
    # Only where something lies there is it worth the imports: the first paint waits for this.
    raised = _raised(where.data, page) if (where.data / SOCKET_NAME).exists() else None
    if raised:
        return cli.OK
    from babymassage_gui.core.errors import Expected, Fault
    from babymassage_gui.gui import shell
    from babymassage_gui.storage.first_look import colours_asked
    from babymassage_gui.storage.window_place import keep_place, read_place

    def open_now() -> House | None:
        from dataclasses import replace

        from babymassage_gui.adapters.allocator import give_back_pictures
        from babymassage_gui.adapters.clock import SystemClock

        give_back_pictures()
        try:
            return replace(open_house(data_dir, SystemClock(speed)), first_page=page, sample=sample)
        except Expected as fault:
            # Another window has the log: it may only just be opening, unless it was asked and found stuck.
            if fault.fault is Fault.LOG_LOCKED and raised is None and _raised(where.data, page, patient=True):
                return None
            raise

    def note(text: str) -> None:
        from babymassage_gui.adapters.crash_notes import CrashNotes

        CrashNotes(where.log).add(text)

    start = shell.Start(
        colours_asked(where.config), babymassage_gui.__version__, open_now, note, read_place(where.config),
        lambda place: keep_place(where.config, place), hidden,
    )  # fmt: skip
    return shell.run(start)


def _whole_enough() -> Loaded:
    """What is taught with its faults, if the massages that every family begins with are whole.

    Raises:
        Expected: they are not.
    """
    from babymassage_gui.core.errors import Expected, Fault
    from babymassage_gui.core.today import EVERYDAY, FIRST_STROKES, PRACTICE

    loaded = _content()
    if not {EVERYDAY, FIRST_STROKES, PRACTICE} <= set(loaded.catalogue.routines):
        raise Expected(Fault.BAD_CONTENT)
    return loaded


def _raised(folder: Path, page: str = "", *, patient: bool = False) -> bool | None:
    """Whether the folder's window came to the front, at a page if one is named; None where there is no window.

    `patient`: it may only be opening.
    """
    from babymassage_gui.adapters.control_client import ask, ask_until
    from babymassage_gui.services.control import Answer, Order, Place, Refused, Word, read_reply, write_order

    order = Order(Word.OPEN, place=Place(page)) if page else Order(Word.RAISE)
    line = (ask_until if patient else ask)(folder, write_order(order))
    if line is None:
        return None
    try:
        # Whatever it shows now, it is at the front: what it asks or plays goes before the page.
        return read_reply(line).answer in (Answer.DONE, Answer.SESSION_RUNS, Answer.LOOK)
    except Refused:
        return False


def _tell_window(data_dir: Path | None, line: bytes) -> bytes | None:
    from babymassage_gui.adapters.control_client import ask

    return ask(folders(data_dir).data, line)


def _data(data_dir: Path | None, writing: bool) -> AbstractContextManager[Belongings]:
    from babymassage_gui.bootstrap_data import opened

    where = folders(data_dir)
    return opened(where.data, where.config, writing=writing)


def _figures(notes: CrashNotes, content_faults: Sequence[str]) -> FigureBook:
    """The figures as far as they are whole; the faults of the others, and those of the content, are written down."""
    from babymassage_gui.content.figure_loader import load_figures

    figures = load_figures()
    faults = [*content_faults, *(f"figures: {fault.line}" for fault in figures.faults)]
    if faults:
        notes.remark("\n".join(faults))
    return figures.book


def open_house(data_dir: Path | None, clock: Clock) -> House:
    """Join log, settings, content and clock for the window.

    Raises:
        Expected: another window has the log; it could not be opened (see `storage.opening.open_log`); what is taught
            is damaged so far that no massage is whole.
    """
    import uuid
    from dataclasses import replace

    from babymassage_gui.adapters.allocator import give_back_holes
    from babymassage_gui.bootstrap_data import SharedLog, belongings, one_window
    from babymassage_gui.bootstrap_devices import ear_and_screen, senses, watched_notes, with_desktop
    from babymassage_gui.content.loader import load
    from babymassage_gui.core.backups import OpenOutcome
    from babymassage_gui.core.errors import Expected
    from babymassage_gui.gui.app import House
    from babymassage_gui.services.household import Household, Stores
    from babymassage_gui.storage.opening import back_up, open_log
    from babymassage_gui.storage.settings_file import SettingsFile

    where = folders(data_dir)
    taught = _whole_enough()
    window = one_window(where.data)
    opened = open_log(where.data, clock.local_time)
    settings = SettingsFile(where.config, clock.local_time)
    stores = Stores(opened.log, opened.log, opened.log, settings)
    household = Household(taught.catalogue, stores, clock, lambda: str(uuid.uuid4()), lambda: load().catalogue)
    household.sessions()
    if opened.report.outcome is OpenOutcome.RESTORED:
        household.answers.say_log_was_restored()
    notes, faults = watched_notes(where.log), tuple(fault.line for fault in taught.faults)
    control, screen = ear_and_screen(where.data)
    shared = SharedLog(household, opened.log, clock)

    def close() -> None:
        control.close()
        screen.close()
        shared.close()
        # A backup that cannot be made now is tried again at the next start, which tells if it fails too.
        with opened.log, suppress(Expected):
            back_up(opened.log, clock.local_time())
        window.release()

    house = House(
        household, _figures(notes, faults), opened.report, notes.take_unseen(), close, opened.log.damaged_rows,
        settings.set_aside is not None or bool(settings.bad_fields), notes.remark, senses(), screen, control.listen,
        faults, lambda: belongings(household, opened.log, clock, sharing=shared.sharing()), shared.share(),
    )  # fmt: skip
    return replace(with_desktop(house, notes, where.log), give_back=give_back_holes)
