"""The parent's hand seen from above: right hand, fingers toward -y, origin at the middle of the wrist crease.

Joints are (x, y, radius); a pose is other numbers. A hand is 250 units long, drawn by the program at about two thirds:
deliberately small, or it hides the baby. The left hand is the mirrored picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.figures.picture import Picture
from tools.figures.sdf import Shape, ellipse, half_plane, join, keep, tube
from tools.figures.spline import Row

Joints = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class HandPose:
    """Joint lists of one pose; `straight` fingers get joint wrinkles, `folded` ones no nail, for it is hidden.

    `beneath` are the last parts of bent fingers: they come out under the joints that point at the viewer.
    """

    palm: Joints
    fingers: tuple[Joints, ...]
    thumb: Joints
    straight: bool = True
    nails: bool = True
    folded: tuple[int, ...] = ()
    beneath: tuple[Joints, ...] = ()


HAND_POSES: dict[str, HandPose] = {
    "flat": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (-2, -70, 60), (-1, -104, 58)),
        fingers=(
            ((-43, -112, 20), (-52, -160, 17.5), (-55, -196, 15.5), (-56, -222, 14)),
            ((-15, -118, 20), (-18, -170, 18), (-19, -212, 16), (-19, -244, 14)),
            ((14, -116, 19.5), (17, -166, 17.5), (19, -206, 15.5), (20, -234, 13.5)),
            ((40, -104, 18), (50, -144, 15.5), (55, -174, 13.5), (58, -196, 12)),
        ),
        thumb=((-30, -26, 30), (-56, -64, 24), (-67, -102, 19), (-69, -136, 15)),
    ),
    "tips": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (-2, -62, 58), (-1, -88, 55)),
        fingers=(
            ((-40, -94, 21), (-45, -132, 19), (-43, -158, 16), (-41, -178, 13.5)),
            ((-13, -100, 21), (-15, -144, 19), (-14, -172, 16), (-13, -192, 13.5)),
            ((15, -98, 20.5), (17, -139, 18.5), (17, -165, 15.5), (17, -184, 13)),
            ((40, -86, 19), (46, -116, 17), (46, -138, 14)),
        ),
        thumb=((-30, -26, 30), (-58, -56, 24), (-69, -86, 19.5), (-70, -110, 15.5)),
    ),
    "two": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (-2, -62, 58), (0, -88, 54)),
        fingers=(
            ((-34, -96, 21), (-34, -146, 19), (-29, -188, 16.5), (-26, -214, 14)),
            ((-9, -102, 21), (-6, -154, 19), (-2, -198, 16.5), (0, -224, 14)),
            ((19, -94, 20), (26, -122, 19), (22, -132, 16)),
            ((42, -82, 18.5), (51, -104, 17), (49, -112, 14.5)),
        ),
        thumb=((-30, -26, 30), (-56, -58, 24), (-50, -92, 20), (-26, -112, 16)),
        straight=False,
        folded=(2, 3),
    ),
    "pinch": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (0, -62, 57), (4, -88, 54)),
        fingers=(
            ((-30, -98, 21), (-26, -140, 19), (-32, -172, 16.5), (-45, -196, 13.5)),
            ((-4, -104, 21), (-2, -138, 19), (-2, -156, 16.5)),
            ((22, -98, 20), (28, -128, 18), (29, -144, 15.5)),
            ((44, -84, 18.5), (54, -108, 16.5), (57, -122, 14)),
        ),
        thumb=((-30, -26, 31), (-84, -56, 26), (-118, -104, 21), (-118, -150, 17.5), (-102, -180, 14)),
        straight=False,
        folded=(1, 2, 3),
    ),
    "back": HandPose(
        palm=((0, 6, 42), (-2, -30, 50), (-2, -70, 57), (-1, -104, 56)),
        fingers=(
            ((-42, -110, 19.5), (-47, -156, 17), (-47, -186, 15.5), (-45, -206, 13.5)),
            ((-14, -116, 20), (-16, -166, 17.5), (-15, -200, 16), (-14, -224, 14)),
            ((14, -114, 19.5), (16, -160, 17), (17, -194, 15.5), (17, -216, 13.5)),
            ((39, -102, 18), (47, -138, 15.5), (49, -162, 14), (49, -182, 12)),
        ),
        thumb=((30, -26, 30), (58, -62, 24), (70, -98, 19), (70, -130, 15)),
        nails=False,
    ),
    "thumb": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (2, -60, 58), (8, -84, 54)),
        fingers=(
            ((-22, -96, 23), (-8, -126, 22), (8, -132, 19)),
            ((8, -98, 22), (20, -124, 20.5), (32, -124, 18)),
            ((30, -92, 21), (43, -112, 19)),
            ((46, -78, 18.5), (56, -94, 16.5)),
        ),
        thumb=((-26, -28, 35), (-64, -72, 31), (-80, -116, 27), (-80, -154, 24), (-73, -182, 19)),
        straight=False,
        folded=(0, 1, 2, 3),
    ),
    "bent": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (-2, -62, 58), (-1, -88, 55)),
        fingers=(
            ((-42, -96, 20), (-56, -128, 19.5), (-58, -144, 18.5)),
            ((-14, -102, 21), (-19, -140, 20), (-20, -158, 19)),
            ((15, -100, 20.5), (19, -136, 19.5), (20, -154, 18.5)),
            ((41, -88, 18.5), (53, -116, 17.5), (56, -130, 16.5)),
        ),
        thumb=((-30, -26, 30), (-62, -54, 24), (-79, -80, 20), (-84, -104, 16)),
        straight=False,
        folded=(0, 1, 2, 3),
        beneath=(
            ((-58, -146, 16), (-54, -180, 12.5)),
            ((-20, -160, 16.5), (-18, -198, 13)),
            ((20, -156, 16), (18, -192, 12.5)),
            ((56, -132, 14.5), (53, -162, 11.5)),
        ),
    ),
    "fingertips": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (-1, -62, 57), (0, -86, 53)),
        fingers=(
            ((-38, -96, 20.5), (-40, -126, 20), (-34, -140, 19)),
            ((-12, -102, 21), (-12, -138, 20.5), (-10, -152, 19.5)),
            ((15, -100, 20.5), (16, -134, 20), (14, -148, 19)),
            ((39, -88, 18.5), (44, -114, 18), (38, -128, 17)),
        ),
        thumb=((-30, -26, 31), (-70, -64, 25), (-78, -106, 21), (-62, -138, 17.5), (-50, -156, 14.5)),
        straight=False,
        folded=(0, 1, 2, 3),
        beneath=(
            ((-34, -142, 15.5), (-28, -178, 12.5)),
            ((-10, -154, 16), (-6, -191, 13)),
            ((14, -150, 15.5), (14, -186, 12.5)),
            ((37, -130, 14), (33, -168, 11.5)),
        ),
    ),
    "grip": HandPose(
        palm=((0, 6, 42), (-2, -30, 50), (-2, -66, 57), (-1, -98, 55)),
        fingers=(
            ((-40, -106, 20), (-47, -150, 18), (-48, -182, 16), (-45, -204, 13.5)),
            ((-13, -112, 20.5), (-16, -162, 18.5), (-15, -198, 16.5), (-13, -222, 14)),
            ((14, -110, 20), (16, -158, 18), (18, -192, 16), (19, -214, 13.5)),
            ((38, -98, 18.5), (47, -138, 16.5), (50, -164, 14.5), (51, -184, 12.5)),
        ),
        thumb=((28, -28, 31), (58, -62, 26), (74, -98, 21), (76, -124, 18)),
        nails=False,
    ),
    "hold": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (-2, -66, 60), (-1, -98, 58)),
        fingers=(
            ((-42, -108, 20), (-46, -146, 19.5), (-45, -166, 18.5)),
            ((-14, -114, 21), (-16, -158, 20), (-16, -180, 19)),
            ((15, -112, 20.5), (18, -154, 19.5), (18, -174, 18.5)),
            ((41, -100, 18.5), (49, -134, 17.5), (50, -150, 16.5)),
        ),
        thumb=((-30, -26, 31), (-58, -56, 26), (-72, -88, 21)),
        folded=(0, 1, 2, 3),
    ),
    "fingertip": HandPose(
        palm=((0, 6, 42), (-2, -30, 52), (0, -62, 57), (4, -88, 53)),
        fingers=(
            ((-34, -96, 21), (-38, -150, 19), (-36, -196, 16.5), (-32, -230, 13)),
            ((-6, -104, 21), (-6, -134, 20), (-8, -146, 18.5)),
            ((20, -96, 20.5), (24, -124, 19.5), (21, -135, 18)),
            ((42, -84, 18.5), (50, -108, 17.5), (46, -118, 16)),
        ),
        thumb=((-30, -26, 30), (-60, -60, 24), (-54, -92, 20), (-34, -112, 16)),
        folded=(1, 2, 3),
    ),
    "push": HandPose(
        palm=((0, 6, 42), (-4, -24, 42), (-34, -42, 36)),
        fingers=(((-40, -42, 30), (-82, -46, 23), (-120, -44, 18), (-148, -38, 13.5)),),
        thumb=((-4, -14, 27), (-44, -18, 21), (-76, -24, 17), (-94, -28, 14.5)),
        straight=False,
        folded=(0,),
    ),
}
"""`grip` lies palm up below a limb; the end of its thumb comes round on top (see grip.py). `hold` goes round a
limb: the ends of its fingers are on the far side. `back` is the hand turned over (thumb on the other side,
finger pads up): its back lies on the baby."""


def _finger_gaps(picture: Picture, pose: HandPose) -> None:
    for first, second in zip(pose.fingers[:-1], pose.fingers[1:], strict=True):
        count = min(len(first), len(second))
        line: list[Row] = [
            ((first[i][0] + first[i][2] + second[i][0] - second[i][2]) / 2, (first[i][1] + second[i][1]) / 2)
            for i in range(count)
        ]
        line[0] = (line[0][0], line[0][1] - 4)
        picture.ink(line[:-1] if count > 3 else line, "line", 4.2)


def _direction(joints: Joints) -> tuple[float, float]:
    (x0, y0, _), (x1, y1, _) = joints[-2:]
    length = math.hypot(x1 - x0, y1 - y0)
    return (x1 - x0) / length, (y1 - y0) / length


def _nail(picture: Picture, joints: Joints, wide: float) -> None:
    (x, y, radius), (ux, uy) = joints[-1], _direction(joints)
    turn = math.degrees(math.atan2(uy, ux)) + 90
    for grow, role in ((1.6, "deep"), (0.0, "nail")):
        picture.fill(ellipse(x, y, radius * wide + grow, radius * 0.72 + grow, turn), role, step=0.8, error=0.2)


def _pad(picture: Picture, joints: Joints) -> None:
    (x, y, radius), (ux, uy) = joints[-1], _direction(joints)
    picture.glow(x - ux * 2, y - uy * 2, radius * 1.1, radius * 1.3, "blush", 0.5)
    x, y, radius = joints[1]
    picture.ink([(x - radius * 0.7, y + 3), (x, y + 5), (x + radius * 0.7, y + 3)], "deep", 3.6, 0.9)


def _top_marks(picture: Picture, pose: HandPose) -> None:
    _finger_gaps(picture, pose)
    for index, finger in enumerate(pose.fingers):
        if index not in pose.folded:
            _nail(picture, finger, 0.54)
        else:
            x, y, radius = finger[-1]
            picture.glow(x - radius * 0.2, y - radius * 0.1, radius * 0.9, radius * 0.8, "lit", 0.9)
        if pose.straight:
            (x, y, radius), (ux, uy) = finger[1], _direction(finger)
            across, along = radius * 0.45, 2.0
            picture.ink(
                [(x + uy * across - ux * along, y - ux * across - uy * along), (x + ux, y + uy),
                 (x - uy * across - ux * along, y + ux * across - uy * along)], "deep", 3.4, 0.9,
            )  # fmt: skip
        x, y, _ = finger[0]
        picture.ink([(x - 9, y + 9), (x, y + 4), (x + 9, y + 9)], "deep", 4, 0.7)
    if len(pose.thumb) > 3:
        _nail(picture, pose.thumb, 0.52)
        x, y, _ = pose.thumb[2]
        picture.ink([(x - 10, y + 8), (x, y + 3), (x + 9, y + 1)], "deep", 3.4, 0.9)


def _palm_marks(picture: Picture, pose: HandPose) -> None:
    """The turned hand: pads, life line and head line instead of nails and knuckles."""
    _finger_gaps(picture, pose)
    for joints in (*pose.fingers, pose.thumb):
        _pad(picture, joints)
    picture.glow(30, -44, 34, 44, "blush", 0.35)
    picture.glow(-30, -40, 28, 44, "blush", 0.25)
    picture.ink([(46, -92), (20, -84), (8, -52), (14, -14)], "deep", 4.6, 0.9)
    picture.ink([(44, -98), (6, -92), (-34, -70)], "deep", 4.4, 0.85)
    picture.ink([(-52, -94), (-20, -104), (14, -118)], "deep", 4.4, 0.8)


def _finger_ends(picture: Picture, pose: HandPose, whole: Shape) -> None:
    """The last parts of bent fingers, darker where the hand shades them."""
    for joints in pose.beneath:
        end = tube(joints)
        picture.part(end, lit=False)
        picture.fill(keep(end, whole.shift(2, -9)), "deep", 0.55)
        _nail(picture, joints, 0.6)


def hand(name: str) -> Picture:
    """One pose with forearm and sleeve; the white halo keeps equal skin tones apart."""
    pose = HAND_POSES[name]
    picture = Picture(f"hand_{name}", (-170, -290, 170, 400), outline=4.6)
    arm = tube([(0, 0, 41), (2, 50, 44), (4, 120, 52), (6, 260, 60)])
    core = join(join(tube(pose.palm), arm, k=14), tube(pose.thumb), k=22)
    whole = join(core, *[tube(finger) for finger in pose.fingers], k=3).bake()
    box = (-200.0, -400.0, 200.0, 500.0)
    end: Shape = half_plane(above=380, box=box)
    sleeve = keep(tube([(4, 100, 58), (6, 180, 64), (8, 420, 74)]), half_plane(below=95, box=box), end, k=10)
    silhouette = join(keep(whole, end), sleeve, *[tube(joints) for joints in pose.beneath])
    for by in (16, 12, 8, 4):
        picture.fill(silhouette.grow(by * 0.7).shift(6, 12), "ground", 0.05, step=3, error=1)
    picture.fill(silhouette.grow(5), "halo", 0.9, step=2)
    _finger_ends(picture, pose, whole)
    picture.part(keep(whole, half_plane(above=170, box=box)))
    if pose.nails:
        _top_marks(picture, pose)
    else:
        _palm_marks(picture, pose)
    picture.ink([(-30, 30), (0, 38), (32, 30)], "deep", 4, 0.5)
    picture.part(sleeve, role="sleeve", shade="sleeveshade", line="sleeveline", lit=False)
    picture.line([(-50, 128), (4, 138), (62, 128)], "sleeveline", 3, 0.6)
    return picture
