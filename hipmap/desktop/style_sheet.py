"""The Qt style sheet, made from the design tokens, for every stock widget that the window uses."""

from hipmap.desktop.design_tokens import Theme
from hipmap.desktop.style.buttons import buttons
from hipmap.desktop.style.choices import choices
from hipmap.desktop.style.dress import Dress
from hipmap.desktop.style.fields import fields
from hipmap.desktop.style.lists import lists
from hipmap.desktop.style.menus import menus
from hipmap.desktop.style.scrolling import scrolling
from hipmap.desktop.style.surfaces import surfaces
from hipmap.desktop.style.texts import texts

# Where two say something of the same widget, the later one holds.
PARTS = (surfaces, texts, buttons, lists, fields, scrolling, menus, choices)


def style_sheet(theme: Theme, text_scale: float) -> str:
    """Gives the whole style sheet for a theme and a text size."""
    dress = Dress(theme, text_scale)
    return "\n".join(part(dress) for part in PARTS)
