"""Which steps stay off although today is a day (content-spec 3.6: N-08, N-10, T-04, T-05, T-07)."""

from __future__ import annotations

from datetime import datetime

import pytest

from babymassage_gui.core.catalogue import Zone
from babymassage_gui.core.closed import ANYWHERE, EITHER_SITE, PARTS, closed_steps
from babymassage_gui.core.plan import Omission
from babymassage_gui.core.said import Said
from tests.fakes.answers import known, on_day, said
from tests.fakes.content import catalogue

NOW = on_day(150)
KNEES_TO_TUMMY = {"gym-knees", "gym-bike", "gym-stomp", "gym-hips", "gym-crawl-ready", "gym-crawl-push"}
# A palm bears the belly.
ON_THE_BELLY = {"gym-prone-lift"}
# No massage begins unasked, and none ends without a cuddle; the turns belong to the steps around them.
NEVER = {"open-ask", "close-cuddle", "turn-tummy", "turn-back"}


def closed(*told: Said, now: datetime = NOW) -> dict[str, Omission]:
    return dict(closed_steps(catalogue().steps.values(), catalogue().checks, known(*told), now))


def zone(*names: str) -> set[str]:
    return {step.id for step in catalogue().steps.values() if step.zone in names}


LEGS = zone("legs", "gym") | {"tummy-legs-up", "close-strokes"}
ARMS = zone("arms", "gym", "collar") | {"back-shoulders", "close-strokes"}


def test_of_a_baby_without_anything_nothing_is_closed() -> None:
    assert closed() == {}


@pytest.mark.parametrize(
    ("check_id", "answer", "steps", "why"),
    [
        ("N-08", "doctor-yes", zone("tummy") | KNEES_TO_TUMMY | ON_THE_BELLY, Omission.HERNIA),
        ("N-08", "no", set(), Omission.HERNIA),
        ("N-10", "doctor-yes",
         zone("gym", "prone", "legs", "feet", "arms", "hands") | {"tummy-legs-up", "close-strokes"}, Omission.BONES),
        ("N-10", "doctor-yes-limbs", zone("gym", "prone") | {"tummy-legs-up"}, Omission.BONES),
        ("N-10", "no", set(), Omission.BONES),
        ("T-07", "gums", zone("face"), Omission.GUMS),
        ("T-07", "short", set(), Omission.GUMS),
        ("N-05", "doctor-yes", set(), Omission.BONES),
    ],
)  # fmt: skip
def test_each_answer_closes_its_parts(check_id: str, answer: str, steps: set[str], why: Omission) -> None:
    assert closed(said(check_id, answer, NOW)) == dict.fromkeys(steps, why)


def test_gums_are_for_the_day() -> None:
    told = said("T-07", "gums", on_day(150, 9))
    assert closed(told, now=on_day(150, 23, 59))
    assert closed(told, now=on_day(151, 0)) == {}


class TestMark:
    """A mark that the doctor called harmless keeps hands off its part until it is gone."""

    @pytest.mark.parametrize("part", PARTS)
    def test_its_part_and_what_crosses_it_stay_off(self, part: str) -> None:
        found = closed(said("T-04", "harmless", on_day(30), part))
        assert zone(part) <= set(found)
        assert set(found.values()) == {Omission.SORE_SKIN}
        assert not set(found) & NEVER

    @pytest.mark.parametrize(
        ("part", "crossing", "free"),
        [
            ("legs", LEGS, {"arm-outer", "tummy-circle", "leg-foot"}),
            ("feet", zone("feet") | LEGS, {"arm-outer", "tummy-circle"}),
            ("arms", ARMS, {"leg-outer", "arm-hand", "back-up"}),
            ("hands", zone("hands") | ARMS, {"leg-outer"}),
            ("tummy", zone("tummy", "prone", "gym", "side") | {"open-rest"}, {"leg-outer", "back-up"}),
            (
                "back",
                zone("back", "side", "collar", "buttocks") | {"gym-soar", "gym-sit"},
                {"leg-outer", "tummy-circle"},
            ),
            ("face", zone("face", "ears"), {"head-circles", "leg-outer"}),
            ("buttocks", zone("buttocks") | {"back-rub", "leg-back", "leg-rub", "gym-soar"}, {"leg-outer"}),
        ],
    )
    def test_a_hand_that_would_pass_it_keeps_off_too(self, part: str, crossing: set[str], free: set[str]) -> None:
        found = set(closed(said("T-04", "harmless", on_day(30), part)))
        assert found == crossing
        assert not found & free

    @pytest.mark.parametrize("note", ["", "belly", "left leg", "LEGS"])
    def test_a_mark_of_which_nobody_knows_where_may_be_anywhere(self, note: str) -> None:
        assert set(closed(said("T-04", "harmless", on_day(30), note))) == set(catalogue().steps) - NEVER
        assert Zone.PREP not in ANYWHERE

    @pytest.mark.parametrize(("note", "steps"), [("gym", zone("gym")), ("close-strokes", {"close-strokes"})])
    def test_a_zone_or_a_step_may_be_named_itself(self, note: str, steps: set[str]) -> None:
        assert set(closed(said("T-04", "harmless", on_day(30), note))) == steps

    def test_until_it_is_gone_there(self) -> None:
        legs, face = said("T-04", "harmless", on_day(30), "legs"), said("T-04", "harmless", on_day(30), "face")
        gone = said("T-04", "gone", on_day(31), "legs")
        assert set(closed(legs, face, gone)) == zone("face", "ears")
        again = said("T-04", "harmless", on_day(32), "legs")
        assert set(closed(legs, face, gone, again)) == zone("face", "ears") | LEGS

    def test_an_answer_that_is_not_understood_closes_no_part_but_the_day(self) -> None:
        assert closed(said("T-04", "forgotten", NOW, "legs")) == {}


class TestVaccine:
    """The site and three fingers round it stay off until they are not sore (EXT-03): the whole limb."""

    LEG, ARM = said("T-05", "yes", on_day(140), "leg"), said("T-05", "yes", on_day(140), "arm")

    @pytest.mark.parametrize(
        ("note", "steps"),
        [("leg", LEGS), ("arm", ARMS), ("leg_l", LEGS), ("arm_r", ARMS), ("", LEGS | ARMS), ("somewhere", LEGS | ARMS)],
    )
    def test_where_it_went_in(self, note: str, steps: set[str]) -> None:
        assert closed(said("T-05", "yes", on_day(140), note)) == dict.fromkeys(steps, Omission.VACCINE)
        assert EITHER_SITE

    def test_two_places_are_two_places(self) -> None:
        assert set(closed(self.LEG, self.ARM)) == LEGS | ARMS
        assert set(closed(self.LEG, self.ARM, said("T-05", "not-sore", on_day(143), "arm"))) == LEGS
        assert closed(self.LEG, self.ARM, said("T-05", "not-sore", on_day(143))) == {}

    def test_one_side_that_is_well_leaves_the_other_sore(self) -> None:
        sides = said("T-05", "yes", on_day(140), "leg_l"), said("T-05", "yes", on_day(140), "leg_r")
        assert set(closed(*sides, said("T-05", "not-sore", on_day(143), "leg_l"))) == LEGS
        assert closed(*sides, said("T-05", "not-sore", on_day(143), "leg")) == {}

    def test_only_a_word_that_came_after_it_opens_it(self) -> None:
        assert closed(self.LEG, said("T-05", "not-sore", on_day(139)))
        assert closed(self.LEG, said("T-05", "not-sore", on_day(140))) == {}

    def test_the_next_vaccine_closes_again(self) -> None:
        well = said("T-05", "not-sore", on_day(143))
        assert set(closed(self.LEG, well, said("T-05", "yes", on_day(149), "arm"))) == ARMS
