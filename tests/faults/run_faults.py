"""Puts many faults to records and tells the figures.

python -m tests.faults.run_faults --kills 500 --flips 2000 --imports 100000 --seed 1
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.faults.crowded_folder import crowd
from tests.faults.failing_disk import fail_disks
from tests.faults.flipped_bytes import flip_bytes
from tests.faults.killed_writers import kill_writers
from tests.faults.odd_imports import try_imports


def main() -> int:
    """Exit code 1 if anything was lost, unreadable, readable by others, or taken silently."""
    parser = argparse.ArgumentParser()
    for name in ("kills", "flips", "imports", "outages", "crowds"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--folder", type=Path, help="where to work; the system's temporary folder if left out"
    )
    asked = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory(dir=asked.folder) as made:
        for name in ("kills", "flips", "imports", "outages", "crowds"):
            (Path(made) / name).mkdir()
        if asked.kills:
            kills = kill_writers(Path(made) / "kills", asked.kills, asked.seed)
            bad += kills.lost + kills.unreadable + kills.readable_words
            print(kills, flush=True)
        if asked.flips:
            flips = flip_bytes(Path(made) / "flips", asked.flips, asked.seed)
            bad += flips.silent
            print(flips, flush=True)
        if asked.imports:
            imports = try_imports(Path(made) / "imports", asked.imports, asked.seed)
            bad += imports.unclear
            print(imports, flush=True)
        if asked.outages:
            outages = fail_disks(Path(made) / "outages", asked.outages, asked.seed)
            bad += outages.lost + outages.unreadable + outages.crashed + outages.stuck
            print(outages, flush=True)
        if asked.crowds:
            crowds = crowd(Path(made) / "crowds", asked.crowds, asked.seed)
            bad += crowds.lost + crowds.unreadable + crowds.crashed
            print(crowds, flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
