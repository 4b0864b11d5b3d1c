"""The style of the guide at home: larger words, taller buttons, and quiet boxes for what matters."""

from hipmap.desktop.design_tokens import TYPE, Radius, Size, Space, Theme, scaled

LINE = 1.15
"""A line of words is at least so much taller than its letters."""
READING_WIDTH = 760
"""Lines no longer than this can be read without losing one's place."""
WIDE = 1200
"""The map and the result may take more."""


def home_style(t: Theme, scale: float) -> str:
    """Gives the style sheet of the guide, which stands on top of that of the program."""
    large, note = (scaled(TYPE[role][0], scale) for role in ("large", "large_note"))
    tall, side = scaled(Size.TARGET, scale) - 4, scaled(Space.L, scale)
    pad = -(-(tall + 4 - round(note * LINE)) // 2)  # makes each entry of a menu as tall
    # The fill draws back from the ring, so that it is seen on any fill.
    ring = f"background-clip: padding; border: {t.ring_width}px solid"
    return f"""
#guide_header, #guide_bar {{ background: {t.surface}; border: none; }}
#guide_header {{ border-bottom: {t.line_width}px solid {t.line}; }}
#guide_bar {{ border-top: {t.line_width}px solid {t.line}; }}
QPushButton[home="true"] {{ font-size: {large}px; min-height: {tall}px; padding: 1px {side}px; }}
QPushButton[home="true"][kind="link"] {{ font-size: {note}px; padding: 1px {Space.S}px; }}
QPushButton[home="true"]:focus {{ padding: 0 {side - 1}px; }}
QPushButton[home="true"][kind="link"]:focus {{ padding: 0 {Space.S - 1}px; }}
QPushButton[home="true"][kind="danger"] {{ background: {t.danger}; color: {t.on_danger};
    border-color: {t.danger}; font-weight: 600; }}
QPushButton[home="true"][kind="on_danger"] {{ background: {t.on_danger}; color: {t.danger};
    border-color: {t.on_danger}; }}
QPushButton[home="true"][kind="on_amber"] {{ background: {t.on_amber}; color: {t.amber};
    border-color: {t.on_amber}; font-weight: 600; }}
QPushButton[home="true"][kind="danger"]:focus {{ {ring} {t.focus}; }}
QPushButton[home="true"][kind="on_danger"]:focus {{ {ring} {t.on_danger}; }}
QPushButton[home="true"][kind="on_amber"]:focus {{ {ring} {t.on_amber}; }}
{_boxes(t)}QMenu[home="true"]::item {{ font-size: {note}px; padding: {pad}px {side}px; }}
QLineEdit[home="true"] {{ font-size: {note}px; min-height: {tall}px; }}
"""


def _boxes(t: Theme) -> str:
    """Gives the style of the boxes, by what stands in them."""
    return f"""QFrame[box] {{ border: none; border-radius: {Radius.M}px; background: {t.raised}; }}
QFrame[box="stop"] {{ background: {t.danger_soft}; }}
QFrame[box="stop"] QLabel {{ color: {t.on_danger_soft}; }}
QFrame[box="watch"] {{ background: {t.amber_soft}; }}
QFrame[box="watch"] QLabel {{ color: {t.on_amber_soft}; }}
QFrame[box="calm"] {{ background: {t.accent_soft}; }}
QFrame[box="calm"] QLabel {{ color: {t.on_accent_soft}; }}
QFrame[box="emergency_now"] {{ background: {t.danger}; }}
QFrame[box="emergency_now"] QLabel {{ color: {t.on_danger}; }}
QFrame[box="same_day"] {{ background: {t.amber}; }} QFrame[box="same_day"] QLabel {{ color: {t.on_amber}; }}
QFrame[box="within_2_weeks"] {{ background: {t.amber_soft}; }}
QFrame[box="within_2_weeks"] QLabel {{ color: {t.on_amber_soft}; }}
QFrame[box="routine"] {{ background: {t.accent_soft}; }}
QFrame[box="routine"] QLabel {{ color: {t.on_accent_soft}; }}
QFrame[flat="true"] {{ border-radius: 0; }}
"""
