"""The style of menus and the menu bar."""

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.style.dress import Dress


def menus(d: Dress) -> str:
    """Gives this part of the style sheet."""
    t = d.theme
    pad, dot = d.px(6), d.px(10)
    return f"""
QMenuBar {{ background: transparent; color: {t.text}; border: none; spacing: 0; padding: 0; }}
QMenuBar::item {{ background: transparent; border-radius: {Radius.M}px; padding: {pad}px {d.px(10)}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.accent_soft}; color: {t.on_accent_soft}; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: {d.line}px solid {t.outline};
    padding: {Space.XS}px; }}
QMenu::item {{ border: {d.line}px solid transparent; border-radius: {Radius.S}px;
    padding: {pad - 1}px {d.px(Space.XL)}px {pad - 1}px {d.px(28)}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.on_accent_soft};
    border-color: {t.accent_soft if d.line == 1 else t.accent}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::icon {{ left: {d.px(6)}px; }}
QMenu::separator {{ background: {t.line}; height: {d.line}px; margin: {Space.XS}px {Space.S}px; }}
QMenu::indicator {{ width: {dot}px; height: {dot}px; left: {d.px(9)}px; border-radius: {dot // 2}px; }}
QMenu::indicator:checked {{ background: {t.accent}; }}
QMenu::right-arrow {{ image: url("{d.picture("chevron-right")}"); width: {d.px(14)}px; height: {d.px(14)}px;
    right: {d.px(6)}px; }}
"""
