"""The still pictures of the step that is shown, kept by what they depend on; made at once, or in slices beforehand."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Generator, Iterable
from dataclasses import replace

from babymassage_gui.core.kept_clear import Place
from babymassage_gui.core.strokes import FigureBook, Part, StepFigure
from babymassage_gui.gui.widgets.figure_art import FigureArt
from babymassage_gui.gui.widgets.figure_inset import with_inset
from babymassage_gui.gui.widgets.figure_layers import Frame, Layer, LayerMaker, Still
from babymassage_gui.gui.widgets.figure_limbs import lying_still
from babymassage_gui.gui.widgets.figure_palette import Look
from babymassage_gui.gui.widgets.figure_pieces import Folded, at_once
from babymassage_gui.gui.widgets.figure_words import FigureTexts

_KEPT = 6
"""Pictures nearly as large as the window: those of the parts of one step, and the first of the step that follows."""
_BAND = 160_000
"""Pixels of a body that one slice draws: in some 10 ms."""

StillKey = tuple[object, ...]
_Drawn = tuple[Still, dict[tuple[str, int], Layer]]
"""A still picture, and the layers of the parts that share it by step and place."""


def still_key(step: StepFigure, part: Part, side: str) -> StillKey:
    """What a still picture depends on beside its frame; parts and steps that agree in it share one."""
    limb = side if step.sided else "both"
    return (part.view, part.camera, part.shows, part.targets, part.labels, limb, lying_still(part.moves))


class Stills:
    """Layers by part; `look`, `texts` and `kept_clear` may be changed, and all is drawn anew after `forget`."""

    def __init__(self, book: FigureBook, art: FigureArt) -> None:
        self.look, self.texts, self.kept_clear = Look(), FigureTexts(), tuple[Place, ...]()
        self._book, self._art = book, art
        self._kept: OrderedDict[tuple[StillKey, tuple[object, ...]], _Drawn] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def forget(self) -> None:
        """Let all pictures go."""
        self._kept.clear()

    def keep_only(self, shown: Iterable[StillKey]) -> None:
        """Let go of what these do not need."""
        needed = set(shown)
        for key in [key for key in self._kept if key[0] not in needed]:
            del self._kept[key]

    def layer(self, step: StepFigure, side: str, index: int, frame: Frame) -> Layer:
        """The layer of one part; drawn now, if it is not there."""
        return at_once(self.slices(step, side, index, frame, whole=True))

    def slices(
        self, step: StepFigure, side: str, index: int, frame: Frame, *, whole: bool = False
    ) -> Generator[None, None, Layer]:
        """The same in slices of work, for later; nothing is kept before the last one. `whole`: for now, in one go."""
        part = step.parts[index]
        key = (still_key(step, part, side), frame.key)
        band = math.inf if whole else float(_BAND)
        maker = LayerMaker(self._book, self._art, self.look, self.texts, band, self.kept_clear)
        if key not in self._kept:
            still = yield from maker.still(step, part, side, frame)
            yield
            view = self._book.views.get(part.view)
            self._kept[key] = (with_inset(still, part, view, frame, self._art, self.look), {})
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        still, layers = self._kept[key]
        if whole and any(isinstance(piece, Folded) for piece in still.base):
            still = still.unfolded()
            layers = {place: replace(layer, still=still) for place, layer in layers.items()}
            self._kept[key] = (still, layers)
        if (step.id, index) not in layers:
            yield
            layers[step.id, index] = maker.layer(part, frame, still)
        return layers[step.id, index]
