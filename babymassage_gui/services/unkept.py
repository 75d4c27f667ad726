"""What is said in a dry run: it holds while the program runs and is not kept, for its clock is not the family's."""

from __future__ import annotations

from babymassage_gui.core.ports import SaidStore
from babymassage_gui.core.said import Said


class UnkeptSaid:
    """Fits `ports.SaidStore`: reads what a store keeps, and keeps nothing in it."""

    def __init__(self, kept: SaidStore) -> None:
        self._kept = kept
        self._said: dict[str, Said] = {}
        self._taken_back: set[str] = set()

    def sayings(self, baby_id: str) -> tuple[Said, ...]:
        """What is kept and what was said since, but for what was taken back."""
        now = (one for one in self._said.values() if one.baby_id == baby_id)
        all_said = (one for one in (*self._kept.sayings(baby_id), *now) if one.id not in self._taken_back)
        return tuple(sorted(all_said, key=lambda one: (one.at, one.id)))

    def say(self, said: Said) -> None:
        """Remember it while the program runs."""
        self._said[said.id] = said

    def unsay(self, said_id: str) -> None:
        """Leave it out while the program runs."""
        self._taken_back.add(said_id)
