"""The style of labels in the roles of the type scale."""

from hipmap.desktop.design_tokens import TYPE, Radius, Space
from hipmap.desktop.style.dress import Dress

# Tones of a label, and the colour of the theme that each is.
TONES = {
    "muted": "muted",
    "accent": "accent",
    "danger": "on_danger_soft",
    "soft": "on_accent_soft",
    "on_danger": "on_danger",
    "on_amber": "on_amber",
    "on_amber_soft": "on_amber_soft",
    "on_green_soft": "on_green_soft",
}


def texts(d: Dress) -> str:
    """Gives this part of the style sheet."""
    sizes = "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {d.px(pixels)}px; font-weight: {weight}; }}'
        for role, (pixels, weight) in TYPE.items()
    )
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {getattr(d.theme, colour)}; }}' for tone, colour in TONES.items()
    )
    return f"""
QLabel {{ background: transparent; color: {d.theme.text}; }}
QLabel:disabled {{ color: {d.theme.disabled}; }}
{sizes}
{tones}
QLabel[kind="key"] {{ background: {d.theme.raised}; border: {d.line}px solid {d.theme.outline};
    border-bottom-width: {d.line + 1}px; border-radius: {Radius.S}px; padding: {Space.HAIR}px {d.px(7)}px; }}
"""
