"""Holds a list of parts against the schema of CycloneDX 1.6; run by the environment of the build."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def main(path: Path) -> int:
    """1 and what is wrong, for a list that does not hold to the schema."""
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(path.read_text(encoding="utf-8"))
    if problem is not None:
        # Its whole text repeats the schema.
        why = str(problem).splitlines()[0]
        print(f"{path.name} is no valid CycloneDX 1.6: {why}", file=sys.stderr)
    return int(problem is not None)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
