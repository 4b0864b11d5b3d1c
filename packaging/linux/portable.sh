#!/bin/sh
# Starts hipmap from wherever this folder lies; its data lie in hipmap-data beside this file.
here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd -P) || exit 2

tell() {
    printf 'hipmap: %s\n' "$1" >&2
    [ -t 2 ] && return
    for box in "zenity --error --text" "kdialog --error" "xmessage -center"; do
        # Split on purpose: each is a program with its options.
        # shellcheck disable=SC2086
        command -v "${box%% *}" >/dev/null 2>&1 && $box "$1" && return
    done
}

if [ "$(uname -m)" != "@MACHINE@" ]; then
    tell "this hipmap is for @MACHINE@ machines with 64 bits; this one is $(uname -m)."
    exit 2
fi
"$here/program/hipmap" "$@"
status=$?
case $status in
126)
    tell "this folder must not hold programs (it is mounted 'noexec'). Copy it to your home folder and start it there."
    ;;
2 | 127 | 134)
    missing=$(ldd "$here"/program/_internal/PySide6/Qt/plugins/platforms/libqxcb.so \
        "$here"/program/_internal/PySide6/QtWidgets.abi3.so 2>/dev/null |
        sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' ')
    [ -n "$missing" ] && tell "this system lacks ${missing}- install what holds these files. READ_ME.txt names the packages."
    ;;
esac
exit $status
