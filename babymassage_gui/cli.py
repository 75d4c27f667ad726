"""The words of the command line: which command is meant, with which values. Without one, the window opens.

Nothing is imported here but what reading words needs: the window waits for this module. What a command does is in
`cli_commands`, which is imported once a command was given.

Exit codes: 0 done; 2 wrong words, or an age or routine that may not be played; 65 bad content or a damaged log;
69 Qt cannot be loaded, or no window answers; 73 a folder or file cannot be made; 74 the log cannot be read or written,
a file not be written; 75 the window cannot do that now.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from babymassage_gui.core.errors import Expected

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from babymassage_gui.content.loader import Loaded
    from babymassage_gui.core.catalogue import Catalogue
    from babymassage_gui.core.history import SessionRecord
    from babymassage_gui.core.plan import Plan
    from babymassage_gui.gui.picture_wish import PictureWish
    from babymassage_gui.services.belongings import Belongings
    from babymassage_gui.services.rehearsal import Event

OK, USAGE, NO_QT, NO_WINDOW, NOT_NOW = 0, 2, 69, 69, 75
INTERRUPTED = 130
CTL_WORDS = (
    "start", "stop", "pause", "resume", "next", "back", "extend", "shorten", "jump", "slower", "faster", "status",
    "raise", "open",
)  # fmt: skip
# As `services.control.Place` has them; a test holds the two together.
PLACES = ("today", "massage", "progress", "library", "settings", "shortcuts")
SKINS = ("porcelain", "honey", "amber", "cocoa")
OLDEST_DAYS = 1000
MOST_MINUTES = 30


def _without_pictures(*_: object) -> NoReturn:
    raise ModuleNotFoundError("no pictures were joined to the commands")


def _no_data(_folder: Path | None, _writing: bool) -> NoReturn:
    raise ModuleNotFoundError("no data was joined to the commands")


def _no_window(_folder: Path | None, _line: bytes) -> None:
    """Nobody listens where nothing was joined."""


def _no_desktop(_remove: bool) -> NoReturn:
    raise ModuleNotFoundError("no desktop was joined to the commands")


def _no_sample() -> NoReturn:
    raise ModuleNotFoundError("no sample was joined to the commands")


@dataclass(frozen=True, slots=True)
class World:
    """What the commands need from outside, joined by the composition root."""

    version: str
    content: Callable[[], Loaded]
    all_content: Callable[[], Loaded]
    today: Callable[[], date]
    sessions: Callable[[Path | None], Sequence[SessionRecord]]
    play: Callable[[Catalogue, Plan, float, Callable[[Event], None], float | None], None]
    window: Callable[[Path | None, float, str, bool], int]
    render: Callable[[Path, str | None, PictureWish], Mapping[str, str]] = _without_pictures
    tell: Callable[[Path | None, bytes], bytes | None] = _no_window
    data: Callable[[Path | None, bool], AbstractContextManager[Belongings]] = _no_data
    desktop: Callable[[bool], Sequence[Path]] = _no_desktop
    sample: Callable[[], int] = _no_sample


class _Parser(argparse.ArgumentParser):
    """One line for a wrong word, not the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"babymassage-gui: {message}. See babymassage-gui --help.\n")


def run(arguments: Sequence[str], world: World) -> int:
    """Carry out one command line; the answer is the exit code."""
    words = _parser(world.version).parse_args(arguments)
    try:
        return _carry_out(words, world)
    except Expected as fault:
        from babymassage_gui.cli_text import fault_sentence

        print(f"babymassage-gui: {fault_sentence(fault)}", file=sys.stderr)
        return fault.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the lines has heard enough; what is still to be written goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _carry_out(words: argparse.Namespace, world: World) -> int:
    if words.command is None and words.sample:
        return world.sample()
    if words.command is None:
        return world.window(words.data_dir, words.speed, words.open, words.hidden)
    from babymassage_gui.cli_commands import COMMANDS

    return COMMANDS[words.command](words, world)


def _parser(version: str) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="babymassage-gui",
        description="A calm, step-by-step guide to baby massage. Without a command, the window opens.",
        epilog="Exit codes: 0 done, 2 wrong words or not to be played, 65 bad data, 69 no Qt, 73 cannot create, "
        "74 input/output; ctl: 69 no window, 75 not now.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"babymassage-gui {version}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep log and settings in this folder")
    parser.add_argument("--speed", type=_speed, default=1.0, metavar="N", help="N times faster; nothing counts")
    parser.add_argument("--open", choices=PLACES, default="", metavar="PAGE", help="turn to this page: %(choices)s")
    parser.add_argument("--hidden", action="store_true", help="start out of sight, to remind (see Settings, The day)")
    parser.add_argument("--sample", action="store_true", help="look round with a sample family; nothing is kept")
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND", parser_class=_Parser)
    plan = commands.add_parser("plan", help="print the steps that would be played")
    _plan_words(plan)
    plan.add_argument("--json", action="store_true", help="as JSON")
    rehearse = commands.add_parser("rehearse", help="play a session without a window, one JSON line an event")
    _plan_words(rehearse)
    rehearse.add_argument("--speed", type=_speed, default=argparse.SUPPRESS, metavar="N", help="N times faster")
    rehearse.add_argument("--stop-after", type=_seconds, metavar="S", help="the baby needs you after S seconds")
    check = commands.add_parser("check-content", help="validate what is taught, and count it")
    check.add_argument("--json", action="store_true", help="as JSON")
    log = commands.add_parser("log", help="print the sessions in the log")
    log.add_argument("--json", action="store_true", help="as JSON")
    _render_words(commands.add_parser("render", help="paint a step, or with --sheet all of them, to a file"))
    ctl = commands.add_parser("ctl", help="tell the running window something, for hotkeys and buttons")
    _ctl_words(ctl)
    _desktop_words(commands)
    for command in (plan, rehearse, check, log, ctl, *_data_words(commands)):
        command.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS)
    return parser


def _plan_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--routine", default="everyday", metavar="ID", help="the routine's id (default: everyday)")
    baby = parser.add_mutually_exclusive_group(required=True)
    baby.add_argument("--age-days", type=_age_days, metavar="N", help="the age in days of a healthy baby")
    baby.add_argument("--profile", type=Path, metavar="FILE.toml", help="a baby with its answers (see cli_profile.py)")
    parser.add_argument("--minutes", type=_minutes, required=True, metavar="M", help="the length aimed at")
    parser.add_argument("--early-start", action="store_true", help="the doctor agreed to massage from 20 days")


def _ctl_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "word", choices=CTL_WORDS, metavar="WORD",
        help="%(choices)s. start opens the check-in, or begins once it is answered; pause is Baby needs me; next goes "
        "on where the massage waits; stop ends and keeps what was done",
    )  # fmt: skip
    parser.add_argument(
        "what", nargs="?", metavar="SECONDS|PART|PAGE",
        help="seconds for extend and shorten (default: 30); for jump legs, arms, tummy, chest, back, head, moves or "
        "finish; for open a page as for --open",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print how things stand as JSON")


def _data_words(commands: argparse._SubParsersAction[_Parser]) -> tuple[_Parser, ...]:
    export = commands.add_parser("export", help="write everything to a file")
    export.add_argument("file", type=Path, metavar="FILE", help="the file; one that is there stays, but for --force")
    export.add_argument("--format", choices=("json", "csv", "ics"), default="json", help="json is complete (default)")
    export.add_argument("--force", action="store_true", help="write over a file that is there")
    read = commands.add_parser("import", help="read a file in: our JSON and CSV, feeds and tummy times of Baby Buddy")
    read.add_argument("file", type=Path, metavar="FILE", help="the file")
    read.add_argument("--dry-run", action="store_true", help="only say what would be done")
    backups = commands.add_parser("backups", help="list the backups, or go back to one")
    backups.add_argument("--restore", metavar="STAMP", help="go back to the backup of this stamp, as it is listed")
    sync = commands.add_parser(
        "sync", help="share the log with other computers through a folder; off until one is named"
    )
    way = sync.add_mutually_exclusive_group()
    way.add_argument("--folder", type=Path, metavar="DIR", help="share through this folder from now on")
    way.add_argument("--off", action="store_true", help="share no more; what lies in the folder stays there")
    way.add_argument("--status", action="store_true", help="only say how things stood when the folder was last read")
    sync.add_argument("--dry-run", action="store_true", help="with --folder: only say what would be read in")
    return export, read, backups, sync


def _render_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("step", nargs="?", metavar="STEP", help="the step's id, as `plan` prints it")
    parser.add_argument("out", nargs="?", type=Path, metavar="OUT", help="a file that ends in .png or .svg")
    parser.add_argument("--sheet", type=Path, metavar="OUT.png", help="all steps on one sheet, instead of one step")
    parser.add_argument("--size", type=_size, metavar="WxH", help="pixels of the picture, or of each on the sheet")
    parser.add_argument("--theme", choices=("light", "dark", "night"), default="light", help="the colours")
    parser.add_argument("--skin", choices=SKINS, default="porcelain", metavar="NAME", help="the baby's: %(choices)s")
    parser.add_argument("--hands", choices=SKINS, default="honey", metavar="NAME", help="the parent's skin, as --skin")
    parser.add_argument("--side", choices=("left", "right"), help="the baby's side, of a step that has two")
    parser.add_argument("--at", type=_share, default=0.35, metavar="0..1", help="how far into the repetition")


def _desktop_words(commands: argparse._SubParsersAction[_Parser]) -> None:
    desktop = commands.add_parser("install-desktop", help="show the program among yours, with its icon (Linux)")
    desktop.add_argument("--remove", action="store_true", help="take it away from there again")


def _size(text: str) -> tuple[int, int]:
    words = text.split("x")
    if len(words) != 2 or not all(word.isascii() and word.isdigit() and len(word) < 6 for word in words):
        raise argparse.ArgumentTypeError(f"a size is width x height in pixels, as 900x700, not {text!r}")
    return int(words[0]), int(words[1])


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"a way is a number from 0 to 1, not {text!r}")
    return share


def _whole(text: str, least: int, most: int, what: str) -> int:
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{what} is a whole number from {least} to {most}, not {text!r}")
    return int(text)


def _age_days(text: str) -> int:
    return _whole(text, 0, OLDEST_DAYS, "an age in days")


def _minutes(text: str) -> int:
    return _whole(text, 1, MOST_MINUTES, "a length in minutes")


def _speed(text: str) -> float:
    return float(_whole(text, 1, 10_000, "a speed"))


def _seconds(text: str) -> float:
    return float(_whole(text, 0, 86_400, "a time in seconds"))
