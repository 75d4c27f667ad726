"""Puts into the user's own folders what a Linux desktop reads about the program, and takes it out again.

Knows what it lays by the files that travel with the program, and touches nothing else. What starts the program is
written into each copy, for a desktop may not find it by its name alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from babymassage_gui.core.errors import Expected, Fault

SHARE = Path(__file__).resolve().parent.parent / "share"
ENDING = ".desktop"
# What must not stand bare in an Exec line, by the Desktop Entry Specification.
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")


def data_home(environment: Mapping[str, str], home: Path) -> Path:
    """The user's folder for what desktops read; a path that is not absolute is passed over, as the custom asks."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else home / ".local" / "share"


def config_home(environment: Mapping[str, str], home: Path) -> Path:
    """The user's folder for what starts by itself, in its `autostart`."""
    named = environment.get("XDG_CONFIG_HOME", "")
    return Path(named) if Path(named).is_absolute() else home / ".config"


def own_program(arguments: Sequence[str], python: str, package: Path, *, frozen: bool) -> tuple[str, ...]:
    """The words that start this program again: the program itself, `dev.py run` in a checkout, or the module."""
    if frozen:
        return (python,)
    started = Path(arguments[0])
    if started.stem != "__main__" and started.is_file():
        return (str(started.absolute()),)
    checkout = package.parent / "dev.py"
    if checkout.is_file():
        return (python, str(checkout), "run")
    return (python, "-m", package.name)


def this_program() -> tuple[str, ...]:
    """The words that start the program that runs."""
    frozen = bool(getattr(sys, "frozen", False))
    return own_program(sys.argv, sys.executable, SHARE.parent, frozen=frozen)


def exec_words(words: Sequence[str]) -> str:
    """Words as an Exec line takes them."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    # Escaped twice: once inside the quotes, once as a string of the file.
    for reserved in ("\\", '"', "`", "$"):
        word = word.replace(reserved, "\\" + reserved)
    return '"' + word.replace("\\", "\\\\") + '"'


class DesktopEntry:
    """The desktop file, icons and metainfo of one user. `share` is what travels with the program."""

    def __init__(self, target: Path, program: Sequence[str], share: Path = SHARE) -> None:
        self._target, self._program, self._share = target, tuple(program), share

    def _files(self) -> Iterator[tuple[Path, Path]]:
        for source in sorted(self._share.rglob("*")):
            if source.is_file():
                yield source, self._target / source.relative_to(self._share)

    def install(self) -> tuple[Path, ...]:
        """Lay every file in its place, over one of before; the answer is where they lie.

        Raises:
            Expected: FILE_NOT_WRITTEN.
        """
        laid = []
        for source, place in self._files():
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(self._written(source))
            except OSError as error:
                raise Expected(Fault.FILE_NOT_WRITTEN, path=str(place), reason=error.strerror or "") from error
            laid.append(place)
        self._touch()
        return tuple(laid)

    def remove(self) -> tuple[Path, ...]:
        """Take every file away that `install` lays, and the folders that are empty then; the answer is what was there.

        Raises:
            Expected: FILE_NOT_WRITTEN, for what cannot be taken away.
        """
        gone = []
        for _, place in self._files():
            if not place.is_file():
                continue
            try:
                place.unlink()
            except OSError as error:
                raise Expected(Fault.FILE_NOT_WRITTEN, path=str(place), reason=error.strerror or "") from error
            gone.append(place)
            self._leave(place.parent)
        self._touch()
        return tuple(gone)

    def _written(self, source: Path) -> bytes:
        if source.suffix != ENDING:
            return source.read_bytes()
        lines = source.read_text(encoding="utf-8").splitlines()
        return ("\n".join(started_by(lines, self._program)) + "\n").encode()

    def _leave(self, folder: Path) -> None:
        with suppress(OSError):  # not empty: somebody else's things are in it
            while folder != self._target and folder.is_relative_to(self._target):
                folder.rmdir()
                folder = folder.parent

    def _touch(self) -> None:
        """Desktops look again at a folder of icons that is newer than what they remember of it."""
        with suppress(OSError):
            os.utime(self._target / "icons" / "hicolor")


class Autostart:
    """Whether the program starts with the computer: a desktop file in the user's `autostart`."""

    def __init__(self, config: Path, program: Sequence[str], share: Path = SHARE) -> None:
        (self._source,) = (share / "applications").glob(f"*{ENDING}")
        self._place, self._program = config / "autostart" / self._source.name, tuple(program)

    @property
    def on(self) -> bool:
        """Whether it does now, whoever changed it."""
        return self._place.is_file()

    def turn(self, on: bool) -> None:
        """Let it start so, out of sight, or no longer.

        Raises:
            Expected: FILE_NOT_WRITTEN.
        """
        lines = self._source.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
        lines = [line for line in lines if not line.startswith("Actions=")]
        hidden = (*self._program, "--hidden")
        try:
            if on:
                self._place.parent.mkdir(parents=True, exist_ok=True)
                self._place.write_text("\n".join(started_by(lines, hidden)) + "\n", encoding="utf-8")
            else:
                self._place.unlink(missing_ok=True)
        except OSError as error:
            raise Expected(Fault.FILE_NOT_WRITTEN, path=str(self._place), reason=error.strerror or "") from error


def started_by(lines: Sequence[str], program: Sequence[str]) -> Iterator[str]:
    """The lines of a desktop file, with what starts the program in the place of its bare name."""
    for line in lines:
        key, _, value = line.partition("=")
        if key == "Exec":
            yield f"Exec={exec_words([*program, *value.split()[1:]])}"
        elif key == "TryExec":
            yield f"TryExec={program[0]}"
        else:
            yield line
