"""The build files agree with the program, ask for as little as they can, and name no index."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from babymassage_gui.gui.resources import APP_ID
from tools import bundle, bundle_deb, checks, try_wheel

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
FILES = sorted(path for path in PACKAGING.rglob("*") if path.suffix not in (".ico", ".icns") and path.is_file())
NAMESPACES = ("http://wixtoolset.org/schemas/v4/wxs",)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_build_file_names_an_address(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for namespace in NAMESPACES:
        text = text.replace(namespace, "")
    assert "://" not in text


def test_the_flatpak_asks_for_no_network_and_no_folder_of_the_user_s() -> None:
    text = (PACKAGING / "flatpak" / f"{APP_ID}.yaml").read_text(encoding="utf-8")
    assert f"id: {APP_ID}\n" in text
    asked = re.findall(r"^  - (--\S+)", text, re.MULTILINE)
    assert "--socket=wayland" in asked
    assert [word for word in asked if word.startswith("--filesystem=")] == ["--filesystem=xdg-run/speech-dispatcher:ro"]
    assert not {"--share=network", "--device=all", "--socket=session-bus", "--socket=system-bus"} & set(asked)


def test_the_flatpak_brings_what_its_base_does_not() -> None:
    script = PACKAGING / "flatpak" / "requirements.py"
    lines = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True).stdout
    names = set(re.findall(r"^([a-z0-9-]+)==", lines, re.MULTILINE))
    assert {"cattrs", "icalendar", "pyqtgraph", "numpy", "platformdirs", "wakepy"} <= names
    assert not {"pyside6-addons", "shiboken6", "pyinstaller", "setuptools"} & names
    assert "--hash=sha256:" in lines


def test_the_installer_of_windows_is_whole_and_its_files_are_there() -> None:
    root = ElementTree.parse(PACKAGING / "windows" / "babymassage.wxs").getroot()
    space = {"w": NAMESPACES[0]}
    icon = root.find(".//w:Icon", space)
    assert icon is not None
    assert (ROOT / str(icon.get("SourceFile")).replace("\\", "/")).is_file()
    package = root.find("w:Package", space)
    assert package is not None
    assert package.get("Scope") == "perUser"


def test_the_commit_hooks_run_checks_that_there_are() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    known = {check.name for check in checks.all_checks("python")}
    entries = re.findall(r"entry: python3 dev\.py test ?(.*)", text)
    assert len(entries) == 2
    assert all(set(entry.split()) <= known for entry in entries)
    assert "" in entries


def test_a_wheel_that_lacks_or_has_too_much_is_found(tmp_path: Path) -> None:
    package = tmp_path / "babymassage_gui"
    for name in (
        "core/age.py",
        "content/steps.toml",
        "share/applications/a.desktop",
        "licences/L.txt",
        "resources.rcc",
    ):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("", encoding="utf-8")
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for name in try_wheel.carried(tmp_path) - {"babymassage_gui/content/steps.toml"}:
            packed.writestr(name, "")
        packed.writestr("babymassage_gui-1.dist-info/METADATA", "")
        packed.writestr("tests/test_a.py", "")
    assert try_wheel.missing(wheel, tmp_path) == ["lacks babymassage_gui/content/steps.toml", "has tests/test_a.py"]


def test_every_file_of_a_bundle_counts_once_among_the_weights(tmp_path: Path) -> None:
    sizes = {"babymassage-gui": 5, "_internal/PySide6/Qt/lib/libQt6Core.so.6": 7, "_internal/numpy/a.so": 11, "x": 13}
    for name, size in sizes.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(size))
    (tmp_path / "link").symlink_to("x")
    found = bundle.weights(tmp_path)
    assert sum(found.values()) == sum(sizes.values())
    assert found["Qt's libraries and plugins"] == 7


def test_a_library_that_nobody_knows_stops_the_packing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wants = {"libX11.so.6": {"a"}, "libcups.so.2": {"plugins/printsupport/b"}}
    monkeypatch.setattr(bundle_deb, "needed", lambda _bundle: wants)
    monkeypatch.setattr(bundle_deb, "newest_glibc", lambda _bundle: "2.35")
    depends, recommends = bundle_deb.relations(tmp_path)
    assert depends == ["libc6 (>= 2.35)", "libx11-6"]
    assert recommends[0] == "libcups2"
    wants["libnew.so.1"] = {"a"}
    with pytest.raises(OSError, match=r"libnew\.so\.1"):
        bundle_deb.relations(tmp_path)
