"""How long nobody has gone on with a session: after a long while the questions before it are no longer true."""

from __future__ import annotations

from babymassage_gui.core.history import Kind
from babymassage_gui.core.today import ASKED_AGAIN_AFTER
from babymassage_gui.services.session_runner import SessionRunner

# Less than this is no going on: a step that is stopped as it begins.
MOVED_SECONDS = 0.5


class Lull:
    """Watches one runner. A doll and a dry run may stand still for as long as they like."""

    def __init__(self, runner: SessionRunner) -> None:
        self._runner = runner
        self._session_id = ""
        self._active = 0.0
        self._since = 0.0

    def too_long(self) -> bool:
        """Whether the running session has stood still for too long; asked with each beat."""
        runner = self._runner
        at = runner.now()
        active = runner.session.active_seconds(at)
        if runner.session_id != self._session_id or abs(active - self._active) > MOVED_SECONDS:
            self._session_id, self._active, self._since = runner.session_id, active, at
        counts = runner.kind in (Kind.MASSAGE, Kind.RESTING)
        return counts and at - self._since > ASKED_AGAIN_AFTER.total_seconds()
