"""The style of what things stand on: windows, cards, bars, messages and tool tips."""

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.style.dress import Dress


def surfaces(d: Dress) -> str:
    """Gives this part of the style sheet."""
    t = d.theme
    return f"""
QMainWindow, QDialog, #content {{ background: {t.ground}; }}
QMessageBox, QDialog[kind="sheet"] {{ background: {t.surface}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QFrame[kind="card"] {{ background: {t.surface}; border: {d.line}px solid {t.line};
    border-radius: {Radius.L}px; }}
QFrame#how_to {{ border-color: {t.edge}; }}
QFrame[kind="rule"] {{ background: {t.line}; border: none; max-height: {d.line}px; min-height: {d.line}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; border: none; }}
QFrame[kind="bar"], #top_bar, #page_bar {{ background: {t.surface}; border: none;
    border-bottom: {d.line}px solid {t.line}; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: {d.line}px solid {t.text};
    border-radius: {Radius.S}px; padding: {d.px(Space.XS)}px {d.px(Space.S)}px; }}
QFrame[kind="message"] {{ border: {d.outlined}; border-radius: {Radius.M}px; background: {t.amber_soft}; }}
QFrame[kind="message"] QLabel {{ color: {t.on_amber_soft}; }}
QFrame[kind="message"][tone="calm"] {{ background: {t.accent_soft}; }}
QFrame[kind="message"][tone="calm"] QLabel {{ color: {t.on_accent_soft}; }}
QStatusBar {{ background: {t.surface}; color: {t.muted}; }}
QSplitter {{ background: transparent; }}
QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:hover, QSplitter::handle:pressed {{ background: {t.accent}; }}
QSplitter::handle:horizontal {{ width: {d.line}px; }}
QSplitter::handle:vertical {{ height: {d.line}px; }}
QSizeGrip {{ background: transparent; }}
"""
