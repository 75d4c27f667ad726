"""A kill in the middle of a migration, a backup, a restore or an import leaves all of it or nothing. The short form;
`tools/try_kills.py` kills as often as it is told.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.fakes.kills import kill_in


@pytest.mark.parametrize("act", ["migrate", "import", "restore", "backup"])
@pytest.mark.parametrize("seed", range(2))
def test_after_a_kill_all_of_it_or_nothing_is_there(act: str, seed: int) -> None:
    assert kill_in(act, Random(f"{act} {seed}")) > 0
