"""Work that is done in slices between frames, so that no frame waits for it."""

from __future__ import annotations

from collections.abc import Iterable


class Work:
    """Slices of work and what they are for; done from the beginning where there are none."""

    def __init__(self, wanted: tuple[object, ...] = (), slices: Iterable[None] = ()) -> None:
        self._wanted, self._slices = wanted, iter(slices)

    def is_for(self, *wanted: object) -> bool:
        """Whether this is the work that is wanted."""
        return self._wanted == wanted

    def go_on(self) -> bool:
        """Do one slice; False when nothing is left."""
        for _slice in self._slices:
            return True
        return False
