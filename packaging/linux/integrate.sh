#!/bin/sh
# Adds hipmap to the menu, the file types and the commands of a system or a person, or takes it out again:
#     integrate.sh add|remove FOLDER-OF-HIPMAP SHARE-FOLDER PROGRAM-FOLDER
set -eu
what=$1 target=$2 share=$3 programs=$4
entry=$share/applications/hipmap.desktop

refresh() {
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$share/applications" 2>/dev/null || true
    fi
    if command -v update-mime-database >/dev/null 2>&1 && [ -d "$share/mime/packages" ]; then
        update-mime-database "$share/mime" 2>/dev/null || true
    fi
}

# The entry of another copy of hipmap is left alone.
is_ours() { [ -f "$entry" ] && grep -qF "# of $target" "$entry"; }

if [ "$what" = remove ]; then
    is_ours || exit 0
    rm -f "$entry" "$share/mime/packages/hipmap.xml" "$share/icons/hicolor/scalable/apps/hipmap.svg" \
        "$share/metainfo/org.hipmap.hipmap.metainfo.xml" "$share/man/man1/hipmap.1.gz"
    if [ "$(readlink "$programs/hipmap" 2>/dev/null)" = "$target/hipmap" ]; then rm -f "$programs/hipmap"; fi
    refresh
    # What was only there for hipmap: caches without an entry, folders without a file.
    [ -n "$(ls -A "$share/mime/packages" 2>/dev/null)" ] || rm -rf "$share/mime"
    ls "$share"/applications/*.desktop >/dev/null 2>&1 || rm -f "$share/applications/mimeinfo.cache"
    for folder in icons/hicolor/scalable/apps man/man1 metainfo applications; do
        (cd "$share" && rmdir -p "$folder" 2>/dev/null) || true
    done
    exit 0
fi

mkdir -p "$share" "$programs"
cp -R "$target/share/." "$share/"
# In a desktop entry the command stands in quotes, where these four take a backslash, itself doubled.
quoted=$(printf '%s' "$target/hipmap" | sed 's/[\\"`$]/\\\\&/g')
{
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'Exec="%s" %%f\n' "$(printf '%s' "$quoted" | sed 's/%/%%/g')" ;;
        TryExec=*) ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$target/share/applications/hipmap.desktop"
    printf '# of %s\n' "$target"
} >"$entry"
if [ ! -e "$programs/hipmap" ] || [ -L "$programs/hipmap" ]; then ln -sfn "$target/hipmap" "$programs/hipmap"; fi
refresh
