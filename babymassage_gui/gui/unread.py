"""Keeps PySide from reading the source of every module that is imported after it.

PySide looks there for the word "PySide" at each import, because a module that has it may switch features on with
`from __feature__ import ...`. Nobody here does. The lines it has read stay in Python's cache of source lines: some
60 000 strings, 6 MB, and the reading makes every start longer.
"""

from __future__ import annotations

import linecache
import sys

_WATCHER, _ASKS = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> bool:
    """From now on no module is taken for one that switches features on; Qt has been imported.

    False: this PySide has no such question, and reads as it likes.
    """
    watcher = sys.modules.get(_WATCHER)
    if not hasattr(watcher, _ASKS):
        return False
    setattr(watcher, _ASKS, _never)
    # What was read until now is half a megabyte more; a traceback reads its lines anew.
    linecache.clearcache()
    return True


def _never(_module: object) -> bool:
    return False
