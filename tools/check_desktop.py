"""Hold what a desktop reads about the program to its validators, and the icons to their source.

    check_desktop.py [SHARE]     SHARE is a folder like babymassage_gui/share, which is the default

Where a validator is missing it is installed if that is allowed; else the check says that it was left out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import babymassage_gui
import dev

ROOT = Path(__file__).resolve().parents[1]
SHARE = ROOT / "babymassage_gui" / "share"
APP_ID = "arpa.home.babymassage"
# The program, the package of Debian that brings it, and its words.
VALIDATORS = (
    ("desktop-file-validate", "desktop-file-utils", ()),
    ("appstreamcli", "appstream", ("validate", "--pedantic", "--no-net", "--explain")),
)


def files(share: Path) -> tuple[Path, Path]:
    """The desktop file and the metainfo."""
    return share / "applications" / f"{APP_ID}.desktop", share / "metainfo" / f"{APP_ID}.metainfo.xml"


def disagreements(share: Path) -> list[str]:
    """Where the two files, the icons, the program's version and its id do not say the same."""
    desktop, metainfo = files(share)
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # the keys keep their capitals
    entry.read(desktop, encoding="utf-8")
    main = entry["Desktop Entry"]
    about = ElementTree.parse(metainfo).getroot()
    newest = about.find("releases/release")
    pairs = (
        ("icon", main["Icon"], APP_ID),
        ("window class", main["StartupWMClass"], APP_ID),
        ("id", about.findtext("id"), APP_ID),
        ("launchable", about.findtext("launchable"), desktop.name),
        ("name", about.findtext("name"), main["Name"]),
        ("comment", about.findtext("summary"), main["Comment"]),
        ("newest release", None if newest is None else newest.get("version"), babymassage_gui.__version__),
    )
    found = [f"{what}: {one!r}, not {other!r}" for what, one, other in pairs if one != other]
    if not (share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg").is_file():
        found.append("no icon of the name that the desktop file has")
    return found


def validate(share: Path) -> list[str]:
    """What the validators do not like, in their words. A word more than "successful" is one too many."""
    missing = [package for program, package, _ in VALIDATORS if not shutil.which(program)]
    if missing:
        dev.apt_install(missing, "checking what a desktop reads")
    found = []
    for (program, _, words), file in zip(VALIDATORS, files(share), strict=True):
        if not shutil.which(program):
            print(f"LEFT OUT: {program} is not installed here; {file.name} was not validated.")
            continue
        done = subprocess.run([program, *words, str(file)], capture_output=True, text=True, check=False)
        said = (done.stdout + done.stderr).strip()
        if done.returncode or (said and "successful" not in said.splitlines()[0]) or len(said.splitlines()) > 1:
            found.append(f"{program}:\n{said}")
    return found


def main(words: Sequence[str]) -> int:
    share = Path(words[0]) if words else SHARE
    found = [*disagreements(share), *validate(share)]
    icons = subprocess.run([sys.executable, str(ROOT / "tools" / "make_icons.py"), "--check"], check=False).returncode
    print("\n".join(found) or "The desktop file and the metainfo say the same, and validators have nothing to add.")
    return 1 if found or icons else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
