"""The style of lists, trees, tables, tabs and progress."""

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.style.dress import Dress


def lists(d: Dress) -> str:
    """Gives this part of the style sheet."""
    return _lists(d) + _tables(d) + _tabs(d)


def _lists(d: Dress) -> str:
    """The rows keep clear of the ring of the focus, for which no room is made when it comes."""
    t = d.theme
    return f"""
QAbstractItemView {{ background: {t.surface}; alternate-background-color: {t.raised}; color: {t.text};
    border: {d.line}px solid {t.line}; border-radius: {Radius.M}px; gridline-color: {t.line};
    padding: {d.slack}px;
    selection-background-color: {t.accent_soft}; selection-color: {t.on_accent_soft}; outline: none; }}
QAbstractItemView:focus {{ border: {d.ring}px solid {t.focus}; padding: 0; }}
QListView::item, QTreeView::item, QTableView::item {{ padding: {d.px(Space.XS)}px; border: none; }}
QAbstractItemView::item:hover {{ background: {t.raised}; }}
QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.on_accent_soft};
    border: {d.outlined}; }}
QAbstractItemView::item:disabled {{ color: {t.disabled}; }}
QTreeView::branch {{ background: transparent; }}
QTreeView::branch:has-children:closed {{ image: url("{d.picture("chevron-right")}"); }}
QTreeView::branch:has-children:open {{ image: url("{d.picture("chevron-down")}"); }}
#section_list {{ background: transparent; border: {d.ring}px solid transparent; padding: 0; }}
#section_list:focus {{ border-color: {t.focus}; }}
#section_list::item {{ border-radius: {Radius.M}px; padding-left: {d.px(Space.S)}px; }}
#page_list::item {{ border-top-right-radius: {Radius.S}px; border-bottom-right-radius: {Radius.S}px; }}
#page_list::branch {{ image: none; }}
"""


def _tables(d: Dress) -> str:
    t = d.theme
    pad = d.px(Space.S)
    return f"""
QHeaderView {{ background: {t.raised}; border: none; }}
QHeaderView::section {{ background: {t.raised}; color: {t.muted}; border: none;
    border-bottom: {d.line}px solid {t.line}; padding: {pad}px; font-weight: 600; }}
QTableCornerButton::section {{ background: {t.raised}; border: none; }}
QProgressBar {{ background: {t.bar_track}; border: {d.line}px solid {t.bar_edge}; border-radius: {Radius.S}px;
    max-height: 8px; text-align: center; color: {t.text}; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {Radius.S - 1}px; }}
"""


def _tabs(d: Dress) -> str:
    t = d.theme
    pad, side = d.px(Space.S), d.px(Space.M)
    return f"""
QTabWidget::pane {{ border: {d.line}px solid {t.line}; border-radius: {Radius.M}px;
    background: {t.surface}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: {d.ring}px solid transparent;
    padding: {pad - d.ring}px {side - d.ring}px; font-weight: 500; margin-bottom: {d.line}px; }}
QTabBar::tab:hover {{ color: {t.text}; background: {t.raised}; border-radius: {Radius.S}px; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; border-radius: 0; }}
QTabBar::tab:focus {{ border: {d.ring}px solid {t.focus}; border-radius: {Radius.S}px; }}
QTabBar::tab:disabled {{ color: {t.disabled}; }}
"""
