"""Every package that is pinned stands in the list of licences, with one that this program can be shipped with."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest

from babymassage_gui.gui.shipped import PARTS, text_of, version_of

ROOT = Path(__file__).resolve().parents[2]
PERMISSIVE = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "PSF-2.0", "Apache-2.0"}
# Linked, and replaced, as files of their own.
LINKED = {"LGPL-3.0-only"}
# Only run by developers: nothing of theirs is in what a parent gets, or an exception lets it be.
TOOLS = {"MPL-2.0", "GPL-2.0-or-later WITH Bootloader-exception"}
SECTIONS = ("What the program is installed with", "A bundle (", "What only developers install")


def name_of(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text.strip().split(" (")[0]).lower()


def listed(begins: str) -> dict[str, str]:
    """The rows of one of the tables: the name of a package, and its licence."""
    text = (ROOT / "assets" / "LICENSES.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", text[text.index(begins) :].split("\n\n")[1], re.MULTILINE)
    found = {name_of(name): licence.strip() for names, licence in rows for name in names.split(",")}
    return {name: licence for name, licence in found.items() if name not in ("what", "-")}


def pinned(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_each_pinned_package_is_listed_once_and_nothing_else_is() -> None:
    shipped, tools = listed(SECTIONS[0]), listed(SECTIONS[2])
    assert not shipped.keys() & tools.keys()
    assert shipped.keys() | tools.keys() == pinned("requirements.lock") | pinned("packaging/requirements-bundle.lock")
    assert shipped.keys() <= pinned("packaging/requirements-bundle.lock")


def test_every_licence_goes_together_with_ours() -> None:
    assert set(listed(SECTIONS[0]).values()) <= PERMISSIVE | LINKED
    assert set(listed(SECTIONS[2]).values()) <= PERMISSIVE | TOOLS


def test_both_locks_pin_the_same_versions_with_hashes_and_name_no_index() -> None:
    pins = []
    for lock in ("requirements.lock", "packaging/requirements-bundle.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "://" not in text
        assert "index" not in text
        entries = re.findall(r"^(\S+)==(\S+)([^\n]*)\n((?:    .*\n?)+)", text, re.MULTILINE)
        assert all("--hash=sha256:" in hashes for _, _, _, hashes in entries)
        pins.append({(name, marker.strip(" \\")): version for name, version, marker, _ in entries})
    both = pins[0].keys() & pins[1].keys()
    assert len(both) > 10
    assert all(pins[0][one] == pins[1][one] for one in both)


def test_the_program_shows_what_the_list_has() -> None:
    shown = {name_of(package): part.licence for part in PARTS for package in part.packages}
    assert shown == listed(SECTIONS[0])


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.title)
def test_each_part_has_a_version_and_the_text_of_its_licence(part: object) -> None:
    found = next(one for one in PARTS if one is part)
    text = text_of(found)
    assert len(text) > 500
    for package in found.packages:
        try:
            assert version_of(found) == importlib.metadata.version(found.packages[0])
        except importlib.metadata.PackageNotFoundError:
            assert package == "jeepney"
