"""What the commands do, each a thin layer over the rules: plan, rehearse, check-content, log, render; ctl is in
`cli_ctl`, what a family takes along in `cli_data`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from types import MappingProxyType

from babymassage_gui.cli import NO_QT, OK, USAGE, World
from babymassage_gui.cli_ctl import ctl
from babymassage_gui.cli_data import backups, export, read_in, sync
from babymassage_gui.cli_profile import Case, case_of_days, read_case
from babymassage_gui.cli_text import (
    describe_plan,
    describe_session,
    plan_values,
    refusal_sentence,
    session_values,
)
from babymassage_gui.core.age import Age
from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.choices import EACH_OF_TWO_MINUTES
from babymassage_gui.core.course import FIRST_OF_TWO, SECOND_OF_TWO
from babymassage_gui.core.day import SPACING
from babymassage_gui.core.errors import BAD_DATA, CANNOT_CREATE, IO_FAILED
from babymassage_gui.core.family import wish_for
from babymassage_gui.core.long_day import EACH, TWO_SESSIONS_MINUTES, time_left, wished
from babymassage_gui.core.plan import Plan
from babymassage_gui.core.planner import make_plan
from babymassage_gui.core.today import refusal_now
from babymassage_gui.gui.picture_wish import (
    CELL_SIZE,
    LEAST_SIDE,
    MOST_CELL_SIDE,
    MOST_SIDE,
    PICTURE_SIZE,
    PictureWish,
)
from babymassage_gui.services.rehearsal import Event

_HOURS_BETWEEN = int(SPACING.total_seconds()) // 3600


def _case(words: argparse.Namespace, catalogue: Catalogue, world: World) -> Case:
    """The family that the words tell of: a file, or only an age."""
    if words.profile is not None:
        return read_case(catalogue, words.profile, world.today)
    return case_of_days(catalogue, words.age_days, early_start=words.early_start)


def _made_plan(words: argparse.Namespace, world: World) -> tuple[Plan, Catalogue, Age] | None:
    """The plan, or None with the reason said."""
    catalogue = world.content().catalogue
    routine = catalogue.routines.get(words.routine)
    if routine is None:
        known = ", ".join(catalogue.routines) or "none is whole"
        print(f"babymassage-gui: no routine is called {words.routine!r}; there are: {known}.", file=sys.stderr)
        return None
    case = _case(words, catalogue, world)
    age = case.family.baby.age(case.now.date())
    refused = refusal_now(catalogue, routine, case.family, case.now)
    if refused is not None:
        print(f"babymassage-gui: {refusal_sentence(refused, routine, age)}", file=sys.stderr)
        return None
    # A length that is asked for is never more than the parent's own limit.
    minutes = min(words.minutes, case.family.settings.parent_limit or words.minutes)
    wish = wish_for(catalogue, case.family, routine, minutes, case.now)
    return make_plan(catalogue, wish if routine.with_baby else replace(wish, age=None)), catalogue, age


def _second_plan(words: argparse.Namespace, world: World) -> Plan | None:
    """The moves that thirty minutes of the everyday massage end with, two hours later, where that was chosen (C-06)."""
    catalogue = world.content().catalogue
    case = _case(words, catalogue, world)
    family, later = case.family, case.now + EACH + SPACING
    moves = catalogue.routines.get(SECOND_OF_TWO)
    if (words.routine, words.minutes) != (FIRST_OF_TWO, TWO_SESSIONS_MINUTES) or moves is None:
        return None
    choices, limit = family.settings.choices, family.settings.parent_limit or EACH_OF_TWO_MINUTES
    in_time = time_left(later, case.now, family.settings.day.evening_start_hour)
    if not (wished(family.baby.age(case.now.date()), choices) and limit >= EACH_OF_TWO_MINUTES and in_time):
        return None
    return make_plan(catalogue, wish_for(catalogue, family, moves, EACH_OF_TWO_MINUTES, later))


def plan(words: argparse.Namespace, world: World) -> int:
    """Print the steps that would be played; of thirty minutes those of both sessions."""
    made = _made_plan(words, world)
    if made is None:
        return USAGE
    found, _, age = made
    second = _second_plan(words, world)
    if words.json:
        later = {} if second is None else {"later": {"after_hours": _HOURS_BETWEEN, **plan_values(second, age)}}
        print(json.dumps({**plan_values(found, age), **later}, ensure_ascii=False, indent=2))
        return OK
    print(describe_plan(found, age))
    if second is not None:
        print(f"then, {_HOURS_BETWEEN} hours later or more, if the baby was calm:\n{describe_plan(second, age)}")
    return OK


def rehearse(words: argparse.Namespace, world: World) -> int:
    """Play a session, one line an event."""
    made = _made_plan(words, world)
    if made is None:
        return USAGE
    found, catalogue, _ = made

    def tell(event: Event) -> None:
        print(json.dumps(event, ensure_ascii=False), flush=True)

    world.play(catalogue, found, words.speed, tell, words.stop_after)
    return OK


def check_content(words: argparse.Namespace, world: World) -> int:
    """Print what is taught, counted, with every fault."""
    loaded = world.all_content()
    faults = [{"file": f.file, "path": f.path, "message": f.message} for f in loaded.faults]
    if words.json:
        print(json.dumps({**loaded.counts, "faults": faults}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(f"{what.replace('_', ' ')}: {number}" for what, number in loaded.counts.items()))
        print("\n".join(f"{f.file}: {f.path}: {f.message}" for f in loaded.faults) or "no faults")
    return BAD_DATA if faults else OK


def log(words: argparse.Namespace, world: World) -> int:
    """Print the sessions in the log."""
    sessions = world.sessions(words.data_dir)
    if words.json:
        print(json.dumps([session_values(s) for s in sessions], ensure_ascii=False, indent=2))
    else:
        print("\n".join(describe_session(s) for s in sessions) or "Nothing here yet.")
    return OK


def _wrong_picture(words: argparse.Namespace, catalogue: Catalogue) -> str:
    """What is wrong with the words of `render`; nothing for words that make a picture."""
    single = words.sheet is None
    out = words.out if single else words.sheet
    if (single and (words.step is None or words.out is None)) or (not single and words.step is not None):
        return "render takes a step and a file, or --sheet and a file"
    endings = (".png", ".svg") if single else (".png",)
    if out.suffix.lower() not in endings:
        return f"the file's name ends in {' or '.join(endings)}, not as {out.name!r} does"
    most = MOST_SIDE if single else MOST_CELL_SIDE
    if words.size is not None and not all(LEAST_SIDE <= length <= most for length in words.size):
        return f"width and height are {LEAST_SIDE} to {most} pixels"
    return _wrong_step(words, catalogue) if single else ""


def _wrong_step(words: argparse.Namespace, catalogue: Catalogue) -> str:
    step = catalogue.steps.get(words.step)
    if step is None:
        near = get_close_matches(words.step, catalogue.steps, n=3)
        return f"no step is called {words.step!r}" + (f"; near to it: {', '.join(near)}" if near else "")
    sides = [side.value for side in step.sides]
    if words.side is not None and words.side not in sides:
        return f"{step.id} is not done on the {words.side}: {', '.join(sides)}"
    return ""


def render(words: argparse.Namespace, world: World) -> int:
    """Paint a step, or the sheet of all steps, to a file."""
    catalogue = world.content().catalogue
    wrong = _wrong_picture(words, catalogue)
    if wrong:
        print(f"babymassage-gui: {wrong}.", file=sys.stderr)
        return USAGE
    single = words.sheet is None
    out = words.out if single else words.sheet
    side = words.side or (catalogue.steps[words.step].sides[0].value if single else "both")
    size = words.size or (PICTURE_SIZE if single else CELL_SIZE)
    wish = PictureWish(size, words.theme, words.skin, words.hands, side, words.at)
    try:
        faults = world.render(out, words.step, wish)
    except ImportError as error:
        print(f"babymassage-gui: Qt cannot be loaded ({error}). Install what it names.", file=sys.stderr)
        return NO_QT
    except OSError as error:
        made = isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError | PermissionError)
        print(f"babymassage-gui: {out} cannot be written ({error.strerror}). Choose another file.", file=sys.stderr)
        return CANNOT_CREATE if made else IO_FAILED
    for name, message in faults.items():
        print(f"babymassage-gui: shown plainly: {name}: {message}", file=sys.stderr)
    return BAD_DATA if faults else OK


def install_desktop(words: argparse.Namespace, world: World) -> int:
    """Lay the desktop file, the icons and the metainfo into the user's folders, or take them out of there."""
    if not sys.platform.startswith("linux"):
        print("babymassage-gui: install-desktop is for Linux; elsewhere the installer does that.", file=sys.stderr)
        return USAGE
    places = world.desktop(words.remove)
    for place in places:
        print(place)
    if words.remove:
        print("removed; your data stays where it is" if places else "there was nothing to remove")
    else:
        print("Baby massage is among your programs now. To take it away: babymassage-gui install-desktop --remove")
    return OK


COMMANDS: Mapping[str, Callable[[argparse.Namespace, World], int]] = MappingProxyType(
    {
        "plan": plan,
        "rehearse": rehearse,
        "check-content": check_content,
        "log": log,
        "render": render,
        "ctl": ctl,
        "export": export,
        "import": read_in,
        "backups": backups,
        "sync": sync,
        "install-desktop": install_desktop,
    }
)
"""What each command's word does; the answer is the exit code."""
