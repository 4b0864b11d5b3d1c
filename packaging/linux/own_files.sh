#!/bin/sh
# What of a folder is hipmap's own, as the list in it says, and what is somebody else's:
#     own_files.sh remove FOLDER               deletes what the list names, and the folders that are empty then
#     own_files.sh carry FORMER-FOLDER FOLDER  likewise, and moves what is left to the hipmap that came instead
set -eu
export LC_ALL=C
what=$1 folder=$2
list=$folder/.hipmap-installed
left='hipmap was removed from here; what is left is not its own'

stop() {
    printf '%s\n' "$1" >&2
    exit 2
}

# Deletes nothing that the list does not name, but for what Python keeps of modules that it has read.
delete_own() {
    if tail -n +2 "$list" | grep -qE '^$|^/|(^|/)\.\.(/|$)'; then
        stop "$list is damaged, so nobody can say what in $folder is hipmap's. Nothing was deleted."
    fi
    tail -n +2 "$list" | (cd "$folder" && tr '\n' '\0' | xargs -0 rm -f --) 2>/dev/null || true
    folders=$(tail -n +2 "$list" |
        awk -F/ '{ path = ""; for (i = 1; i < NF; i++) { path = path $i; print path; path = path "/" } }' | sort -ru)
    printf '%s\n' "$folders" | grep -E '(^|/)__pycache__$' | tr '\n' '\0' |
        (cd "$folder" && xargs -0 -r sh -c 'find "$@" -maxdepth 1 -type f -delete' sh) 2>/dev/null || true
    printf '%s\n' "$folders" | tr '\n' '\0' | (cd "$folder" && xargs -0 -r rmdir --) 2>/dev/null || true
}

# Moves all of one folder to another; where that holds the same name, what is moved is kept beside it.
merge() (
    for one in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        [ -e "$one" ] || [ -L "$one" ] || continue
        [ "$one" != "$list" ] || continue
        to=$2/${one##*/}
        if [ -d "$one" ] && [ ! -L "$one" ] && [ -d "$to" ] && [ ! -L "$to" ]; then
            merge "$one" "$to" && rmdir "$one" || exit 1
            continue
        fi
        while [ -e "$to" ] || [ -L "$to" ]; do to=$to.kept; done
        mv -T -- "$one" "$to" || exit 1
    done
)

main() {
    delete_own
    if [ "$what" = carry ]; then
        merge "$folder" "$3"
        rm -f "$list"
        rmdir "$folder"
        return
    fi
    rm -f "$folder/.hipmap-menu"
    if [ -z "$(find "$folder" -mindepth 1 -maxdepth 1 ! -name .hipmap-installed -print -quit)" ]; then
        rm -f "$list"
        rmdir "$folder"
    else
        # What is left is not hipmap's; this says that hipmap may be put here again.
        printf '%s\n' "$left" >"$list"
    fi
}

# Read to its end before it begins, for this file is among those that go.
main "$@"; exit
