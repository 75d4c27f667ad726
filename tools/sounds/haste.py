"""Plays chimes in haste into a virtual loudspeaker on a busy machine, and tells whether the event loop still turns.

    python -m tools.sounds.haste [--seconds 25]

Qt's own sound effects stopped it for ever (docs/decisions/055). Needs PulseAudio; ends with 1 if the loop stood still.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from contextlib import ExitStack

from tools.sounds.heard import ROOT, loudspeaker

BUSY = 4
"""Processes that want the two cores for themselves."""
PATIENCE_SECONDS = 20.0


def child(seconds: float) -> None:
    """Play at chance, at gaps of 5 to 250 ms; hush now and then, let go and begin anew now and then."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from babymassage_gui.adapters.chime import SystemChimes
    from babymassage_gui.core.prompts import Chime
    from babymassage_gui.core.sound import Sound
    from babymassage_gui.gui.app import dress

    application = QApplication(sys.argv[:1])
    dress(application)
    chimes, chance, played = SystemChimes(), random.Random(3), 0
    chimes.begin(Sound())
    next_one = QTimer(singleShot=True)

    def act() -> None:
        nonlocal played
        kind = chance.random()
        if kind < 0.03:
            chimes.close()
            chimes.begin(Sound())
        elif kind < 0.12:
            chimes.hush()
        else:
            chimes.play(chance.choice(list(Chime)), 0.5 if kind < 0.3 else 1.0)
            played += 1
        next_one.start(chance.choice((5, 20, 60, 150, 250)))

    next_one.timeout.connect(act)
    next_one.start(10)
    QTimer.singleShot(round(seconds * 1000), application.quit)
    application.exec()
    print(json.dumps({"played": played, "mute": chimes.mute}))


def main() -> int:
    """Run it beside processes that do nothing but work."""
    parser = argparse.ArgumentParser(prog="tools.sounds.haste", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=25.0)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        child(asked.seconds)
        return 0
    with loudspeaker() as environment, ExitStack() as busy:
        for _ in range(BUSY):
            busy.callback(subprocess.Popen([sys.executable, "-c", "while True: pass"]).kill)
        words = [sys.executable, "-m", "tools.sounds.haste", "--child", "--seconds", str(asked.seconds)]
        around = {**os.environ, **environment, "QT_QPA_PLATFORM": "offscreen"}
        try:
            done = subprocess.run(
                words, cwd=ROOT, env=around, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True,
                timeout=asked.seconds + PATIENCE_SECONDS,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            print("the event loop stood still")
            return 1
    print(done.stdout.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
