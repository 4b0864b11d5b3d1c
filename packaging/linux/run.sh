#!/bin/sh
# Installs hipmap @VERSION@ from this one file, without a network:  sh @FILE@ --help
# The archive begins behind line @LINES@; its SHA-256 is checked before anything is written.
set -u
umask 022

version=@VERSION@ machine=@MACHINE@ lines=@LINES@ digest=@DIGEST@ kibibytes=@KIBIBYTES@ glibc=@GLIBC@
quiet=no target= only_check=no

say() { [ "$quiet" = yes ] || printf '%s\n' "$1"; }
refuse() {
    printf 'hipmap cannot be installed: %s\n' "$1" >&2
    exit 2
}
usage() {
    cat <<'HELP'
Installs hipmap @VERSION@ in a folder, with a menu entry.

    sh @FILE@ [--target FOLDER] [--quiet]
    sh @FILE@ --check      only checks that this file is whole

Without --target: /opt/hipmap for root, ~/.local/opt/hipmap for anyone else. An older copy there is replaced;
settings and records lie elsewhere and stay. To remove: sh FOLDER/uninstall.sh
HELP
}

while [ $# -gt 0 ]; do
    case $1 in
    --target)
        [ $# -ge 2 ] && [ -n "$2" ] || refuse "--target needs a folder."
        target=$2
        shift
        ;;
    --target=?*) target=${1#--target=} ;;
    --quiet) quiet=yes ;;
    --check) only_check=yes ;;
    --help | -h)
        usage
        exit 0
        ;;
    *) refuse "$1 is no option; see --help." ;;
    esac
    shift
done

self=$0
[ -r "$self" ] || refuse "start it as: sh @FILE@"
found=$(tail -n +"$lines" "$self" | sha256sum) || refuse "sha256sum is missing on this system."
[ "${found%% *}" = "$digest" ] ||
    refuse "this file is damaged or was changed (its SHA-256 is not the one it was made with). Copy it again."
if [ "$only_check" = yes ]; then
    say "whole: hipmap $version"
    exit 0
fi

# --- does it fit this system? ---
[ "$(uname -s)" = Linux ] || refuse "this file is for Linux; this system is $(uname -s)."
[ "$(uname -m)" = "$machine" ] && [ "$(getconf LONG_BIT 2>/dev/null || echo 64)" = 64 ] ||
    refuse "it is for $machine with 64 bits; this system is $(uname -m) with $(getconf LONG_BIT 2>/dev/null) bits."
present=$(getconf GNU_LIBC_VERSION 2>/dev/null) || refuse "it needs a Linux with the GNU C library."
present=${present#glibc 2.}
[ "${present%%.*}" -ge "$glibc" ] ||
    refuse "it needs glibc 2.$glibc or newer (Debian 12 or newer, for example); this system has 2.$present."

# --- is there a place for it? ---
if [ -z "$target" ]; then
    if [ "$(id -u)" = 0 ]; then target=/opt/hipmap; else target=${HOME:?}/.local/opt/hipmap; fi
fi
case $target in /*) ;; *) target=$PWD/$target ;; esac
target=${target%/}
[ -n "$target" ] || refuse "--target must be a folder of its own."
if [ -e "$target" ] && [ ! -f "$target/VERSION" ]; then
    [ -d "$target" ] && [ -z "$(ls -A "$target")" ] ||
        refuse "$target is there and is not hipmap's. Name another folder by --target."
fi
above=$(dirname "$target")
mkdir -p "$above" 2>/dev/null || refuse "no right to make $above. Name another folder by --target."
[ -w "$above" ] || refuse "no right to write in $above. Name another folder by --target, or ask an administrator."
free=$(df -Pk "$above" | awk 'NR == 2 { print $4 }')
[ "${free:-0}" -ge "$kibibytes" ] ||
    refuse "too little room in $above: $((kibibytes / 1024 + 1)) MB are needed, $((${free:-0} / 1024)) MB are free."
# Which process has a file of that folder in its memory; `maps` of other people's cannot be read.
running=$(grep -lsF " $target/" /proc/[0-9]*/maps 2>/dev/null | head -n 1)
if [ -n "$running" ]; then
    number=${running#/proc/}
    refuse "hipmap is running (process ${number%/maps}). Close it, then try again."
fi

# --- beside its place first, so that there is never half of it ---
stage=$above/.hipmap-new.$$ former=$above/.hipmap-former.$$
give_up() {
    rm -rf "$stage"
    [ -d "$former" ] && [ ! -e "$target" ] && mv "$former" "$target"
    refuse "$1"
}
trap 'give_up "it was interrupted; nothing was changed."' HUP INT TERM
mkdir "$stage" || refuse "no right to write in $above."
tail -n +"$lines" "$self" | tar -xzf - -C "$stage" --no-same-owner 2>/dev/null ||
    give_up "it could not be unpacked in $above (is the disk full?). Nothing was changed."
missing=$(ldd "$stage"/_internal/PySide6/Qt/plugins/platforms/libqxcb.so "$stage"/_internal/PySide6/QtWidgets.abi3.so \
    2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' ')
"$stage/hipmap" --version >/dev/null 2>&1 ||
    give_up "the program does not start from $above (is that place mounted 'noexec'?). Nothing was changed."
if [ -e "$target" ]; then
    mv "$target" "$former" || give_up "no right to replace $target. Nothing was changed."
fi
mv "$stage" "$target" || give_up "no right to write $target. Nothing was changed."
rm -rf "$former"
trap - HUP INT TERM

# --- menu entry, file types, command ---
if [ "$(id -u)" = 0 ]; then share=/usr/local/share programs=/usr/local/bin; else
    share=${XDG_DATA_HOME:-$HOME/.local/share} programs=$HOME/.local/bin
fi
sh "$target/integrate.sh" add "$target" "$share" "$programs" ||
    say "The menu entry could not be written; start it as: $target/hipmap"
if [ -n "$missing" ]; then
    printf '%s\n' "hipmap is installed, but its window needs what this system lacks: $missing" \
        "On Debian and Ubuntu: sudo apt install libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0" \
        "    libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0" >&2
fi
say "hipmap $version is in $target. To start: $programs/hipmap. To remove: sh '$target/uninstall.sh'"
exit 0
