"""A picture: filled shapes and ink lines in drawing order, written as SVG whose colours are roles, not colours.

`fill="role:skin"` is not a colour: the program replaces every `role:NAME` by the colour of its look before Qt sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tools.figures.sdf import Box, Shape, cut
from tools.figures.spline import Row
from tools.figures.trace import ink_data, line_data, number, outline_data

OUTLINE = 4.0
"""Width of the coloured outline, figure units."""
LIGHT = (-9.0, -12.0)
"""Where the light comes from: upper left."""
FULL = (0.0, 0.0, 1000.0, 1000.0)
MirrorFn = Callable[[Sequence[Row]], list[Row]]


def reflect(points: Sequence[Row]) -> list[Row]:
    """The same points on the other side of the body's midline x = 500."""
    return [(1000 - point[0], *point[1:]) for point in points]


@dataclass(slots=True)
class Picture:
    """Collects drawing elements; `svg()` gives the document.

    `magnified`: how much larger than on the whole body things are drawn; light and shadow grow with it, detail does
    not.
    """

    name: str
    view_box: Box = FULL
    elements: list[str] = field(default_factory=list)
    gradients: list[str] = field(default_factory=list)
    outline: float = OUTLINE
    magnified: float = 1.0

    def path(
        self, data: str, role: str | None, *, opacity: float = 1, line: str | None = None, width: float = 0
    ) -> None:
        if not data:
            return
        paint = f'fill="role:{role}"' if role else 'fill="none"'
        if opacity != 1:
            paint += f' opacity="{opacity:g}"'
        if line:
            paint += f' stroke="role:{line}" stroke-width="{width:g}" stroke-linejoin="round" stroke-linecap="round"'
        self.elements.append(f'<path {paint} d="{data}"/>')

    def fill(self, shape: Shape, role: str, opacity: float = 1, *, step: float = 1.5, error: float = 0.45) -> None:
        large = self.magnified
        self.path(outline_data(shape, step=step * large, error=error * large), role, opacity=opacity)

    def line(self, points: Sequence[Row], role: str, width: float, opacity: float = 1) -> None:
        self.path(line_data(points), None, opacity=opacity, line=role, width=width)

    def ink(self, points: Sequence[Row], role: str = "line", width: float = 5, opacity: float = 1) -> None:
        self.path(ink_data(points, width), role, opacity=opacity)

    def ink_both(self, points: Sequence[Row], role: str = "line", width: float = 5, opacity: float = 1) -> None:
        self.ink(points, role, width, opacity)
        self.ink(reflect(points), role, width, opacity)

    def glow(self, cx: float, cy: float, rx: float, ry: float, role: str, opacity: float) -> None:
        """A soft patch of colour: cheeks, belly light."""
        name = f"{self.name}-{len(self.gradients)}"
        stops = "".join(
            f'<stop offset="{at:g}" stop-color="role:{role}" stop-opacity="{opacity * share:.3f}"/>'
            for at, share in ((0, 1.0), (0.5, 0.55), (1, 0.0))
        )
        self.gradients.append(f'<radialGradient id="{name}" cx=".5" cy=".5" r=".5">{stops}</radialGradient>')
        where = f'cx="{number(cx)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}"'
        self.elements.append(f'<ellipse {where} fill="url(#{name})"/>')

    def glow_both(self, cx: float, cy: float, rx: float, ry: float, role: str, opacity: float) -> None:
        self.glow(cx, cy, rx, ry, role, opacity)
        self.glow(1000 - cx, cy, rx, ry, role, opacity)

    def part(
        self, shape: Shape, *, shade: str = "shade", role: str = "skin", line: str = "line", lit: bool = True
    ) -> None:
        """A body part: colour, light from the upper left, form shadow, coloured outline."""
        large = self.magnified
        data = outline_data(shape, step=1.5 * large, error=0.45 * large)
        self.path(data, role)
        if lit:
            inner = shape.grow(-8 * large)
            self.fill(cut(inner, inner.shift(12 * large, 15 * large), k=10 * large), "lit", 0.7)
        self.fill(cut(shape, shape.shift(LIGHT[0] * large, LIGHT[1] * large).grow(-2 * large), k=8 * large), shade, 0.8)
        self.path(data, None, line=line, width=self.outline)

    def ground(self, shape: Shape, role: str = "ground") -> None:
        """A soft shadow on the mat: grown copies, each almost transparent (no blur filter needed)."""
        for by in (29, 23, 17, 12, 7, 2):
            self.fill(shape.grow(by).shift(7, 13), role, 0.035, step=5, error=3)

    def svg(self) -> str:
        left, top, right, bottom = self.view_box
        box = f"{left:g} {top:g} {right - left:g} {bottom - top:g}"
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
        body = "\n".join(self.elements)
        return f"{head}\n<defs>{''.join(self.gradients)}</defs>\n{body}\n</svg>\n"
