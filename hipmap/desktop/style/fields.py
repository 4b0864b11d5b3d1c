"""The style of fields to write in, to choose from and to slide."""

from hipmap.desktop.design_tokens import TYPE, Radius, Size, Space
from hipmap.desktop.style.dress import Dress

FIELDS = ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QPlainTextEdit", "QTextEdit", "QTextBrowser")

MONOSPACED = '"DejaVu Sans Mono", "Liberation Mono", Consolas, Menlo, monospace'
"""What other programs read is seen with letters of one width."""


def fields(d: Dress) -> str:
    """Gives this part of the style sheet."""
    return _fields(d) + _combo_boxes(d) + _sliders(d)


def _fields(d: Dress) -> str:
    t = d.theme
    side = d.px(Space.S)
    every = ", ".join(FIELDS)
    focused = ", ".join(f"{name}:focus" for name in FIELDS)
    disabled = ", ".join(f"{name}:disabled" for name in FIELDS)
    return f"""
{every} {{ background: {t.surface}; color: {t.text}; border: {d.line}px solid {t.edge};
    border-radius: {Radius.M}px; min-height: {d.px(Size.CONTROL) - 2 * d.line}px; padding: 0 {side}px;
    placeholder-text-color: {t.muted}; selection-background-color: {t.accent};
    selection-color: {t.on_accent}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; min-height: 0;
    padding: 0 {side}px; }}
QTextBrowser {{ border-color: {t.line}; padding: {side}px; }}
QPlainTextEdit[kind="code"] {{ font-family: "DejaVu Sans Mono", "Consolas", "Menlo", monospace;
    font-size: {d.px(TYPE["caption"][0])}px; padding: {Space.XS}px; }}
QPlainTextEdit[kind="code"]:focus {{ padding: {Space.XS - d.slack}px; }}
{focused} {{ border: {d.ring}px solid {t.focus}; padding: 0 {side - d.slack}px; }}
{disabled} {{ background: {t.ground}; color: {t.disabled}; border-color: {t.faint}; }}
QTextBrowser:focus {{ padding: {side - d.slack}px; }}
QLineEdit QToolButton {{ border: none; background: transparent; min-height: 0; padding: 0; margin: 0; }}
QLineEdit[wrong="true"] {{ border: {d.ring}px solid {t.danger}; padding: 0 {side - d.slack}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QPlainTextEdit#written {{ font-family: {MONOSPACED}; border: {d.ring}px solid transparent;
    padding: 0 {side}px; }}
QPlainTextEdit#written:focus {{ border-color: {t.focus}; padding: 0 {side}px; }}
QTextBrowser#reading {{ border: {d.ring}px solid {t.surface}; padding: 0; background: {t.surface};
    border-radius: 0; }}
QTextBrowser#reading:focus {{ border: {d.ring}px solid {t.surface}; padding: 0; }}
QTextBrowser#reading[ring="true"]:focus {{ border-color: {t.focus}; }}
"""


def _combo_boxes(d: Dress) -> str:
    t = d.theme
    side = d.px(Space.S)
    return f"""
QComboBox {{ combobox-popup: 0; }}
QComboBox:hover {{ background: {t.raised}; }}
QComboBox::drop-down {{ border: none; width: {d.px(24)}px; }}
QComboBox::down-arrow {{ image: url("{d.picture("chevron-down")}"); width: {d.px(14)}px;
    height: {d.px(14)}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: {d.line}px solid {t.outline};
    selection-background-color: {t.accent_soft}; selection-color: {t.on_accent_soft}; outline: none;
    padding: {Space.XS}px; }}
QComboBox QAbstractItemView::item {{ min-height: {d.px(Size.CONTROL)}px; padding: 0 {side}px;
    border-radius: {Radius.S}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.on_accent_soft}; }}
"""


def _sliders(d: Dress) -> str:
    t = d.theme
    track, knob = d.px(6), d.px(20)
    over = (knob - track) // 2
    return f"""
QSlider {{ min-height: {d.px(Size.CONTROL)}px; background: transparent; }}
QSlider::groove:horizontal {{ height: {track}px; background: {t.bar_track};
    border: {d.line}px solid {t.bar_edge}; border-radius: {track // 2}px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: {track // 2}px;
    border: {d.line}px solid {t.accent}; }}
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{ background: {t.faint};
    border-color: {t.faint}; }}
QSlider::handle:horizontal {{ width: {knob - 4}px; height: {knob - 4}px; margin: -{over}px 0;
    background: {t.surface}; border: 2px solid {t.accent}; border-radius: {knob // 2}px; }}
QSlider::handle:horizontal:hover {{ background: {t.accent_soft}; }}
QSlider::handle:horizontal:focus {{ border: {d.ring + 1}px solid {t.focus}; }}
"""
