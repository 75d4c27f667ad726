"""What the library tells of a move, a routine and what is only read; links, practice, motion."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from babymassage_gui.core.strokes import FigureBook
from babymassage_gui.gui.pages.library_blocks import Line, MoveButton, SourceButton, Tags
from babymassage_gui.gui.pages.library_view import Kind, Segment
from babymassage_gui.gui.theme import Phase, Theme
from babymassage_gui.gui.widgets.labels import Tag
from babymassage_gui.gui.widgets.themed import apply_theme
from tests.gui.library_room import (
    UNREVIEWED,
    book,
    open_id,
    open_page,
    pieces,
    taught,
    told,
)


class TestMove:
    def test_a_move_is_told_with_all_that_belongs_to_it(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.MOVE, "tummy-circle")
        step = taught().steps["tummy-circle"]
        texts = told(page)
        assert texts[:4] == [step.title, "3 to 5 times", "5 s each", "on the back"]
        assert step.instruction in texts
        assert step.caution in texts
        assert "Never here: navel, under the right ribs, genitals, groin fold." in texts
        for fact_id in step.facts:
            assert taught().facts[fact_id].text in texts
            assert any(text.startswith(fact_id) for text in texts)
        assert page.detail.pane.isVisible()
        assert page.detail.pane.accessibleName() == f"{step.title}. {step.instruction} {step.caution}"

    @pytest.mark.parametrize(
        ("step_id", "chips"),
        [
            ("tummy-down", ["6 times", "4 s each", "baby's left side", "on the back"]),
            ("gym-knees", ["3 to 4 times", "5 s each", "hold 5 to 15 s", "on the back"]),
            ("leg-outer", ["3 to 5 times", "4 s each", "each side", "on the back"]),
            ("gym-bike", ["4 to 6 times", "4 s each", "sides in turn", "on the back"]),
            ("open-ask", ["1 time", "10 s", "on the back"]),
            ("tummy-rest", ["5 to 10 minutes", "on the tummy"]),
            ("eye-duct", ["As often as told", "2 s each", "the affected side", "on the back"]),
        ],
    )
    def test_how_often_and_how_long(self, qtbot: QtBot, step_id: str, chips: list[str]) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.MOVE, step_id)
        (tags,) = pieces(page, Tags)
        assert [tag.accessibleName() for tag in tags.findChildren(Tag)] == chips

    def test_what_needs_a_professional_or_a_doctor_says_so(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.MOVE, "gym-soar")
        assert "A professional shows you this in person first. A screen is not enough." in told(page)
        assert any(text.startswith("Opens on 1 March") for text in told(page))
        page.open_row(Kind.MOVE, "eye-duct")
        assert "Only if a doctor prescribed it, showed it to you and gave the numbers." in told(page)

    def test_every_step_and_routine_can_be_opened_at_any_age(self, qtbot: QtBot) -> None:
        page = open_page(qtbot, age=None)
        for kind, keys in ((Kind.MOVE, taught().steps), (Kind.ROUTINE, taught().routines)):
            for key in keys:
                page.open_row(kind, key)
                assert open_id(page) == key

    def test_a_step_without_a_drawing_shows_a_plain_figure(self, qtbot: QtBot) -> None:
        page = open_page(qtbot, figures=FigureBook(book().views, {}))
        for step_id in ("tummy-circle", "back-up", "back-side-lying", "close-cuddle", "face-brow", "turn-tummy"):
            page.open_row(Kind.MOVE, step_id)
            picture = page.detail.pane.grab().toImage()
            middle = picture.pixelColor(picture.width() // 2, picture.height() // 2).name()
            assert middle != page.theme.mat(Phase.STROKE).lower(), step_id
        assert not page.detail.pane.moving

    def test_always_the_line_that_no_clinician_has_reviewed_it(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        for kind, key in ((Kind.MOVE, "leg-outer"), (Kind.ROUTINE, "everyday"), (Kind.CONTRADICTION, "C-22")):
            page.open_row(kind, key)
            assert page.detail.unreviewed.isVisible()
            assert page.detail.unreviewed.accessibleName() == UNREVIEWED


class TestRoutine:
    def test_its_gates_its_moves_and_the_way_into_each(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.ROUTINE, "tummy-ease")
        texts = told(page)
        for gate in ("The baby's doctor has said yes.", "The baby is calm, not crying.", "No bulge at navel or groin."):
            assert gate in texts
        moves = pieces(page, MoveButton)
        assert [move.text() for move in moves] == [
            taught().steps[step].title for step in taught().routines["tummy-ease"].steps
        ]
        moves[2].click()
        assert open_id(page) == taught().routines["tummy-ease"].steps[2]
        assert page.segments[Segment.MOVES].isChecked()

    def test_its_contradictions_lead_to_the_choice_made(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.ROUTINE, "first-strokes")
        links = [link for line in pieces(page, Line) for link in line.links if link.text() == "C-03"]
        assert links[0].accessibleName() == "C-03, where sources disagree"
        links[0].click()
        assert (open_id(page), page.segments[Segment.WHY].isChecked()) == ("C-03", True)

    def test_a_wrapper_without_moves_has_no_doll(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.ROUTINE, "ten-days")
        assert not page.detail.doll.isVisible()


class TestReading:
    def test_what_is_not_guided_says_why(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.REFERENCE, "ref-chest-tap-prone")
        texts = told(page)
        assert "Not guided, at any setting." in texts
        assert any(text.endswith("injured ribs were reported. Such a baby is ill.") for text in texts)
        assert not page.detail.pane.isVisible()
        assert not page.detail.doll.isVisible()

    def test_a_contradiction_tells_the_voices_and_the_choice(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.CONTRADICTION, "C-22")
        texts = told(page)
        for text in (
            "No rubbing (TEC-07)",
            "From 4 months (AGE-12)",
            "The choice made",
            "From 4 completed months.",
            "C-22",
        ):
            assert text in texts
        assert [button.source.id for button in pieces(page, SourceButton)] == ["S-58"]

    def test_everything_that_is_only_read_can_be_opened(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        for segment in (Segment.NOT_SHOWN, Segment.WHY):
            for row in page.rows(segment):
                page.open_row(row.kind, row.key)
                assert open_id(page) == row.key
                assert row.title in told(page)


class TestLinks:
    def test_a_source_is_opened_by_its_address(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.CONTRADICTION, "C-22")
        (button,) = pieces(page, SourceButton)
        source = taught().reference.sources["S-58"]
        assert button.accessibleName() == f"S-58, {source.title}, opens in the browser"
        with qtbot.waitSignal(page.link_opened) as opened:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert opened.args == [source.address]

    def test_beside_a_fact_each_of_its_sources_is_opened(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.MOVE, "open-ask")
        line = next(line for line in pieces(page, Line) if line.proof.text() == "EXT-01")
        with qtbot.waitSignal(page.link_opened) as opened:
            line.links[1].click()
        assert opened.args == [taught().reference.sources["S-22"].address]

    @pytest.mark.parametrize("address", ["https://example.org/", "file:///etc/passwd", ""])
    def test_no_other_address_leaves_the_page(self, qtbot: QtBot, address: str) -> None:
        page = open_page(qtbot)
        with qtbot.assertNotEmitted(page.link_opened):
            page.detail.address_pressed.emit(address)


class TestDoll:
    def test_a_routine_and_a_step_ask_for_practice(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.ROUTINE, "calm")
        assert page.detail.doll.accessibleName() == "Practise on a doll: Calm-down massage"
        with qtbot.waitSignal(page.practise) as asked:
            qtbot.mouseClick(page.detail.doll, Qt.MouseButton.LeftButton)
        assert asked.args == ["calm"]
        page.open_row(Kind.MOVE, "leg-rub")
        with qtbot.waitSignal(page.practise_step) as asked:
            qtbot.mouseClick(page.detail.doll, Qt.MouseButton.LeftButton)
        assert asked.args == ["leg-rub"]


class TestMotion:
    def test_hands_move_where_motion_is_allowed_and_rest_while_unseen(self, qtbot: QtBot) -> None:
        page = open_page(qtbot, theme=Theme())
        page.open_row(Kind.MOVE, "tummy-circle")
        assert page.detail.pane.moving
        before = page.detail.pane.grab().toImage()
        qtbot.waitUntil(lambda: page.detail.pane.grab().toImage() != before, timeout=6000)
        page.hide()
        assert not page.detail.pane.moving
        page.show()
        assert page.detail.pane.moving

    def test_with_less_motion_the_figure_stands_still(self, qtbot: QtBot) -> None:
        page = open_page(qtbot, theme=Theme())
        page.open_row(Kind.MOVE, "tummy-circle")
        apply_theme(page, Theme(less_motion=True))
        assert not page.detail.pane.moving

    @pytest.mark.parametrize(("kind", "key"), [(Kind.MOVE, "turn-tummy"), (Kind.ROUTINE, "everyday")])
    def test_turns_and_ways_round_are_still_pictures(self, qtbot: QtBot, kind: Kind, key: str) -> None:
        page = open_page(qtbot, theme=Theme())
        page.open_row(kind, key)
        assert not page.detail.pane.moving
