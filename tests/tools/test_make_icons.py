"""Every file of the icon shows what its one source shows, and says it in the form that each system reads."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QImage

from tools import make_icons

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name, _ in make_icons.files():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(make_icons.ROOT / name, tmp_path / name)
    return tmp_path


def test_the_files_of_the_repository_are_as_the_source() -> None:
    assert make_icons.stale(make_icons.ROOT) == []


def test_a_picture_of_another_drawing_or_none_at_all_is_found(copied: Path) -> None:
    one, other, packed = (
        f"{make_icons.HICOLOR}/{size}x{size}/apps/{make_icons.APP_ID}.png" for size in (32, 64, 128)
    )  # fmt: skip
    image = QImage(str(copied / one))
    image.setPixelColor(16, 16, 0)
    image.save(str(copied / one))
    (copied / other).unlink()
    (copied / packed).write_bytes(make_icons.png(make_icons.paint(64)))
    (copied / "packaging/windows/babymassage.ico").write_bytes(make_icons.ico({16: make_icons.png(image)}))
    assert make_icons.stale(copied) == [one, other, packed, "packaging/windows/babymassage.ico"]


def test_small_pictures_show_the_face_alone_and_every_one_fills_its_square() -> None:
    assert b'id="small"' in make_icons.drawing("small")
    assert b'id="large"' not in make_icons.drawing("small")
    for size in make_icons.SIZES:
        image = make_icons.paint(size)
        assert image.pixelColor(size // 2, size // 2).alpha() == 255
        assert image.pixelColor(0, 0).alpha() < 128


def test_windows_and_macos_find_a_picture_of_each_size(copied: Path) -> None:
    ico = QIcon(str(copied / "packaging/windows/babymassage.ico"))
    assert sorted(size.width() for size in ico.availableSizes()) == sorted(make_icons.ICO_SIZES)
    icns = (copied / "packaging/macos/babymassage.icns").read_bytes()
    assert struct.unpack(">4sI", icns[:8]) == (b"icns", len(icns))
    sizes = [QImage.fromData(part).width() for part in make_icons.parts("a.icns", icns)]
    assert sizes == [size for _, size in make_icons.ICNS_SIZES]


def test_the_icon_of_one_colour_is_made_for_panels() -> None:
    drawn = make_icons.drawing("symbolic").decode()
    assert 'viewBox="0 0 16 16"' in drawn
    assert "gradient" not in drawn.lower()
    assert "stroke" not in drawn
