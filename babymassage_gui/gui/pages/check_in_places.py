"""What the check-in asks about a place, on the baby or in words: where a vaccine went in, which part has a mark."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from babymassage_gui.core.body import View
from babymassage_gui.core.settings import Skin
from babymassage_gui.gui.pages.body_places import BodyPlaces
from babymassage_gui.gui.pages.check_in_sheet import Ask
from babymassage_gui.gui.pages.check_in_view import Option


class PlaceQuestions(QObject):
    """Composes those sheets; on `views` of the figure places are pressed, words do without them."""

    def __init__(self, views: Mapping[str, View], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places, self._views = BodyPlaces(), views

    @property
    def pictured(self) -> bool:
        """Whether there is a figure on which the place of a vaccine can be pressed."""
        return bool(self._places.sites(self._views))

    def of_vaccine(self, limbs: Mapping[str, str], skin: Skin) -> Ask:
        """Where it went in; `limbs` are the words for those whose side is not said."""
        options = tuple(Option(limb, words) for limb, words in limbs.items())
        return Ask(
            self.tr("Where did it go in?"), self.tr("Press the place. Hands stay off it while it is sore."),
            options, heading=self.tr("First: which place?"), named=False, body=self._places.sites(self._views),
            skin=skin,
        )  # fmt: skip

    def of_mark(self, parts: tuple[Option, ...], skin: Skin) -> Ask:
        """Which parts have a mark."""
        body = self._places.parts(self._views, {option.key: option.text for option in parts})
        return Ask(
            self.tr("The doctor said harmless"), self.tr("Which part has the mark? Hands stay off there."), parts,
            many=True, heading=self.tr("First: which part?"), body=body, skin=skin,
        )  # fmt: skip
