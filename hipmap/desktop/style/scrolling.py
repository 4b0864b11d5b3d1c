"""The style of scroll bars."""

from hipmap.desktop.style.dress import Dress

WIDE = 10  # stands in the margins, which do not grow with the text
GAP = 3


def scrolling(d: Dress) -> str:
    """Gives this part of the style sheet."""
    t = d.theme
    gap = GAP if d.line == 1 else 1
    thick = WIDE - 2 * gap
    return f"""
QScrollBar:vertical {{ background: transparent; border: none; width: {WIDE}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; border: none; height: {WIDE}px; margin: 0; }}
QScrollBar::handle {{ background: {t.edge}; border: none; border-radius: {thick // 2}px; }}
QScrollBar::handle:vertical {{ margin: 0 {gap}px; min-height: {d.px(36)}px; }}
QScrollBar::handle:horizontal {{ margin: {gap}px 0; min-width: {d.px(36)}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {t.muted}; }}
#urgency QScrollArea[on="danger"] QScrollBar::handle {{ background: {t.on_danger}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
