"""The words that are spoken in a session, each line in several wordings, and those that say why nothing is heard."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from babymassage_gui.core.catalogue import Position, Side, Step
from babymassage_gui.core.prompts import Line
from babymassage_gui.core.sound import Mute
from babymassage_gui.gui.text import fill
from babymassage_gui.services.prompter import Outside, Spoken


class Lines(QObject):
    """Makes lines in the interface's language."""

    def language(self) -> str:
        """The language of these lines for the voice, with the family's country where that speaks it."""
        language = self.tr("en", "the code of the language that the spoken lines are written in")
        here = QLocale()
        return here.name() if QLocale(language).language() == here.language() else language

    def wordings(self, spoken: Spoken) -> tuple[str, ...]:
        """What may be said, the fullest first."""
        step = spoken.planned.step
        match spoken.what:
            case Line.STEP:
                return self._step(step)
            case Line.SIDE:
                return self._side(spoken.side, lying=step.position is Position.ON_SIDE)
            case Line.NEXT:
                return self._next(spoken.following.step if spoken.following is not None else step)
            case Line.LAST:
                return (self.tr("One last time."), self.tr("The last."))
            case Line.HALF:
                return (self.tr("Half of the time is over."), self.tr("Half-way."))
            case outside:
                return self._outside(outside, step)

    def _outside(self, what: Outside, step: Step) -> tuple[str, ...]:
        """What is said while no step is under way."""
        match what:
            case Outside.READY:
                return (fill(self.tr("Get ready. It begins with: %1."), step.title), self.tr("Get ready."))
            case Outside.WIPE:
                return (self.tr("Wipe your hands, one then the other."), self.tr("Wipe your hands."))
            case Outside.OIL:
                return (self.tr("A little oil, if you use it. Warm it in your hands."), self.tr("A little oil."))
            case Outside.WAIT:
                return (fill(self.tr("When you are ready: %1."), step.title), self.tr("When you are ready."))
            case Outside.ENDED_EARLY:
                return (self.tr("Stopping in time is good massage. Everything is kept."),)
            case Outside.END:
                return (self.tr("That was the end. Well done, both of you."),)

    def _step(self, step: Step) -> tuple[str, ...]:
        name, how, caution = _closed(step.title), _closed(step.instruction), _closed(step.caution)
        return (" ".join(filter(None, (name, how, caution))), " ".join(filter(None, (name, how))), name)

    def _side(self, side: Side, *, lying: bool) -> tuple[str, ...]:
        if lying:
            left = self.tr("Now onto its left side."), self.tr("Onto its left side.")
            right = self.tr("Now onto its right side."), self.tr("Onto its right side.")
        else:
            left = self.tr("Now the baby's left side."), self.tr("Baby's left.")
            right = self.tr("Now the baby's right side."), self.tr("Baby's right.")
        other = self.tr("Now the other side."), self.tr("Other side.")
        return {Side.LEFT: left, Side.RIGHT: right}.get(side, other)

    def _next(self, step: Step) -> tuple[str, ...]:
        return (fill(self.tr("Next comes: %1."), step.title), fill(self.tr("Next: %1."), step.title))

    def test(self) -> str:
        """What the Test button says."""
        return self.tr("This is how I speak. Soft is best.")

    def note(self, voice: Mute | None, chimes: Mute | None) -> str:
        """What is told when something that is wanted cannot be heard; "" if all can."""
        if (voice is not None and chimes is not None) or chimes is Mute.NO_DEVICE:
            # Without a loudspeaker a voice speaks to nobody.
            return self.tr("No sound here. Colours lead.")
        if voice is not None:
            return self.tr("No voice here. Chimes and colours lead.")
        if chimes is not None:
            return self.tr("No chimes here. Voice and colours lead.")
        return ""

    def reason(self, mute: Mute) -> str:
        """Why, with a way out."""
        return {
            Mute.NO_LIBRARY: self.tr("A sound library is missing. On Debian and Ubuntu: install libpulse0."),
            Mute.NO_ENGINE: self.tr("No voice was found. On Linux: install speech-dispatcher and a voice for it."),
            Mute.NO_VOICE: self.tr("There is a voice, but none for this language. Add one in the system's settings."),
            Mute.NO_DEVICE: self.tr("No loudspeaker was found. It is looked for again each time."),
            Mute.NO_ANSWER: self.tr("The system's voice does not answer. It is asked again at the next session."),
        }[mute]


def _closed(sentence: str) -> str:
    """The sentence with a full stop, so that a voice rests after it."""
    return sentence if not sentence or sentence[-1] in ".!?…。؟" else f"{sentence}."
