"""The baby seen from the side of the mat: head, trunk and limbs as joint lists; poses are in on_mat.py and held.py.

Same scale as the lying body. A head is drawn in its own coordinates (face toward +x, crown toward -y) and placed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.figures.anatomy import Pose, arc, heart, shadow_of
from tools.figures.picture import Picture
from tools.figures.sdf import Shape, blob, cut, ellipse, join, keep, tube
from tools.figures.spline import Row

SLAB: tuple[Row, ...] = ((44, 822, 15), (500, 824, 16), (956, 822, 15))
"""The firm mat, seen from its edge."""


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm or a leg: joints, the hand or foot on its end, creases."""

    joints: tuple[Row, ...]
    end: tuple[Row, ...]
    toes: tuple[Row, ...] = ()
    creases: tuple[tuple[Row, ...], ...] = ()

    def shape(self) -> Shape:
        parts = [tube(self.end)] if self.end else []
        small = [tube([(x, y, r), (x + 0.5, y + 0.5, r)]) for x, y, r in self.toes]
        whole = join(tube(self.joints), *parts, k=10)
        return (join(whole, *small, k=4) if small else whole).bake(2, 60)

    def away(self, dx: float, dy: float) -> Limb:
        """The same limb on the far side."""

        def moved(rows: tuple[Row, ...]) -> tuple[Row, ...]:
            return tuple((row[0] + dx, row[1] + dy, *row[2:]) for row in rows)

        return Limb(moved(self.joints), moved(self.end), moved(self.toes), tuple(moved(c) for c in self.creases))


def draw_limb(picture: Picture, limb: Limb) -> Shape:
    shape = limb.shape()
    picture.part(shape)
    for crease in limb.creases:
        picture.ink(crease, "line", 4.6, 0.75)
    return shape


def soften(picture: Picture, patch: Shape) -> None:
    """Take the outline away where a limb grows out of the trunk."""
    picture.fill(patch, "skin")
    picture.fill(cut(patch.grow(-6), patch.shift(10, 12), k=8), "lit", 0.5)


def slab(picture: Picture) -> None:
    """A firm flat mat under the baby."""
    mat = tube(SLAB).bake(3, 60)
    picture.ground(mat)
    picture.part(mat, role="blanket", shade="blanketshade", line="blanketline", lit=False)


def profile_skull(at: Pose) -> Shape:
    """Round skull, full cheek, small nose and chin."""
    skull = join(ellipse(-22, -18, 122, 116), ellipse(30, 34, 84, 76), k=40)
    nose = tube([(102, 22, 13), (113, 31, 9.5)])
    mouth = join(ellipse(99, 60, 11, 9), ellipse(88, 84, 15, 13))
    return at.place(join(join(skull, nose, k=14), mouth, k=14)).bake(1.5, 60)


def _strands(at: Pose) -> list[list[Row]]:
    rows: tuple[tuple[Row, ...], ...] = (
        ((-14, -128), (-36, -104), (-44, -76)), ((24, -122), (2, -102), (-8, -76)), ((-56, -114), (-78, -88),
        (-86, -60)),
        ((-92, -84), (-108, -54), (-110, -28)), ((58, -110), (36, -94), (26, -72)), ((-122, -30), (-124, -2),
        (-116, 24)),
        ((-78, -34), (-88, -8), (-84, 18)),
    )  # fmt: skip
    return [at.points(row) for row in rows]


def profile_head(picture: Picture, at: Pose, skull: Shape, *, smile: bool = True) -> None:
    """Hair, ear and a wakeful face."""
    picture.part(skull)
    (x0, y0), (x1, y1) = at.points([(-58, -52), (10, -110)])
    hair = join(ellipse(x0, y0, 100, 108, at.turn), ellipse(x1, y1, 100, 54, at.turn), k=60)
    cap = keep(skull.grow(-3), hair)
    for by, opacity in ((0, 0.05), (-10, 0.05), (-20, 0.06)):
        picture.fill(keep(cap, cap.grow(by)), "hair", opacity, step=3)
    for strand in _strands(at):
        picture.ink(strand, "hair", 6.5, 0.8)
    ear = at.place(join(ellipse(-32, 18, 24, 32, -14), ellipse(-26, 40, 15, 15), k=10))
    picture.part(ear, lit=False)
    picture.ink(at.points([(-40, 0), (-24, -2), (-20, 16), (-32, 28)]), "deep", 5)
    ((bx, by2), (ex, ey), (wx, wy)) = at.points([(60, 50), (74, 2), (71, -5)])
    picture.glow(bx, by2, 38, 34, "blush", 0.6)
    picture.fill(ellipse(ex, ey, 11, 16, at.turn), "eye")
    picture.fill(ellipse(wx, wy, 4, 5), "white")
    picture.ink(at.points(arc(72, 4, 18, 21, 225, 330)), "line", 4.6)
    picture.ink(at.points(arc(74, -30, 22, 12, 215, 310)), "line", 5, 0.5)
    lips: list[Row] = [(100, 62), (88, 70), (74, 62)] if smile else [(100, 64), (90, 67), (80, 66)]
    picture.ink(at.points(lips), "line", 5.5)
    picture.ink(at.points([(108, 36), (101, 41), (95, 36)]), "line", 4, 0.8)


def nappy(picture: Picture, outline: Sequence[Row], under: Shape, waist: Sequence[Row], leg: Sequence[Row]) -> None:
    """A nappy from the side; `under` receives its shadow."""
    shape = blob(outline).bake(2, 60)
    shadow_of(picture, shape, under, 4, 11, 0.4)
    picture.part(shape, role="nappy", shade="nappyshade", line="nappyline", lit=False)
    picture.line(waist, "nappyline", 2.6, 0.6)
    picture.line(leg, "nappyshade", 4)
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    for dx, dy in ((-34, -6), (10, -22), (4, 26), (-40, 38)):
        heart(picture, cx + dx, cy + dy, 9)
