"""The ways through the library: list, search, keyboard, small windows."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from babymassage_gui.content.loader import load_playable
from babymassage_gui.core.age import Age
from babymassage_gui.gui.pages.library_blocks import MoveButton
from babymassage_gui.gui.pages.library_list import LibraryModel
from babymassage_gui.gui.pages.library_view import Kind, Segment
from babymassage_gui.gui.theme import Theme, ThemeName, contrast
from babymassage_gui.gui.widgets.labels import TextLabel
from tests.gui.library_room import (
    BESIDE,
    BORN,
    NARROW,
    UPRIGHT,
    open_id,
    open_page,
    pieces,
    row_texts,
    taught,
    told,
)


class TestList:
    def test_rows_say_where_and_from_when_or_the_day_they_open(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        texts = row_texts(page)
        assert "Glide up the outer leg, Legs, from 46 days" in texts
        assert "Rub the leg, Opens on 1 March" in texts
        assert "Stroke the tear duct, Eye, as your doctor says" in texts
        assert len(texts) == len(taught().steps)

    def test_a_later_visit_says_anew_what_is_open_and_keeps_the_place(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.MOVE, "leg-rub")
        page.show_library(taught(), Age(BORN, date(2027, 3, 1)))
        assert open_id(page) == "leg-rub"
        assert "Rub the leg, Legs, from 4 months" in row_texts(page)
        assert not any("Opens on" in text for text in told(page))

    def test_each_list_remembers_its_place(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.MOVE, "leg-rub")
        page.segments[Segment.WHY].click()
        assert open_id(page) == "C-01"
        page.segments[Segment.MOVES].click()
        assert open_id(page) == "leg-rub"

    def test_the_search_leaves_what_it_finds(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        qtbot.keyClicks(page.search, "rub leg")
        left = row_texts(page)
        assert "Rub the leg, Opens on 1 March" in left
        assert len(left) < 20
        assert open_id(page) == page.list.currentIndex().data(LibraryModel.ROW).key
        qtbot.keyClick(page.search, Qt.Key.Key_Escape)
        assert len(row_texts(page)) == len(taught().steps)

    def test_an_empty_search_says_so_and_where_to_look(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.search.setText("spine line")
        assert page.empty.isVisible()
        assert page.empty.text() == "No such move. Try: leg, tummy, back."
        assert not page.list.isVisible()
        assert page.elsewhere.text() == "2 under “Not shown”"
        page.elsewhere.click()
        assert page.segments[Segment.NOT_SHOWN].isChecked()
        assert len(row_texts(page)) == 2
        page.search.setText("zebra")
        assert (page.empty.isVisible(), page.elsewhere.isVisible()) == (True, False)

    def test_a_content_without_reading_shows_empty_lists_not_a_fault(self, qtbot: QtBot) -> None:
        page = open_page(qtbot, catalogue=load_playable().catalogue)
        page.segments[Segment.WHY].click()
        assert page.empty.isVisible()
        page.segments[Segment.MOVES].click()
        page.open_row(Kind.MOVE, "leg-outer")
        assert taught().steps["leg-outer"].caution in told(page)

    @pytest.mark.parametrize("name", list(ThemeName))
    def test_locked_rows_stay_readable(self, name: ThemeName) -> None:
        p = Theme(name).palette
        assert contrast(p.ink2, p.page) >= 4.5
        assert contrast(p.primary_ink, p.primary_soft) >= 4.5


class TestKeyboard:
    def test_the_list_is_walked_with_arrows_and_enter_goes_into_the_detail(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.list.setFocus()
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        assert open_id(page) == list(taught().steps)[2]
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
        assert page.focusWidget() is page.detail.reader
        qtbot.keyClick(page.detail.reader, Qt.Key.Key_End)
        bar = page.detail.reader.verticalScrollBar()
        assert bar.value() == bar.maximum() > 0
        qtbot.keyClick(page.detail.reader, Qt.Key.Key_Home)
        assert bar.value() == 0

    def test_down_leads_from_the_search_into_the_list(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.search.setFocus()
        qtbot.keyClick(page.search, Qt.Key.Key_Down)
        assert page.focusWidget() is page.list

    def test_tab_leads_from_the_lists_to_the_search_the_rows_and_what_is_read(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.open_row(Kind.ROUTINE, "calm")
        page.segments[Segment.ROUTINES].setFocus()
        seen: list[QWidget | None] = []
        for _ in range(9):
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
            seen.append(page.focusWidget())
        order = [seen.index(widget) for widget in (page.search, page.list, page.detail.reader, page.detail.doll)]
        assert order == sorted(order)
        assert any(isinstance(widget, MoveButton) for widget in seen[order[-1] :])

    def test_everything_pressable_has_a_name(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        for kind, key in ((Kind.MOVE, "open-ask"), (Kind.ROUTINE, "everyday"), (Kind.CONTRADICTION, "C-24")):
            page.open_row(kind, key)
            for button in page.findChildren(QAbstractButton):
                if button.isVisible():
                    assert button.accessibleName(), (key, button)
        for widget in (page.search, page.list, page.detail.reader, page.segment_box):
            assert widget.accessibleName()


class TestNarrow:
    @pytest.mark.parametrize("size", [NARROW, UPRIGHT])
    def test_list_and_detail_come_one_after_the_other(self, qtbot: QtBot, size: tuple[int, int]) -> None:
        page = open_page(qtbot, size)
        assert (page.list.isVisible(), page.detail.isVisible()) == (True, False)
        assert page.unreviewed.isVisible()
        page.list.setFocus()
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
        assert (page.list.isVisible(), page.detail.isVisible()) == (False, True)
        assert page.detail.unreviewed.isVisible()
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
        assert (page.list.isVisible(), page.detail.isVisible()) == (True, False)
        assert page.focusWidget() is page.list

    def test_escape_leads_back_the_way_that_led_here(self, qtbot: QtBot) -> None:
        page = open_page(qtbot, NARROW)
        page.open_row(Kind.ROUTINE, "calm")
        pieces(page, MoveButton)[0].click()
        assert open_id(page) == "open-ask"
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert open_id(page) == "calm"
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert page.list.isVisible()

    @pytest.mark.parametrize("size", [BESIDE, (824, 600), NARROW, UPRIGHT])
    @pytest.mark.parametrize("scale", [1.0, 1.5])
    def test_nothing_in_the_detail_is_cut_off(self, qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
        theme = Theme(text_scale=scale, less_motion=True).scaled_to(*size)
        page = open_page(qtbot, size, theme=theme)
        rows = ((Kind.MOVE, "open-ask"), (Kind.MOVE, "leg-rub"), (Kind.ROUTINE, "mini"), (Kind.CONTRADICTION, "C-24"))
        for kind, key in rows:
            page.open_row(kind, key)
            blocks = [block for block, _ in page.detail._blocks]
            for above, below in pairwise(blocks):
                assert above.geometry().bottom() <= below.geometry().top(), (key, above, below)
            for label in (child for block in blocks for child in block.findChildren(TextLabel)):
                assert label.block().fits or not label.text(), (key, label.text())
            assert page.detail._body.height() >= blocks[-1].geometry().bottom()
            for button in page.findChildren(QAbstractButton):
                if button.isVisible():
                    assert button.height() >= 44, button.accessibleName()

    def test_from_right_to_left_the_list_stands_at_the_right(self, qtbot: QtBot) -> None:
        page = open_page(qtbot)
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        page._arrange()
        page.open_row(Kind.ROUTINE, "everyday")
        assert page.list.geometry().left() > page.detail.geometry().right()
        title, doll = page.detail._blocks[0][0].geometry(), page.detail.doll.geometry()
        assert title.left() > doll.right()
