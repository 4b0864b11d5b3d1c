"""The style of push buttons and tool buttons."""

from hipmap.desktop.design_tokens import TYPE, Radius, Size, Space
from hipmap.desktop.style.dress import Dress


def buttons(d: Dress) -> str:
    """Gives this part of the style sheet."""
    return _plain(d) + _primary(d) + _links(d) + _on_colour(d) + _tools(d)


def _plain(d: Dress) -> str:
    t = d.theme
    side = d.px(Space.M)
    return f"""
QPushButton, QToolButton {{ background: {t.surface}; color: {t.text}; border: {d.line}px solid {t.outline};
    border-radius: {Radius.M}px; min-height: {d.control}px; padding: {d.slack}px {side}px;
    font-weight: 500; }}
QPushButton:hover, QToolButton:hover {{ background: {t.raised}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.pressed}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.accent_soft}; color: {t.on_accent_soft};
    border-color: {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.disabled}; border-color: {t.faint}; }}
QPushButton:focus, QToolButton:focus {{ border: {d.ring}px solid {t.focus};
    padding: 0 {side - d.slack}px; }}
QPushButton::menu-indicator {{ image: url("{d.picture("chevron-down")}"); width: {d.px(14)}px;
    height: {d.px(14)}px; subcontrol-position: right center; subcontrol-origin: padding;
    right: {d.px(Space.S)}px; }}
QDialogButtonBox QPushButton {{ min-width: {d.px(72)}px; }}
"""


def _primary(d: Dress) -> str:
    t = d.theme
    return f"""
QPushButton:default, QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent};
    border-color: {t.accent}; font-weight: 600; }}
QPushButton:default:hover, QPushButton[kind="primary"]:hover {{ background: {t.accent_hover}; }}
QPushButton:default:pressed, QPushButton[kind="primary"]:pressed {{ background: {t.accent_hover}; }}
QPushButton:default:disabled, QPushButton[kind="primary"]:disabled {{ background: {t.raised};
    color: {t.disabled}; border-color: {t.faint}; }}
QPushButton:default:focus, QPushButton[kind="primary"]:focus {{ {d.ring_round(t.focus)} }}
QPushButton[kind="danger"] {{ background: {t.surface}; color: {t.on_danger_soft}; border-color: {t.danger};
    font-weight: 600; }}
QPushButton[kind="danger"]:hover {{ background: {t.danger_soft}; }}
QPushButton[kind="danger"]:disabled {{ color: {t.disabled}; border-color: {t.faint}; }}
QPushButton[kind="danger"]:focus {{ border-color: {t.focus}; }}
"""


def _links(d: Dress) -> str:
    t = d.theme
    side = d.px(Space.S)
    return f"""
QPushButton[kind="link"] {{ border: {d.line}px solid transparent; background: transparent; color: {t.accent};
    font-weight: 600; padding: {d.slack}px {side}px; }}
QPushButton[kind="link"]:hover {{ background: {t.accent_soft}; color: {t.on_accent_soft}; }}
QPushButton[kind="link"]:disabled {{ color: {t.disabled}; }}
QPushButton[kind="link"]:focus {{ border: {d.ring}px solid {t.focus}; padding: 0 {side - d.slack}px; }}
QPushButton[kind="link"][flush="true"] {{ padding: {d.slack}px 0;
    min-height: {d.inside(Size.SMALL_CONTROL)}px; }}
QPushButton[kind="link"][flush="true"][tall="true"] {{ min-height: {d.control}px; }}
QPushButton[kind="link"][flush="true"]:hover {{ background: transparent; color: {t.accent_hover};
    text-decoration: underline; }}
QPushButton[kind="link"][flush="true"]:focus {{ padding: 0 1px; }}
"""


def _on_colour(d: Dress) -> str:
    t = d.theme
    return f"""
QPushButton[kind="on_danger"] {{ background: {t.on_danger}; color: {t.danger}; border-color: {t.on_danger};
    font-weight: 600; }}
QPushButton[kind="on_danger"]:focus {{ {d.ring_round(t.on_danger)} }}
QPushButton[kind="quiet_on_danger"], QPushButton[kind="quiet_on_amber"] {{ background: transparent;
    border: {d.line}px solid transparent; min-height: {d.px(20)}px; padding: {d.slack}px 0; text-align: left;
    text-decoration: underline; font-size: {d.px(TYPE["caption"][0])}px; }}
QPushButton[kind="quiet_on_danger"] {{ color: {t.on_danger}; }}
QPushButton[kind="quiet_on_amber"] {{ color: {t.on_amber}; }}
QPushButton[kind="quiet_on_danger"]:focus {{ border: {d.ring}px solid {t.on_danger}; padding: 0; }}
QPushButton[kind="quiet_on_amber"]:focus {{ border: {d.ring}px solid {t.on_amber}; padding: 0; }}
"""


def _tools(d: Dress) -> str:
    t = d.theme
    return f"""
QToolButton[kind="icon"] {{ border: {d.line}px solid transparent; background: transparent;
    padding: {d.slack}px; min-width: {d.control}px; }}
QToolButton[kind="icon"]:hover {{ background: {t.raised}; }}
QToolButton[kind="icon"]:pressed {{ background: {t.pressed}; }}
QToolButton[kind="icon"]:checked {{ background: {t.accent_soft}; border-color: {t.accent}; }}
QToolButton[kind="icon"]:focus {{ border: {d.ring}px solid {t.focus}; padding: 0; }}
QToolButton::menu-indicator {{ image: none; }}
"""
