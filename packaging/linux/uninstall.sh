#!/bin/sh
# Removes this copy of hipmap. Settings and records lie elsewhere and stay.
set -eu
target=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
if grep -qsF " $target/" /proc/[0-9]*/maps 2>/dev/null; then
    echo "hipmap is running: close it, then try again." >&2
    exit 2
fi
if [ ! -w "$(dirname "$target")" ]; then
    echo "No right to remove $target; ask an administrator." >&2
    exit 2
fi
for places in "/usr/local/share|/usr/local/bin" "${XDG_DATA_HOME:-$HOME/.local/share}|$HOME/.local/bin"; do
    sh "$target/integrate.sh" remove "$target" "${places%%|*}" "${places#*|}" || true
done
rm -rf "$target"
echo "hipmap is removed; settings and records were left."
