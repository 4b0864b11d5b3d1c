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
present=$(getconf GNU_LIBC_VERSION 2>/dev/null)
minor=${present#glibc 2.}
if [ -z "$present" ] || [ "${minor%%.*}" -lt "@GLIBC@" ]; then
    tell "it needs a Linux with glibc 2.@GLIBC@ or newer (Debian 12 or newer, for example); this system has ${present:-another C library}."
    exit 2
fi
"$here/program/hipmap" "$@"
status=$?
[ $status != 126 ] ||
    tell "this folder must not hold programs (it is mounted 'noexec'). Copy it to your home folder and start it there."
exit $status
