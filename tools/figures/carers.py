"""The parent's arms as part of a drawing, where hands hold the baby from below or around: roles hand..., not skin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tools.figures.picture import LIGHT, Picture
from tools.figures.sdf import Shape, cut, ellipse, join, keep, tube
from tools.figures.spline import Row
from tools.figures.trace import outline_data

HALO = 5.0


@dataclass(frozen=True, slots=True)
class Carer:
    """One arm of the parent: sleeve, hand from the wrist on, fingers; what `over` lists lies in front of the baby."""

    sleeve: tuple[Row, ...]
    palm: tuple[Row, ...]
    fingers: tuple[tuple[Row, ...], ...] = ()
    over: tuple[tuple[Row, ...], ...] = ()
    creases: tuple[tuple[Row, ...], ...] = ()

    def hand(self) -> Shape:
        wrist = self.sleeve[-1]
        reach = tube([wrist, self.palm[0]])
        core = join(tube(self.palm), reach, k=16)
        return (join(core, *[tube(f) for f in self.fingers], k=4) if self.fingers else core).bake(2, 60)


def hand_part(picture: Picture, shape: Shape, palm: Shape | None = None) -> None:
    """A part of the parent: own skin, white halo that keeps equal tones apart; none where it grows out of the palm."""
    rim = shape.grow(HALO)
    picture.fill(cut(rim, palm.grow(2)) if palm else rim, "halo", 0.9, step=2)
    data = outline_data(shape)
    picture.path(data, "handskin")
    picture.fill(cut(shape.grow(-6), shape.shift(10, 13).grow(-6), k=8), "handlit", 0.7)
    picture.fill(cut(shape, shape.shift(*LIGHT).grow(-2), k=8), "handshade", 0.8)
    picture.path(data, None, line="handline", width=picture.outline)


def sleeve(picture: Picture, joints: Sequence[Row]) -> None:
    """A sleeve that fades out toward its far end, which is the first of its joints."""
    shape = tube(joints).bake(2, 60)
    name = f"{picture.name}-sleeve{len(picture.gradients)}"
    (x0, y0), (x1, y1) = joints[0][:2], joints[-1][:2]
    for role in ("sleeve", "sleeveline"):
        stops = "".join(
            f'<stop offset="{at:g}" stop-color="role:{role}" stop-opacity="{share:g}"/>'
            for at, share in ((0, 0.0), (0.12, 0.0), (0.6, 1.0), (1, 1.0))
        )
        line = f'x1="{x0:g}" y1="{y0:g}" x2="{x1:g}" y2="{y1:g}"'
        picture.gradients.append(
            f'<linearGradient id="{name}{role}" gradientUnits="userSpaceOnUse" {line}>{stops}</linearGradient>'
        )
    picture.elements.append(
        f'<path fill="url(#{name}sleeve)" stroke="url(#{name}sleeveline)" stroke-width="{picture.outline:g}" '
        f'stroke-linejoin="round" d="{outline_data(shape)}"/>'
    )


def below(picture: Picture, carer: Carer) -> None:
    """What lies behind the baby: forearm, palm and fingers."""
    hand_part(picture, carer.hand())
    sleeve(picture, carer.sleeve)
    for crease in carer.creases:
        picture.ink(crease, "handdeep", 4.4, 0.8)


def above(picture: Picture, carer: Carer) -> None:
    """Thumb or fingers that come round the baby's near side."""
    hand = carer.hand()
    for joints in carer.over:
        hand_part(picture, tube(joints).bake(1.5, 30), hand)
        x, y, radius = joints[0]
        root = keep(hand.grow(-picture.outline / 2), ellipse(x, y, radius * 1.5, radius * 1.1))
        picture.fill(root, "handskin")


def beside(picture: Picture, carer: Carer) -> None:
    """A hand laid on the near side, seen from its back: fingers with gaps and knuckles."""
    hand_part(picture, carer.hand())
    sleeve(picture, carer.sleeve)
    for before, after in pairwise(carer.fingers):
        count = min(len(before), len(after))
        gap = [((before[i][0] + after[i][0]) / 2, (before[i][1] + after[i][1]) / 2) for i in range(count)]
        picture.ink(gap[:-1] if count > 3 else gap, "handline", 4.2)
    for finger in carer.fingers:
        x, y, radius = finger[-1]
        picture.fill(ellipse(x, y, radius * 0.6, radius * 0.5), "handnail", 0.95, step=0.8)
