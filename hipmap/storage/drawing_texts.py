"""The words of the drawings: what a person hears who does not see them."""

import json

from hipmap.storage.assets import asset

TABLE = "body/poses/poses.json"


def drawing_texts() -> dict[str, str]:
    """Gives what each drawing shows, by the id of that text; nothing where the table is damaged."""
    try:
        table = json.loads(asset(TABLE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    rows = table.items() if isinstance(table, dict) else ()
    return {text_id(name): str(row["alt"]) for name, row in rows if isinstance(row, dict) and "alt" in row}


def text_id(name: str) -> str:
    """Gives the id of the words of a drawing."""
    return f"drawing.{name}.words"
