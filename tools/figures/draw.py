"""Draw every figure of the program: `python tools/figures/draw.py [NAME ...] [--into FOLDER]`.

Deterministic: the same source gives the same files. Takes about a minute for all.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tools.figures import closeups, held, on_mat, raised
from tools.figures.back import back
from tools.figures.face import face, head_top
from tools.figures.front import PALMS_DOWN, PALMS_UP, front, leg_up
from tools.figures.grip import grip_over
from tools.figures.hands import HAND_POSES, hand
from tools.figures.lifted import arm_up, legs_up
from tools.figures.limbs import LimbPicture, limb
from tools.figures.picture import Picture
from tools.figures.roll import half_rolled
from tools.figures.side import rolling, side
from tools.figures.trunk import trunk
from tools.figures.wrapped import wrapped

FIGURES: dict[str, Callable[[], Picture | LimbPicture]] = {
    "front": lambda: front("front", PALMS_UP),
    "front_down": lambda: front("front_down", PALMS_DOWN),
    "leg_up_left": leg_up,
    "back": back,
    "side_left": side,
    "roll_half": half_rolled,
    "roll_side": rolling,
    "wrapped": wrapped,
    "trunk": trunk,
    "pose_leg": partial(limb, "leg"),
    "pose_open": partial(limb, "open"),
    "pose_arm": partial(limb, "arm"),
    "pose_reach": partial(limb, "reach"),
    "hand_grip_over": grip_over,
    "legs_up": legs_up,
    "arm_up": arm_up,
    "face": face,
    "head_top": head_top,
    "prone_up": on_mat.prone_up,
    "tucked": on_mat.tucked,
    "mat_edge": held.mat_edge,
    "soar": held.soar,
    "prone_lift": held.prone_lift,
    "sit_legs": raised.sit_legs,
    "sit_upper": raised.sit_upper,
    "upright": raised.upright,
    "close_foot_top": closeups.foot_top,
    "close_sole": closeups.sole,
    "close_palm": closeups.palm,
    "close_hand_back": closeups.hand_back,
    **{f"hand_{pose}": partial(hand, pose) for pose in HAND_POSES},
}

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "figures"


def main() -> int:
    parser = argparse.ArgumentParser(description="Draw the figures as SVG with colour roles.")
    parser.add_argument("names", nargs="*", choices=[[], *FIGURES], help="only these figures")
    parser.add_argument("--into", type=Path, default=DEFAULT_FOLDER, help="folder for the SVG files")
    chosen = parser.parse_args()
    folder: Path = chosen.into
    folder.mkdir(parents=True, exist_ok=True)
    for name in chosen.names or FIGURES:
        text = FIGURES[name]().svg()
        (folder / f"{name}.svg").write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}.svg {len(text) / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
