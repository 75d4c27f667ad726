"""Style sheets for the stock widgets: colours and boxes only, always with a selector, never a font.

A font in a style sheet would win over `QFont`, and a rule without a selector would reach every child.
"""

from __future__ import annotations

from babymassage_gui.gui.theme import Radius, Theme


def field_style(theme: Theme, fill: str, *, has_icon: bool, wrong: bool) -> str:
    """A text field; wrong is a 3 px ink outline."""
    p = theme.palette
    edge, width = (p.ink, 3) if wrong else (p.line, 2)
    near, far = round(theme.px(60 if has_icon else 20)), round(theme.px(20))
    return f"""
    QLineEdit {{ background: {theme.colour(fill).name()}; border: {width}px solid {edge}; color: {p.ink};
        border-radius: {round(theme.px(Radius.FIELD))}px; padding-left: {near}px; padding-right: {far}px;
        placeholder-text-color: {p.ink3};
        selection-background-color: {p.primary}; selection-color: {p.onprimary}; }}
    QLineEdit:hover {{ border-color: {p.ink if wrong else p.ink3}; }}
    QLineEdit:focus {{ border: 3px solid {p.ink if wrong else p.focus}; }}
    QLabel#field-icon {{ background: transparent; border: 0; padding: 0; }}
    """


def slider_style(theme: Theme) -> str:
    """A slider with a round knob."""
    p = theme.palette
    groove = max(6, round(theme.px(10)))
    drop = round((max(30, theme.px(38)) - groove) / 2)
    knob = groove + 2 * drop  # Qt drops a radius of more than half the height that the margins leave
    return f"""
    QSlider::groove:horizontal {{ height: {groove}px; border-radius: {groove // 2}px; background: {p.sunken}; }}
    QSlider::sub-page:horizontal {{ background: {p.primary}; border-radius: {groove // 2}px; }}
    QSlider::handle:horizontal {{ width: {knob - 6}px; height: {knob - 6}px; margin: -{drop}px 0;
        border-radius: {knob // 2}px; background: {p.card}; border: 3px solid {p.primary}; }}
    """


def scroll_style(theme: Theme) -> str:
    """A scrolled page: no frame, a thin bar."""
    p = theme.palette
    return f"""
    QScrollArea {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ width: 12px; background: transparent; margin: 2px; border: 0; }}
    QScrollBar::handle:vertical {{ background: {p.line}; border-radius: 4px; min-height: 44px; }}
    QScrollBar::handle:vertical:hover {{ background: {p.ink3}; }}
    QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
    QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
    """


def dialog_style(theme: Theme) -> str:
    """Tooltips and list views, for the application as a whole."""
    p = theme.palette
    return f"""
    QToolTip {{ background: {p.card}; color: {p.ink}; border: 2px solid {p.line}; padding: 6px; }}
    QListView {{ background: transparent; border: 0; color: {p.ink}; outline: 0; }}
    """
