"""Reads the zone table of the body map."""

from hipmap.model.body import Body, Zone
from hipmap.model.problems import BadInput, Problem
from hipmap.storage.assets import asset
from hipmap.storage.rows import rows_of
from hipmap.storage.strict_yaml import parse_yaml

ZONE_TABLE = "body/zones.yaml"


def load_body() -> Body:
    """Gives the body map; BadInput names the row and field that is wrong."""
    problems: list[Problem] = []
    body = body_from(asset(ZONE_TABLE).read_bytes(), problems)
    if problems:
        raise BadInput(str(problems[0]))
    return body


def body_from(text: bytes, problems: list[Problem]) -> Body:
    """Gives the body map of a zone table's text; what is wrong is added to `problems`."""
    return Body(zones=rows_of(parse_yaml(text, ZONE_TABLE), "zones", Zone, ZONE_TABLE, problems))
