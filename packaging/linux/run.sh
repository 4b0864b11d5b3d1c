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
settings and records stay, and so does what somebody has put in that folder. To remove: sh FOLDER/uninstall.sh
HELP
}
# As Python does it: where the variable is not set, the list of this system's users is asked.
home=${HOME:-$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)}

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
    if [ "$(id -u)" = 0 ]; then target=/opt/hipmap; else
        [ -n "$home" ] || refuse "this user has no home folder (HOME is not set). Name a folder by --target."
        target=$home/.local/opt/hipmap
    fi
fi
[ "$(printf '%s' "$target" | wc -l)" = 0 ] || refuse "the name of a folder for hipmap must not hold a line break."
case $target in /*) ;; *) target=$PWD/$target ;; esac
target=$(realpath -ms -- "$target" 2>/dev/null || printf '%s' "$target")
target=${target%/}
[ -n "$target" ] || refuse "--target must be a folder of its own."
above=$(dirname -- "$target")
mkdir -p -- "$above" 2>/dev/null || refuse "no right to make $above. Name another folder by --target."
[ -w "$above" ] || refuse "no right to write in $above. Name another folder by --target, or ask an administrator."
beside=$above/.${target##*/}.hipmap
stage=$beside-new former=$beside-former lock=$beside-lock

# --- one at a time; the system lets go of it whatever ends this script ---
command -v flock >/dev/null 2>&1 || refuse "flock is missing on this system; it comes with util-linux."
(: >>"$lock") 2>/dev/null || refuse "no right to write $lock."
exec 9>>"$lock"
flock -n -E 75 9 || [ $? != 75 ] || refuse "another installation in $target is at work. Wait for its end."
[ "$lock" -ef /proc/self/fd/9 ] || refuse "another installation in $target has just ended. Try again."
trap 'rm -f "$lock"' EXIT
give_up() {
    rm -rf "$stage"
    [ ! -d "$former" ] || [ -e "$target" ] || mv -T "$former" "$target"
    refuse "$1"
}
trap 'give_up "it was interrupted; nothing was changed."' HUP INT TERM

# --- what an installation left that was killed ---
first_line() { head -n 1 "$1/.hipmap-installed" 2>/dev/null; }
is_hipmaps() {
    case $(first_line "$1") in
    'hipmap: the files of this installed program, one a line') return 0 ;;
    'hipmap was removed from here; what is left is not its own') return 0 ;;
    esac
    return 1
}
rm -rf "$stage"
if [ -e "$former" ] && ! is_hipmaps "$former"; then
    rmdir "$former" 2>/dev/null || refuse "$former is in the way. Move it elsewhere."
fi
[ ! -d "$former" ] || [ -e "$target" ] || mv -T "$former" "$target" || refuse "no right to move $former to $target."

# --- is the place free? ---
if [ -L "$target" ] || { [ -e "$target" ] && ! is_hipmaps "$target"; }; then
    [ ! -L "$target" ] && [ -d "$target" ] && [ -z "$(ls -A "$target")" ] ||
        refuse "$target is there and is not hipmap's: no installed hipmap has left its mark in it. Name another folder \
by --target."
fi
# Records that a newer hipmap has opened are closed to an older one. `~` sorts before the end of a line.
sortable() { printf '%s\n' "$1" | sed 's/\([0-9]\)\(\.dev\|a\|b\|rc\)\([0-9]\)/\1~\2\3/'; }
present=$(head -n 1 "$target/VERSION" 2>/dev/null)
newest=$({ sortable "$present"; sortable "$version"; } | sort -V 2>/dev/null | tail -n 1)
[ -z "$newest" ] || [ "$newest" = "$(sortable "$version")" ] ||
    refuse "$target holds hipmap $present, which is newer than $version; an older one cannot open records that it has \
opened. To go back all the same, first: sh '$target/uninstall.sh' (records stay)."
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
mkdir "$stage" || refuse "no right to write in $above."
tail -n +"$lines" "$self" | tar -xzf - -C "$stage" --no-same-owner 2>/dev/null ||
    give_up "it could not be unpacked in $above (is the disk full?). Nothing was changed."
missing=$(ldd "$stage"/_internal/PySide6/Qt/plugins/platforms/libqxcb.so "$stage"/_internal/PySide6/QtWidgets.abi3.so \
    2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' ')
"$stage/hipmap" --version >/dev/null 2>&1 ||
    give_up "the program does not start from $above (is that place mounted 'noexec'?). Nothing was changed."
# What an earlier one had begun to carry over is carried to its end.
if [ -d "$former" ]; then
    sh "$stage/own_files.sh" carry "$former" "$target" >/dev/null 2>&1 || give_up "no right to empty $former."
fi
# Between these two there is none; they are not to be interrupted.
trap '' HUP INT TERM
if [ -e "$target" ]; then
    mv -T "$target" "$former" 2>/dev/null || give_up "no right to replace $target. Nothing was changed."
fi
mv -T "$stage" "$target" 2>/dev/null || give_up "no right to write $target. Nothing was changed."
# What is not hipmap's, as a policy or the data of a portable copy, stays in its folder.
if is_hipmaps "$former"; then
    sh "$target/own_files.sh" carry "$former" "$target" 2>/dev/null ||
        refuse "hipmap $version is in $target, but what else lay there is still in $former and could not be moved. \
Move it back by hand, or ask its owner and install again."
elif [ -d "$former" ]; then
    rmdir "$former"
fi

# --- menu entry, file types, command ---
start=$target/hipmap
if [ "$(id -u)" = 0 ]; then share=/usr/local/share programs=/usr/local/bin; else
    share=${XDG_DATA_HOME:-$home/.local/share} programs=$home/.local/bin
fi
if [ "$(id -u)" != 0 ] && [ -z "$home" ]; then
    say "There is no menu entry, for this user has no home folder (HOME is not set)."
elif sh "$target/integrate.sh" add "$target" "$share" "$programs"; then
    start=$programs/hipmap
else
    say "The menu entry could not be written."
fi
if [ -n "$missing" ]; then
    printf '%s\n' "hipmap is installed, but its window needs what this system lacks: $missing" \
        "On Debian and Ubuntu: sudo apt install libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0" \
        "    libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0" >&2
fi
say "hipmap $version is in $target. To start: $start. To remove: sh '$target/uninstall.sh'"
exit 0
