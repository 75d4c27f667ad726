"""The baby on the pages: which figure belongs to an instant of a session, in the look of the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from babymassage_gui.core.beat import Motion
from babymassage_gui.core.catalogue import Block, NoGoArea
from babymassage_gui.core.kept_clear import Place
from babymassage_gui.core.plan import PlannedStep
from babymassage_gui.core.session import Session
from babymassage_gui.core.settings import Settings
from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.theme import Theme, Weight, make_font
from babymassage_gui.gui.widgets.figure_view import FigurePainter
from babymassage_gui.gui.widgets.figure_view import Motion as HandMotion
from babymassage_gui.gui.widgets.figure_words import FigureTexts

MOTIONS: Mapping[Motion, HandMotion] = {Motion.SETTLE: "settle", Motion.STROKE: "stroke", Motion.HOLD: "hold"}
TURN_FADES_IN = 1.0
"""Seconds after which the page of a turn stands, and the picture of the page before it is gone."""
TURN_ONTO_TUMMY, TURN_ONTO_BACK = "turn-tummy", "turn-back"


def figure_texts(theme: Theme, no_go: Mapping[str, str]) -> FigureTexts:
    """The words on a figure in the sizes of a theme; `no_go` by code of content-spec 3.8."""
    return FigureTexts(
        baby_right=QCoreApplication.translate("SessionFigure", "baby's right"),
        baby_left=QCoreApplication.translate("SessionFigure", "baby's left"),
        no_go=no_go,
        font=make_font(20, Weight.BOLD),
        label_px=theme.text_px(24),
        pill_px=theme.text_px(22),
        show_labels=theme.k >= 0.6,
    )


def what_is_shown_next(session: Session, at: float) -> tuple[str, str] | None:
    """Step and side of the picture that comes after this one; None while it is too early, or where there is none."""
    planned = session.planned
    if planned.step.is_turn:
        if session.step_clock.elapsed(at) < TURN_FADES_IN:
            return None
    else:
        beat = session.beat(at)
        if beat.motion is Motion.SETTLE or beat.repetition < beat.of:
            return None
        for following in planned.passes[beat.pass_index + 1 :]:
            return planned.step.id, following.side.value
    after = None if session.is_last else session.steps[session.index + 1]
    return None if after is None or after.step.is_turn else (after.step.id, after.passes[0].side.value)


class SessionFigure:
    """One painter for all pages that show the baby."""

    def __init__(self, theme: Theme, settings: Settings, book: FigureBook, no_go: Mapping[str, NoGoArea]) -> None:
        self.book = book
        self._painter = FigurePainter(book)
        self._theme, self._settings = theme, settings
        self._names = {code: area.name for code, area in no_go.items()}
        self._planned: PlannedStep | None = None
        self._motion, self._fraction, self._repetition = Motion.SETTLE, 0.0, 1
        self._seconds = 0.0
        self._frame: tuple[QRectF, QRectF, float, QRectF] | None = None
        self._note: Callable[[str], None] | None = None
        self._noted: set[str] = set()
        self._apply()

    def note_faults(self, note: Callable[[str], None]) -> None:
        """From now on `note` is told once of each step or drawing that had to be shown plainly."""
        self._note = note

    def _tell(self) -> None:
        faults = self.faults
        if self._note is None or len(faults) == len(self._noted):
            return
        for name in faults.keys() - self._noted:
            self._noted.add(name)
            self._note(f"figure {name}: {faults[name]}")

    @property
    def faults(self) -> Mapping[str, str]:
        """What could not be shown as meant."""
        return self._painter.faults

    def set_theme(self, theme: Theme) -> None:
        """Colours and sizes of the words."""
        if theme != self._theme:
            self._theme = theme
            self._apply()

    def set_settings(self, settings: Settings) -> None:
        """The tones of the baby's skin and the parent's."""
        if settings != self._settings:
            self._settings = settings
            self._apply()

    def _apply(self) -> None:
        theme, settings = self._theme, self._settings
        self._painter.set_look(theme.drawing, settings.baby_skin.value, settings.parent_skin.value)
        self._painter.set_texts(figure_texts(theme, self._names))
        self._painter.set_table(settings.day.table_side)

    def set_kept_clear(self, kept: tuple[Place, ...]) -> None:
        """Places of this baby that no hand touches today; shown on every picture that shows their part."""
        self._painter.set_kept_clear(kept)

    def set_instant(self, session: Session, at: float) -> None:
        """The hands of an instant."""
        beat = session.beat(at)
        self._planned, self._seconds = session.planned, at
        self._motion, self._fraction, self._repetition = beat.motion, beat.fraction, beat.repetition
        self._painter.set_step(session.planned.step.id, beat.side.value)

    def paint(
        self, painter: QPainter, window: QRectF, free: QRectF, *, moving: bool, covered: QRectF | None = None
    ) -> None:
        """The figure of the instant that was set; its middle lies in the middle of `free`. Of what is `covered` by an
        opaque part of the page no picture is kept."""
        hidden = QRectF() if covered is None else covered
        self._frame = window, free, painter.device().devicePixelRatioF(), hidden
        self._painter.paint(
            painter, window, free, self._fraction, motion=MOTIONS[self._motion], repetition=self._repetition,
            moving=moving, key_positions=self._theme.less_motion, seconds=self._seconds,
            covered=hidden,
        )  # fmt: skip
        self._tell()

    def prepare(self, session: Session, at: float) -> None:
        """Between two frames: draw a slice of what this step will show later, or of what is shown after it.

        So the first frame of a step, and the first of each limb's poses, find their pictures there.
        """
        if self._frame is None:
            return
        turning = session.planned.step.is_turn
        if not turning and self._painter.prepare_rest(*self._frame):
            return
        coming = what_is_shown_next(session, at)
        if coming is not None:
            step_id, side = coming
            self._painter.prepare_step(step_id, side, *self._frame)

    def changing_area(self) -> QRectF | None:
        """What the instant that was set changes of the one before it; None: all of the figure."""
        if self._frame is None:
            return None
        motion, less_motion = MOTIONS[self._motion], self._theme.less_motion
        return self._painter.changing_area(
            self._frame, self._fraction, motion, self._repetition, key_positions=less_motion
        )

    def paint_turn(self, painter: QPainter, area: QRectF, turn_id: str) -> None:
        """The three pictures of a turn."""
        self._painter.paint_turn(painter, area, onto_tummy=turn_id == TURN_ONTO_TUMMY)
        self._tell()

    def paint_map(self, painter: QPainter, area: QRectF, blocks: Iterable[Block]) -> None:
        """Today's way round."""
        self._painter.paint_zone_map(painter, area, tuple(block.value for block in blocks))
        self._tell()

    def paint_tinted(self, painter: QPainter, area: QRectF, tints: Mapping[Block, str]) -> None:
        """The whole baby with parts tinted in a colour each."""
        self._painter.paint_tinted(painter, area, {block.value: shade for block, shade in tints.items()})
        self._tell()
