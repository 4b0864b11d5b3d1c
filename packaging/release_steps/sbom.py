"""The list of parts as CycloneDX 1.6 JSON; the same parts give the same bytes."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import Any

from release_steps.parts import Part
from release_steps.release import NAME, SUMMARY, Release

FILE_NAME = "sbom.cdx.json"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "hipmap sbom")


def sbom_text(parts: list[Part], release: Release, artefact: str, knowledge: str) -> str:
    """The list for one artefact, without chance: its serial number comes from what it says."""
    own = _component(Part(NAME, release.version, "Apache-2.0", purl=f"pkg:generic/{NAME}@{release.version}"))
    own |= {"type": "application", "description": SUMMARY}
    listed: dict[str, dict[str, Any]] = {}
    for part in parts:
        component = _component(part)
        listed.setdefault(component["bom-ref"], component)
    components = [listed[ref] for ref in sorted(listed)]
    told: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(release.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": own,
            "properties": [
                {"name": "hipmap:artefact", "value": artefact},
                {"name": "hipmap:knowledge", "value": knowledge},
            ],
        },
        "components": components,
        "dependencies": _dependencies(parts, own["bom-ref"]),
    }
    said = json.dumps(told, sort_keys=True)
    numbered = {"serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, said)}", **told}
    return json.dumps(numbered, indent=1, ensure_ascii=False) + "\n"


def _ref(part: Part) -> str:
    return part.purl or f"part:{part.within}/{part.name}@{part.version}"


def _component(part: Part) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": _ref(part),
        "name": part.name,
        "licenses": [{"expression": part.licence}],
    }
    told |= _versioned(part)
    if part.purl:
        told["purl"] = part.purl
    if part.authors:
        told["authors"] = [{"name": part.authors}]
    references: list[dict[str, Any]] = []
    if part.source:
        references.append({"type": "website", "url": part.source})
    if part.purl.startswith("pkg:pypi/"):
        # The lock allows one file for each system; this artefact holds one of them.
        hashes = [{"alg": "SHA-256", "content": digest} for digest in part.sha256]
        references.append({"type": "distribution", "url": part.purl, "hashes": hashes})
    elif len(part.sha256) == 1:
        told["hashes"] = [{"alg": "SHA-256", "content": part.sha256[0]}]
    if references:
        told["externalReferences"] = references
    return told


def _versioned(part: Part) -> dict[str, Any]:
    """Its version; a file that does not tell its own is the one of what it came with, which is no version."""
    if part.version:
        return {"version": part.version}
    return (
        {"properties": [{"name": "hipmap:version", "value": f"the one of {part.as_in}"}]}
        if part.as_in
        else {}
    )


def _dependencies(parts: list[Part], own: str) -> list[dict[str, Any]]:
    """Packages hang on hipmap; what lies inside a package hangs on that."""
    by_name = {
        part.name.lower().replace("_", "-"): _ref(part) for part in parts if part.purl.startswith("pkg:pypi/")
    }
    below: dict[str, set[str]] = {own: set()}
    for part in parts:
        parent = by_name.get(part.within.lower().replace("_", "-"), own)
        below.setdefault(parent, set()).add(_ref(part))
        below.setdefault(_ref(part), set())
    return [{"ref": ref, "dependsOn": sorted(on - {ref})} for ref, on in sorted(below.items())]
