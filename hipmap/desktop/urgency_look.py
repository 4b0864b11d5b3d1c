"""The icons and colours of each tier of urgency."""

from hipmap.desktop.design_tokens import Theme
from hipmap.model.conditions import Tier

ICONS: dict[Tier, str] = {
    "emergency_now": "siren",
    "same_day": "triangle-alert",
    "within_2_weeks": "calendar-clock",
    "routine": "clock",
    "none_found": "shield-check",
}


def colours(tier: Tier, settled: bool, theme: Theme) -> tuple[str, str, str]:
    """Gives ground, ink and the name of the ink's tone; green is only for what was really asked."""
    if tier == "none_found" and not settled:
        return theme.surface, theme.text, ""
    return {
        "emergency_now": (theme.danger, theme.on_danger, "on_danger"),
        "same_day": (theme.amber, theme.on_amber, "on_amber"),
        "within_2_weeks": (theme.amber_soft, theme.on_amber_soft, "on_amber_soft"),
        "routine": (theme.accent_soft, theme.on_accent_soft, "soft"),
        "none_found": (theme.green_soft, theme.on_green_soft, "on_green_soft"),
    }[tier]
