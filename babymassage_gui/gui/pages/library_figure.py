"""The pictures of the library: a moving figure above the words, and the small ones in the list."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from babymassage_gui.core.beat import beat_at
from babymassage_gui.core.catalogue import Block, NoGoArea, Position, Routine, Step
from babymassage_gui.core.plan import Pass, PlannedStep
from babymassage_gui.core.settings import Skin
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.pages.session_figure import MOTIONS, TURN_ONTO_TUMMY
from babymassage_gui.gui.theme import Phase, Radius, Theme, Weight, make_font
from babymassage_gui.gui.widgets.figure_view import FigurePainter
from babymassage_gui.gui.widgets.figure_words import FigureTexts
from babymassage_gui.gui.widgets.ground import Ground
from babymassage_gui.gui.widgets.mats import draw_mat
from babymassage_gui.gui.widgets.paint import rounded_path, start

# A loop need not be smoother than the session is.
FRAMES_A_SECOND = 30
_STILL_AT = 0.42
_THUMBS_KEPT = 160
_THUMB_ZOOM = 1.22
# A way round with fewer places than this tells less than its first move does.
_LEAST_MAP = 3
_MAPPED = (Block.LEGS, Block.ARMS, Block.TUMMY, Block.CHEST, Block.BACK)
# Where a step without a drawing looks at the plain figure: middle and side of a square, in figure units.
_CLOSE: Mapping[Block, tuple[float, float, float]] = {
    Block.LEGS: (500, 780, 520),
    Block.ARMS: (690, 410, 520),
    Block.TUMMY: (500, 530, 480),
    Block.CHEST: (500, 400, 480),
    Block.HEAD: (500, 180, 340),
    Block.SPECIAL: (500, 180, 340),
}
_CLOSE_BACK = (500.0, 450.0, 560.0)
_LYING: Mapping[Position, str] = {
    Position.PRONE: "back",
    Position.HELD_PRONE: "back",
    Position.ON_SIDE: "side_left",
    Position.HELD: "wrapped",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a picture is of: a step, or a routine with the parts of the body that it goes round."""

    step: Step | None = None
    blocks: tuple[Block, ...] = ()
    key: str = ""


def of_step(step: Step) -> Subject:
    """The picture of a move."""
    return Subject(step=step, key=step.id)


def of_routine(routine: Routine, steps: tuple[Step, ...]) -> Subject:
    """The picture of a routine: its way round the body, or the first move of one that stays in one place."""
    blocks = tuple(dict.fromkeys(step.block for step in steps if step.block in _MAPPED))
    if len(blocks) < _LEAST_MAP:
        for step in steps:
            if step.block not in (Block.START, Block.FINISH):
                return Subject(step=step, key=step.id)
    return Subject(blocks=blocks, key=routine.id)


def shown_once(step: Step) -> PlannedStep:
    """A step as the library plays it in a loop: the smallest number of repetitions, on each side."""
    numbers = step.reps_young or step.reps_old
    passes = tuple(Pass(side, numbers.start if numbers is not None else 1) for side in step.sides)
    return PlannedStep(step, passes, step.seconds_per_rep, step.hold_seconds.start)


class LibraryArt:
    """Draws subjects in the look of the settings; one painter for the large figure, one for the small ones."""

    def __init__(self, book: FigureBook) -> None:
        self._book = book
        self._large, self._small = FigurePainter(book), FigurePainter(book)
        self._theme = Theme()
        self._skins = (Skin.PORCELAIN, Skin.PORCELAIN)
        self._thumbs: OrderedDict[tuple[str, int, float], QPixmap] = OrderedDict()
        self._names: dict[str, str] = {}
        self._apply()

    def set_names(self, no_go: Mapping[str, NoGoArea]) -> None:
        """The names of the areas that are never touched."""
        self._names = {code: area.name for code, area in no_go.items()}
        self._apply()

    def set_look(self, theme: Theme, baby: Skin, hands: Skin) -> None:
        """Colours, sizes of the words, and the tones of the two skins."""
        if (theme, (baby, hands)) != (self._theme, self._skins):
            self._theme, self._skins = theme, (baby, hands)
            self._apply()

    def _apply(self) -> None:
        theme, (baby, hands) = self._theme, self._skins
        for painter in (self._large, self._small):
            painter.set_look(theme.drawing, baby.value, hands.value)
        self._large.set_texts(
            FigureTexts(
                baby_right=QCoreApplication.translate("SessionFigure", "baby's right"),
                baby_left=QCoreApplication.translate("SessionFigure", "baby's left"),
                no_go=self._names,
                font=make_font(18, Weight.BOLD),
                label_px=theme.text_px(19),
                pill_px=theme.text_px(18),
                show_labels=theme.k >= 0.6,
            )
        )
        self._small.set_texts(FigureTexts(font=make_font(18, Weight.BOLD), show_labels=False))
        self._thumbs.clear()

    def drawn(self, step: Step) -> bool:
        """Whether there is a drawing of this step; if not, a plain figure is shown."""
        return self._book.step(step.id, step.sides[0].value) is not None

    def paint(self, painter: QPainter, area: QRectF, subject: Subject, elapsed: float | None) -> None:
        """The figure of a subject; `elapsed` are the seconds of the loop, None for a still picture."""
        step = subject.step
        free = area.adjusted(area.width() * 0.03, area.height() * 0.05, -area.width() * 0.03, -area.height() * 0.04)
        if step is None:
            side = free.height() * 1.06
            square = QRectF(free.center().x() - side / 2, free.center().y() - side / 2, side, side)
            self._large.paint_zone_map(painter, square, tuple(block.value for block in subject.blocks))
        elif step.is_turn:
            self._large.paint_turn(painter, free, onto_tummy=step.id == TURN_ONTO_TUMMY)
        elif not self.drawn(step):
            _paint_plain(self._large, painter, free, step)
        else:
            self._paint_step(painter, area, free, step, elapsed)

    def _paint_step(self, painter: QPainter, area: QRectF, free: QRectF, step: Step, elapsed: float | None) -> None:
        if elapsed is None:
            self._large.set_step(step.id, step.sides[0].value)
            self._large.paint(painter, area, free, _STILL_AT)
            return
        beat = beat_at(shown_once(step), elapsed)
        self._large.set_step(step.id, beat.side.value)
        self._large.paint(
            painter, area, free, beat.fraction, motion=MOTIONS[beat.motion], repetition=beat.repetition, moving=True,
            seconds=elapsed,
        )  # fmt: skip

    def thumb(self, subject: Subject, side: int, ratio: float) -> QPixmap:
        """A small square picture with the mat under it; made when it is first seen, and kept."""
        key = (subject.key, side, ratio)
        if key not in self._thumbs:
            self._thumbs[key] = self._make_thumb(subject, side, ratio)
            while len(self._thumbs) > _THUMBS_KEPT:
                self._thumbs.popitem(last=False)
        self._thumbs.move_to_end(key)
        return self._thumbs[key]

    def _make_thumb(self, subject: Subject, side: int, ratio: float) -> QPixmap:
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        area = QRectF(0, 0, side, side)
        painter = start(picture)
        painter.setClipPath(rounded_path(area, side * 0.24))
        painter.fillRect(area, self._theme.colour(self._theme.mat(Phase.STROKE)))
        step = subject.step
        if step is None:
            self._small.paint_zone_map(painter, area.adjusted(3, 3, -3, -3), tuple(b.value for b in subject.blocks))
        elif not self.drawn(step):
            _paint_plain(self._small, painter, area, step)
        else:
            grown = side * (_THUMB_ZOOM - 1) / 2
            self._small.set_step(step.id, step.sides[0].value)
            free = area.adjusted(-grown, -grown, grown, grown)
            self._small.paint(painter, area, free, _STILL_AT, moving=False)
        painter.end()
        return picture


def _paint_plain(figure: FigurePainter, painter: QPainter, area: QRectF, step: Step) -> None:
    """The baby as it lies, near the part that the step is about."""
    lying = _LYING.get(step.position, "front")
    x, y, wide = _CLOSE.get(step.block, (500.0, 510.0, 1000.0)) if lying == "front" else (500.0, 510.0, 1000.0)
    if lying == "back" and step.block is Block.BACK:
        x, y, wide = _CLOSE_BACK
    unit = min(area.width(), area.height()) / wide
    whole = QRectF(0, 0, 1000 * unit, 1000 * unit)
    whole.translate(area.center().x() - x * unit, area.center().y() - y * unit)
    figure.paint_figure(painter, whole, lying)


class FigurePane(Ground):
    """The mat with the figure at the top of the detail; it scrolls under the round corners of the card it lies in.

    It moves while it is seen and motion is allowed; the loop is driven by Qt's own animation clock.
    """

    def __init__(self, theme: Theme, art: LibraryArt, card: QWidget, parent: QWidget | None = None) -> None:
        self._art, self._card, self._subject = art, card, Subject()
        self._frame = 0
        self._loop = QVariantAnimation()
        super().__init__(theme, parent, role=None)
        self._loop.setParent(self)
        self._loop.setStartValue(0.0)
        self._loop.setLoopCount(-1)
        self._loop.valueChanged.connect(self._on_loop)

    @property
    def moving(self) -> bool:
        """Whether the hands move now."""
        return self._loop.state() == QVariantAnimation.State.Running

    def show_subject(self, subject: Subject, spoken: str) -> None:
        """Show another picture, from its first second; `spoken` is what a screen reader says of it."""
        self._subject = subject
        self.setAccessibleName(spoken)
        self._restart()
        self.update()

    def _restart(self) -> None:
        self._loop.stop()
        step = self._subject.step
        may = self.isVisible() and not self.theme.less_motion
        if may and step is not None and not step.is_turn and not step.own_clock and self._art.drawn(step):
            seconds = shown_once(step).seconds
            self._loop.setEndValue(seconds)
            self._loop.setDuration(round(seconds * 1000))
            self._loop.start()

    def _on_loop(self, seconds: float) -> None:
        frame = int(seconds * FRAMES_A_SECOND)
        if frame != self._frame and not self.visibleRegion().isEmpty():
            self._frame = frame
            self.update()

    @override
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self.theme.less_motion == self.moving:
            self._restart()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._restart()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._loop.stop()
        super().hideEvent(event)

    @override
    def paint_ground(self, painter: QPainter) -> None:
        area, card = QRectF(self.rect()), QRectF(self._card.rect())
        card.moveTopLeft(QPointF(self.mapFrom(self._card, QPoint(0, 0))))
        painter.setClipPath(rounded_path(card, self.theme.px(Radius.CARD)), Qt.ClipOperation.IntersectClip)
        draw_mat(painter, area, self.theme, Phase.STROKE)
        elapsed = float(self._loop.currentValue() or 0.0) if self.moving else None
        self._art.paint(painter, area, self._subject, elapsed)
