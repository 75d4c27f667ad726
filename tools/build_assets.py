"""Turn assets/ into the one binary file that Qt opens: babymassage_gui/resources.rcc.

    build_assets.py               compile translations and resources, if anything they are made from changed
    build_assets.py --write-qrc   list in resources.qrc what the folders hold
    build_assets.py --update-ts   gather the texts of babymassage_gui/gui into assets/translations/*.ts

resources.qrc is kept in the repository so that a reviewer sees what is shipped; a list that disagrees with the
folders stops the build. Inside the program a file is found under its path below assets/, as in
":/icons/bold/pause-bold.svg". Needs PySide6, nothing else.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

# What is shipped: folder below assets/, and the files in it and below it.
SHIPPED = (("figures", "*.svg"), ("fonts", "*.ttf"), ("icons", "*.svg"), ("sounds", "*.wav"))
SOURCE_LANGUAGE = "en"


class AssetError(Exception):
    """The assets are not as they should be; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Where things lie below the root of a checkout."""

    root: Path

    @property
    def qrc(self) -> Path:
        return self.root / "resources.qrc"

    @property
    def rcc(self) -> Path:
        return self.root / "babymassage_gui" / "resources.rcc"

    @property
    def stamp(self) -> Path:
        return self.root / "build" / "resources.stamp"

    @property
    def assets(self) -> Path:
        return self.root / "assets"

    def ts_files(self) -> list[Path]:
        return sorted((self.assets / "translations").glob("*.ts"))

    def shipped(self) -> list[str]:
        """What the folders hold, as paths from the root; a translation stands for the file that it compiles to."""
        found = [path for folder, pattern in SHIPPED for path in (self.assets / folder).rglob(pattern)]
        found += [ts.with_suffix(".qm") for ts in self.ts_files()]
        return sorted(path.relative_to(self.root).as_posix() for path in found)


def listed(qrc: Path) -> list[str]:
    """The paths that a qrc file names, in its order."""
    if not qrc.is_file():
        raise AssetError(f"{qrc.name} is missing; make it with: build_assets.py --write-qrc")
    return [(node.text or "").strip() for node in ElementTree.parse(qrc).getroot().iter("file")]


def check_qrc(tree: Tree) -> None:
    """Raise AssetError, naming every file, if resources.qrc and the folders disagree."""
    names = listed(tree.qrc)
    in_list, in_folders = set(names), set(tree.shipped())
    faults = [f"listed but not there: {name}" for name in sorted(in_list - in_folders)]
    faults += [f"there but not listed: {name}" for name in sorted(in_folders - in_list)]
    faults += [f"listed twice: {name}" for name in sorted({name for name in names if names.count(name) > 1})]
    if faults:
        raise AssetError(
            f"{tree.qrc.name} and the folders disagree; if the folders are right: build_assets.py --write-qrc\n  "
            + "\n  ".join(faults)
        )


def write_qrc(tree: Tree) -> None:
    """List the folders' files, each under its path below assets/."""
    root = ElementTree.Element("RCC")
    group = ElementTree.SubElement(root, "qresource", prefix="/")
    for name in tree.shipped():
        alias = PurePosixPath(name).relative_to("assets").as_posix()
        ElementTree.SubElement(group, "file", alias=alias).text = name
    ElementTree.indent(root)
    tree.qrc.write_text(ElementTree.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def fingerprint(tree: Tree) -> str:
    """A hash of everything that the compiled file is made from, this script included."""
    made_from = [tree.qrc, Path(__file__), *tree.ts_files()]
    made_from += [tree.root / name for name in tree.shipped() if not name.endswith(".qm")]
    digest = hashlib.sha256()
    for path in made_from:
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def qt_tool(name: str, arguments: Sequence[str | Path]) -> None:
    """Run one of PySide6's own tools in the Python that runs this; its output is shown only if it fails."""
    call = f"from PySide6.scripts.pyside_tool import {name}; {name}()"
    command = [sys.executable, "-c", call, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise AssetError(f"Qt's {name} failed:\n{done.stdout.decode(errors='replace').strip()}")


def build(tree: Tree) -> bool:
    """Compile what changed. True: something was compiled; False: all was fresh."""
    check_qrc(tree)
    made_from = fingerprint(tree)
    if tree.rcc.is_file() and tree.stamp.is_file() and tree.stamp.read_text(encoding="utf-8") == made_from:
        return False
    for ts in tree.ts_files():
        qt_tool("lrelease", ["-silent", ts, "-qm", ts.with_suffix(".qm")])
    half_done = tree.rcc.with_suffix(".rcc.new")
    qt_tool("rcc", ["--binary", "-o", half_done, tree.qrc])
    half_done.replace(tree.rcc)
    tree.stamp.parent.mkdir(exist_ok=True)
    tree.stamp.write_text(made_from, encoding="utf-8")
    return True


def update_ts(tree: Tree, folder: Path) -> None:
    """Gather the texts of the window into the .ts files of `folder`.

    English is the language of the source, so its file holds only the texts that count something (%n), whose singular
    and plural somebody writes there. A text that is no longer in the source is dropped.
    """
    english = folder / f"babymassage_{SOURCE_LANGUAGE}.ts"
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted((tree.root / "babymassage_gui" / "gui").rglob("*.py"))
    for ts in sorted({english, *folder.glob("*.ts")}):
        only = ["-pluralonly"] if ts == english else []
        language = ts.stem.partition("_")[2]
        options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", SOURCE_LANGUAGE]
        qt_tool("lupdate", [*options, "-target-language", language, *only, *sources, "-ts", ts])


def main(words: Sequence[str]) -> int:
    tree = Tree(Path(__file__).resolve().parents[1])
    try:
        if not words:
            build(tree)
        elif list(words) == ["--write-qrc"]:
            write_qrc(tree)
        elif list(words) == ["--update-ts"]:
            update_ts(tree, tree.assets / "translations")
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except (AssetError, OSError) as trouble:
        print(f"build_assets: {trouble}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
