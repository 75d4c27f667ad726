"""Today as it was looked at last: as long as nothing that it rests on has changed, it need not be looked at again.

Several pages ask for it one after the other, and after years of massages the length alone is a fold over all of them.
"""

from __future__ import annotations

from datetime import datetime

from babymassage_gui.core.catalogue import Catalogue
from babymassage_gui.core.family import Family
from babymassage_gui.core.today import Today, look_at, still_true


class SeenToday:
    """Looks at days for one household."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._seen: tuple[Family, int | None, Today] | None = None

    def look(self, family: Family, now: datetime, minutes: int | None) -> Today:
        """Today for a family, `minutes` as for `look_at`."""
        if self._seen is not None:
            of, wish, today = self._seen
            if wish == minutes and still_true(today, now) and of == family:
                return today
        today = look_at(self._catalogue, family, now, minutes)
        self._seen = (family, minutes, today)
        return today
