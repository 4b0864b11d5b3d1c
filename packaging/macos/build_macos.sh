#!/bin/sh
# Makes hipmap.app and a disk image on a Mac. NEVER RUN by the makers: they have no Mac. Whoever runs it first
# should expect to mend it, and then say so here and in assets/manual/en/install.md.
#
#     sh packaging/macos/build_macos.sh FOLDER
#
# Needs macOS 13 or newer, Xcode's command line tools and Python 3.11 to 3.13. To sign and have Apple check it:
#     HIPMAP_SIGN_AS="Developer ID Application: NAME (TEAM)"   HIPMAP_NOTARY_PROFILE=NAME-IN-THE-KEYCHAIN
# Without these it is signed for this Mac alone, and others will refuse to open it.
set -eu

folder=${1:?"Usage: sh packaging/macos/build_macos.sh FOLDER"}
if [ "$(uname -s)" != Darwin ]; then
    echo "build_macos.sh: this needs a Mac; it was started on $(uname -s)." >&2
    exit 2
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$root"

# The same locked tools as on Linux; the wheel comes out by the way and shows that they are there.
python3 packaging/build.py packages -o "$folder"
python=$root/.venv-build/bin/python
version=$("$python" -c 'import hipmap; print(hipmap.__version__)')

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Drawn with Qt, as for Windows: not every macOS reads SVG by itself.
icons=$scratch/hipmap.iconset
mkdir "$icons"
(cd packaging && "$python" - "$icons" <<'PYTHON'
import sys
from pathlib import Path
from release_steps.release import this_release
from windows.starters import draw_pictures
folder = Path(sys.argv[1])
sizes = (16, 32, 128, 256, 512)
draw_pictures(folder, tuple(sorted({*sizes, *(2 * size for size in sizes)})), this_release())
for size in sizes:
    for name, drawn in ((f"icon_{size}x{size}.png", size), (f"icon_{size}x{size}@2x.png", 2 * size)):
        (folder / name).write_bytes((folder / f"{drawn}.png").read_bytes())
for path in folder.glob("[0-9]*.png"):
    path.unlink()
PYTHON
)
iconutil -c icns -o "$scratch/hipmap.icns" "$icons"

HIPMAP_ICON=$scratch/hipmap.icns "$root/.venv-build/bin/pyinstaller" --clean --noconfirm --log-level WARN \
    --distpath "$folder" --workpath "$scratch/work" packaging/macos/hipmap_macos.spec
program=$folder/hipmap.app
"$program/Contents/MacOS/hipmap" assess assets/examples/hip_joint.json
QT_QPA_PLATFORM=offscreen "$program/Contents/MacOS/hipmap" window assets/examples/hip_joint.json \
    --picture "$folder/window.png" --size 1366x768
(cd packaging && "$python" - "$program/Contents/Resources" "$version" <<'PYTHON'
import sys
from pathlib import Path
from release_steps.build_environment import site_packages_of_build
from release_steps.notices import write_notices
from release_steps.release import this_release
write_notices(
    Path(sys.argv[1]), site_packages_of_build(), this_release(), f"hipmap-{sys.argv[2]}-macos", frozen=True,
    system="macos",
)
PYTHON
)

# Last of all, for it seals what lies in the program. The hardened runtime loads only libraries of the same signer;
# without a certificate nobody is that, and the program could not load its own Qt. So only a certificate has it.
if [ -n "${HIPMAP_SIGN_AS:-}" ]; then
    codesign --force --deep --timestamp --options runtime \
        --entitlements packaging/macos/entitlements.plist --sign "$HIPMAP_SIGN_AS" "$program"
else
    codesign --force --deep --sign - "$program"
fi
codesign --verify --deep --strict "$program"
image=$folder/hipmap-$version-macos-$(uname -m).dmg
hdiutil create -volname hipmap -srcfolder "$program" -ov -format UDZO "$image"
if [ -n "${HIPMAP_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$HIPMAP_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
