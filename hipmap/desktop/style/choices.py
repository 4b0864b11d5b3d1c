"""The style of check boxes, radio buttons and groups."""

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.style.dress import Dress


def choices(d: Dress) -> str:
    """Gives this part of the style sheet."""
    t = d.theme
    box = d.px(Size.ICON + 2)
    round_ = box // 2 + d.line
    return f"""
QCheckBox, QRadioButton {{ background: transparent; color: {t.text}; spacing: {d.px(Space.S)}px;
    min-height: {d.px(Size.CONTROL)}px; padding: 0 {Space.HAIR}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.disabled}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px;
    border: {d.line}px solid {t.edge}; background: {t.surface}; border-radius: {Radius.S}px; }}
QRadioButton::indicator {{ border-radius: {round_}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ background: {t.raised}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url("{d.picture("check")}"); }}
QCheckBox::indicator:indeterminate {{ background: {t.accent_soft}; border-color: {t.accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.faint};
    background: {t.ground}; }}
QCheckBox::indicator:checked:disabled {{ background: {t.faint}; }}
QRadioButton::indicator:checked {{ width: {box - 2 * (box // 3) + 2 * d.line}px;
    height: {box - 2 * (box // 3) + 2 * d.line}px; border: {box // 3}px solid {t.accent};
    border-radius: {round_}px; }}
QRadioButton::indicator:checked:disabled {{ border-color: {t.faint}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.text}; outline: none;
    border: {d.ring}px solid {t.focus}; border-radius: {Radius.S}px; padding: 0;
    margin: 0; }}
QGroupBox {{ border: {d.line}px solid {t.line}; border-radius: {Radius.M}px; color: {t.text};
    margin-top: {d.px(Space.L)}px; padding-top: {d.px(Space.S)}px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: {d.px(Space.S)}px; padding: 0 {Space.XS}px; }}
"""
