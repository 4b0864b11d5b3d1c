#!/bin/sh
# Removes the hipmap in whose folder this file lies: what was installed, and nothing else. Settings and records stay.
set -eu
mark='hipmap: the files of this installed program, one a line'

stop() {
    printf '%s\n' "$1" >&2
    exit 2
}

main() {
    target=$(dirname -- "$(readlink -f -- "$0")")
    above=$(dirname -- "$target")
    lock=$above/.${target##*/}.hipmap-lock
    [ "$(head -n 1 "$target/.hipmap-installed" 2>/dev/null)" = "$mark" ] ||
        stop "$target holds no installed hipmap, so nothing was removed. Start the uninstall.sh in hipmap's own folder."
    if grep -qsF " $target/" /proc/[0-9]*/maps 2>/dev/null; then
        stop "hipmap is running: close it, then try again."
    fi
    { [ -w "$above" ] && [ -w "$target" ] && (: >>"$lock") 2>/dev/null; } ||
        stop "No right to remove $target; ask an administrator."
    exec 9>>"$lock"
    flock -n -E 75 9 || [ $? != 75 ] || stop "hipmap is just being installed in $target. Try again when that has ended."
    trap 'rm -f "$lock"' EXIT

    sh "$target/integrate.sh" remove "$target" /usr/local/share /usr/local/bin || true
    home=${HOME:-$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)}
    [ -z "$home" ] ||
        sh "$target/integrate.sh" remove "$target" "${XDG_DATA_HOME:-$home/.local/share}" "$home/.local/bin" || true
    sh "$target/own_files.sh" remove "$target" || exit 2
    echo "hipmap is removed; settings and records were left."
    if [ -d "$target" ]; then
        echo "Not hipmap's own, and so left in $target:"
        find "$target" -mindepth 1 -maxdepth 1 ! -name .hipmap-installed -exec basename -- {} \; | sort | sed 's/^/    /'
    fi
}

# Read to its end before it begins, for this file is among those that go.
main "$@"; exit
