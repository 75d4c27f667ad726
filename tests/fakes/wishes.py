"""Any wish for a plan: any routine, age, length, choices, and whatever parents and doctors said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from babymassage_gui.core.age import age_of_days
from babymassage_gui.core.catalogue import Side
from babymassage_gui.core.choices import ArmDirection, BackDirection, Choices, Order
from babymassage_gui.core.plan import Omission
from babymassage_gui.core.planner import LOIN_GLIDE, RUBBING, Prescription, Wish
from tests.fakes.content import catalogue

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
ROUTINES = sorted(set(catalogue().routines) - {"ten-days"})
STEPS = sorted(catalogue().steps)
NOT_GUIDED = ("gym-soar", "gym-prone-lift", "gym-sit", "gym-step", "back-knead", "eye-duct")
SAID = (Omission.HERNIA, Omission.BONES, Omission.SORE_SKIN, Omission.GUMS, Omission.VACCINE, Omission.SKIPPED)

choices = st.builds(
    Choices,
    order=st.sampled_from(Order),
    repetitions=st.dictionaries(st.sampled_from([*STEPS, "no-such-step"]), st.integers(1, 10), max_size=12),
    rub_from_months=st.sampled_from([3, 4]),
    turned_on=st.frozensets(st.sampled_from(STEPS), max_size=4),
    arm_outer_direction=st.sampled_from(ArmDirection),
    back_direction=st.sampled_from(BackDirection),
    newborn_chest=st.booleans(),
    thumb_circles=st.booleans(),
    loin_glide=st.booleans(),
    wide_ring=st.booleans(),
    face_in_everyday=st.booleans(),
    tummy_time_minutes=st.none() | st.integers(1, 15),
    longest_minutes=st.integers(15, 20),
    two_sessions=st.booleans(),
    product=st.booleans(),
)
prescriptions = st.none() | st.builds(
    Prescription,
    strokes=st.integers(1, 20),
    eyes=st.sampled_from([(Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT)]),
)


@st.composite
def wishes(draw: st.DrawFn, *, on_doll: bool = True, routine_id: str = "", under: int = 401) -> Wish:
    """A wish for a routine, under an age in days, for 1 to 30 minutes; now and then for a doll."""
    routine = catalogue().routines[routine_id or draw(st.sampled_from(ROUTINES))]
    waited = draw(st.dictionaries(st.sampled_from(routine.steps), st.integers(0, 30)))
    days = draw(st.integers(0, under - 1))
    return Wish(
        routine,
        None if on_doll and draw(st.integers(0, 9)) == 0 else age_of_days(days),
        draw(st.integers(1, 30)),
        {step_id: FIRST + timedelta(days=ago) for step_id, ago in waited.items()},
        resting=draw(st.integers(0, 9)) == 0,
        closed=draw(st.dictionaries(st.sampled_from(STEPS), st.sampled_from(SAID), max_size=8)),
        shown=draw(st.frozensets(st.sampled_from([*NOT_GUIDED, RUBBING, LOIN_GLIDE]))),
        prescription=draw(prescriptions),
        choices=draw(choices),
    )
