"""Overlay files as a clinic would write them, for the tests."""

from pathlib import Path

GOOD = """
schema: hipmap-overlay/1
clinic: Seaside Physio
version: "3"
sources:
  - {id: seaside_audit_2026, citation: "Seaside Physio. Own audit of 240 visits, 2026", read: verified}
findings:
  - id: pain_on_the_bus
    kind: aggravating
    who: both
    patient: Does it hurt on the bus?
    clinician: Worse on the bus
    background: {kind: judged, p: 0.2}
    cells:
      hip_osteoarthritis: often
figures:
  - finding: limp
    condition: hip_osteoarthritis
    cell: {kind: published, p: 0.71, n: 240, source: seaside_audit_2026}
    why: Counted in our own visits.
places:
  - condition: gluteal_tendinopathy
    zone: knee_front
    cell: often
    why: Seen often here.
wordings:
  - {of: finding, id: worse_stairs, patient: Do stairs make it worse?}
advice:
  - {tier: same_day, patient: "In our clinic call 0123 456 before five.", clinician: "Duty physio: ext. 12."}
"""


def written(folder: Path, text: str = GOOD) -> Path:
    """Writes an overlay file and gives its path."""
    path = folder / "overlay.yaml"
    path.write_text(text, encoding="utf-8")
    return path
