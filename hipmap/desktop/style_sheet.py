"""The Qt style sheet, made from the design tokens, for every stock widget that the window uses."""

from hipmap.desktop.design_tokens import TYPE, Radius, Size, Space, Theme, scaled
from hipmap.storage.assets import asset


def style_sheet(theme: Theme, text_scale: float) -> str:
    """Gives the whole style sheet for a theme and a text size."""
    parts = (_surfaces, _texts, _buttons, _inputs, _scroll_bars, _menus, _tabs_and_tables, _choices)
    return "\n".join(part(theme, text_scale) for part in parts)


def _picture(name: str, theme: Theme) -> str:
    return asset(f"style/{name}-{theme.name}.svg").as_posix()


def _surfaces(t: Theme, scale: float) -> str:
    return f"""
QMainWindow, QDialog, #content {{ background: {t.ground}; }}
QMessageBox, QDialog[kind="sheet"] {{ background: {t.surface}; }}
QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {Radius.L}px; }}
QFrame[kind="rule"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; border: none; }}
#top_bar {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.line}; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: none; border-radius: {Radius.S}px;
    padding: {scaled(Space.XS, scale)}px {scaled(Space.S, scale)}px; }}
QFrame[kind="message"] {{ border: none; border-radius: {Radius.M}px; background: {t.amber_soft}; }}
QFrame[kind="message"] QLabel {{ color: {t.on_amber_soft}; }}
QFrame[kind="message"][tone="calm"] {{ background: {t.accent_soft}; }}
QFrame[kind="message"][tone="calm"] QLabel {{ color: {t.on_accent_soft}; }}
"""


def _texts(t: Theme, scale: float) -> str:
    sizes = "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {scaled(pixels, scale)}px; font-weight: {weight}; }}'
        for role, (pixels, weight) in TYPE.items()
    )
    return f"""
QLabel {{ background: transparent; color: {t.text}; }}
{sizes}
QLabel[tone="muted"] {{ color: {t.muted}; }}
QLabel[tone="accent"] {{ color: {t.accent}; }}
QLabel[tone="danger"] {{ color: {t.on_danger_soft}; }}
QLabel[tone="soft"] {{ color: {t.on_accent_soft}; }}
QLabel[tone="on_danger"] {{ color: {t.on_danger}; }}
QLabel[tone="on_amber"] {{ color: {t.on_amber}; }}
QLabel[tone="on_amber_soft"] {{ color: {t.on_amber_soft}; }}
QLabel[tone="on_green_soft"] {{ color: {t.on_green_soft}; }}
"""


def _buttons(t: Theme, scale: float) -> str:
    tall = scaled(Size.CONTROL, scale) - 4
    low = scaled(Size.SMALL_CONTROL, scale) - 4
    side = scaled(Space.M, scale)
    return f"""
QPushButton, QToolButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.outline};
    border-radius: {Radius.M}px; min-height: {tall}px; padding: 1px {side}px; font-weight: 500; }}
QPushButton:hover, QToolButton:hover {{ background: {t.raised}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.line}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.edge}; }}
QPushButton:default, QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent};
    border-color: {t.accent}; font-weight: 600; }}
QPushButton:default:hover, QPushButton[kind="primary"]:hover {{ background: {t.accent_hover}; }}
QPushButton[kind="link"] {{ border: 1px solid transparent; background: transparent; color: {t.accent};
    font-weight: 600; padding: 1px {scaled(Space.S, scale)}px; }}
QPushButton[kind="link"]:hover {{ background: {t.accent_soft}; color: {t.on_accent_soft}; }}
QPushButton[kind="link"][flush="true"] {{ padding: 1px 0; min-height: {low}px; }}
QPushButton[kind="link"][flush="true"]:hover {{ background: transparent; color: {t.accent_hover};
    text-decoration: underline; }}
QPushButton[kind="on_danger"] {{ background: {t.on_danger}; color: {t.danger}; border-color: {t.on_danger};
    font-weight: 600; }}
QPushButton[kind="quiet_on_danger"], QPushButton[kind="quiet_on_amber"] {{ background: transparent;
    border: 1px solid transparent; min-height: {scaled(20, scale)}px; padding: 1px 0; text-align: left;
    text-decoration: underline; font-size: {scaled(TYPE["caption"][0], scale)}px; }}
QPushButton[kind="quiet_on_danger"] {{ color: {t.on_danger}; }}
QPushButton[kind="quiet_on_amber"] {{ color: {t.on_amber}; }}
QToolButton[kind="icon"] {{ border: 1px solid transparent; background: transparent; padding: 1px;
    min-width: {tall}px; }}
QToolButton[kind="icon"]:hover {{ background: {t.raised}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton:focus, QToolButton:focus, QToolButton[kind="icon"]:focus, QPushButton[kind="link"]:focus
    {{ border: 2px solid {t.focus}; padding-left: {side - 1}px; padding-right: {side - 1}px; }}
QToolButton[kind="icon"]:focus {{ padding: 0; }}
QPushButton[kind="link"][flush="true"]:focus {{ padding: 0 1px; }}
QPushButton[kind="quiet_on_danger"]:focus {{ border: 2px solid {t.on_danger}; padding: 0; }}
QPushButton[kind="quiet_on_amber"]:focus {{ border: 2px solid {t.on_amber}; padding: 0; }}
QDialogButtonBox QPushButton {{ min-width: {scaled(72, scale)}px; }}
"""


def _inputs(t: Theme, scale: float) -> str:
    tall = scaled(Size.CONTROL, scale) - 4
    side = scaled(Space.S, scale)
    fields = "QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit, QTextBrowser"
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    return f"""
{fields} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.edge}; border-radius: {Radius.M}px;
    min-height: {tall}px; padding: 0 {side}px; selection-background-color: {t.accent};
    selection-color: {t.on_accent}; }}
QTextBrowser {{ border-color: {t.line}; padding: {side}px; }}
{focused} {{ border: 2px solid {t.focus}; padding: 0 {side - 1}px; }}
QLineEdit QToolButton {{ border: none; background: transparent; min-height: 0; padding: 0; margin: 0; }}
QLineEdit[wrong="true"] {{ border: 2px solid {t.danger}; padding: 0 {side - 1}px; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {t.edge}; border-color: {t.line}; }}
QComboBox::drop-down {{ border: none; width: {scaled(24, scale)}px; }}
QComboBox::down-arrow {{ image: url("{_picture("chevron-down", t)}"); width: {scaled(14, scale)}px;
    height: {scaled(14, scale)}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line};
    selection-background-color: {t.accent_soft}; selection-color: {t.on_accent_soft}; outline: none;
    padding: {Space.XS}px; }}
QComboBox QAbstractItemView::item {{ min-height: {scaled(Size.CONTROL, scale)}px; padding: 0 {side}px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button
    {{ width: 0; border: none; }}
"""


def _scroll_bars(t: Theme, scale: float) -> str:
    wide = 10  # stands in the margins, which do not grow with the text
    return f"""
QScrollBar:vertical {{ background: transparent; width: {wide}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {wide}px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border: 2px solid {t.surface}; border-radius: {wide // 2}px; }}
#urgency QScrollArea QScrollBar::handle {{ border: none; margin: 0 3px; border-radius: 2px;
    background: {t.edge}; }}
#urgency QScrollArea[on="danger"] QScrollBar::handle {{ background: {t.on_danger}; }}
QScrollBar::handle:vertical {{ min-height: {scaled(36, scale)}px; }}
QScrollBar::handle:horizontal {{ min-width: {scaled(36, scale)}px; }}
QScrollBar::handle:hover {{ background: {t.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _menus(t: Theme, scale: float) -> str:
    pad = scaled(6, scale)
    return f"""
QMenuBar {{ background: transparent; color: {t.text}; border: none; spacing: 0; padding: 0; }}
QMenuBar::item {{ background: transparent; border-radius: {Radius.M}px;
    padding: {pad}px {scaled(10, scale)}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.raised}; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; border-radius: {Radius.M}px;
    padding: {Space.XS}px; }}
QMenu::item {{ border-radius: {Radius.S}px;
    padding: {pad}px {scaled(28, scale)}px {pad}px {scaled(24, scale)}px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.on_accent_soft}; }}
QMenu::item:disabled {{ color: {t.edge}; }}
QMenu::separator {{ background: {t.line}; height: 1px; margin: {Space.XS}px {Space.S}px; }}
QMenu::indicator {{ width: {scaled(12, scale)}px; height: {scaled(12, scale)}px; left: {scaled(6, scale)}px;
    border-radius: {scaled(6, scale)}px; }}
QMenu::indicator:checked {{ background: {t.accent}; }}
"""


def _tabs_and_tables(t: Theme, scale: float) -> str:
    pad = scaled(Space.S, scale)
    return f"""
QTabWidget::pane {{ border: 1px solid {t.line}; border-radius: {Radius.M}px; background: {t.surface}; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: none; border-bottom: 2px solid transparent;
    padding: {pad}px {scaled(Space.M, scale)}px; font-weight: 500; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:focus {{ border-bottom-color: {t.focus}; }}
QAbstractItemView {{ background: {t.surface}; alternate-background-color: {t.raised}; color: {t.text};
    border: 1px solid {t.line}; border-radius: {Radius.M}px; gridline-color: {t.line};
    selection-background-color: {t.accent_soft}; selection-color: {t.on_accent_soft}; outline: none; }}
#page_list:focus {{ border: 2px solid {t.focus}; }}
#page_bar {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.line}; }}
#page_list::item {{ min-height: {scaled(Size.SMALL_CONTROL, scale)}px;
    border-top-right-radius: {Radius.S}px; border-bottom-right-radius: {Radius.S}px; }}
#page_list::item:hover {{ background: {t.raised}; }}
#page_list::item:selected {{ background: {t.accent_soft}; color: {t.on_accent_soft}; }}
#page_list::branch {{ background: transparent; image: none; }}
QTextBrowser#reading {{ border: 2px solid {t.surface}; padding: 0; background: {t.surface};
    border-radius: 0; }}
QTextBrowser#reading:focus {{ border: 2px solid {t.surface}; padding: 0; }}
QTextBrowser#reading[ring="true"]:focus {{ border-color: {t.focus}; }}
QHeaderView::section {{ background: {t.raised}; color: {t.muted}; border: none;
    border-bottom: 1px solid {t.line}; padding: {pad}px; font-weight: 600; }}
QProgressBar {{ background: {t.bar_track}; border: none; border-radius: {Radius.S}px; max-height: 6px;
    text-align: center; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {Radius.S}px; }}
QSplitter::handle {{ background: {t.line}; }}
QStatusBar {{ background: {t.surface}; color: {t.muted}; }}
"""


def _choices(t: Theme, scale: float) -> str:
    box = scaled(Size.ICON, scale)
    return f"""
QCheckBox, QRadioButton {{ background: transparent; color: {t.text}; spacing: {scaled(Space.S, scale)}px;
    min-height: {scaled(Size.SMALL_CONTROL, scale)}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; border: 1px solid {t.edge};
    background: {t.surface}; border-radius: {Radius.S}px; }}
QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url("{_picture("check", t)}"); }}
QRadioButton::indicator:checked {{ border: {box // 3}px solid {t.accent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.focus}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {t.focus}; }}
QGroupBox {{ border: 1px solid {t.line}; border-radius: {Radius.M}px;
    margin-top: {scaled(Space.L, scale)}px; }}
"""
