#!/bin/sh
# Adds hipmap to the menu, the file types and the commands of a system or a person, or takes it out again:
#     integrate.sh add|remove FOLDER-OF-HIPMAP SHARE-FOLDER PROGRAM-FOLDER
set -eu
what=$1 target=$2 share=$3 programs=$4
entry=$share/applications/hipmap.desktop
# The folders that were made for hipmap; only they go again.
made=$target/.hipmap-menu

refresh() {
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$share/applications" 2>/dev/null || true
    fi
    if [ -z "$(ls -A "$share/mime/packages" 2>/dev/null)" ]; then
        # Without a package there is nothing to tell: what the tool below has written is in the way.
        for cache in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic \
            types version application/vnd.hipmap.case+json.xml application/vnd.hipmap.hand-over.xml; do
            rm -f "$share/mime/$cache"
        done
    elif command -v update-mime-database >/dev/null 2>&1; then
        update-mime-database "$share/mime" >/dev/null 2>&1 || true
    fi
}

# The entry of another copy of hipmap is left alone.
is_ours() { [ -f "$entry" ] && grep -qxF "# of $target" "$entry"; }

make_folder() {
    [ ! -d "$1" ] || return 0
    make_folder "$(dirname -- "$1")"
    mkdir "$1"
    printf '%s\n' "$1" >>"$made"
}

if [ "$what" = remove ]; then
    is_ours || exit 0
    rm -f "$entry" "$share/mime/packages/hipmap.xml" "$share/icons/hicolor/scalable/apps/hipmap.svg" \
        "$share/metainfo/org.hipmap.hipmap.metainfo.xml" "$share/man/man1/hipmap.1.gz"
    if [ "$(readlink "$programs/hipmap" 2>/dev/null)" = "$target/hipmap" ]; then rm -f "$programs/hipmap"; fi
    refresh
    ls "$share"/applications/*.desktop >/dev/null 2>&1 || rm -f "$share/applications/mimeinfo.cache"
    [ -f "$made" ] || exit 0
    # What lies deeper sorts behind what it lies in.
    LC_ALL=C sort -ru "$made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null || true; done
    exit 0
fi

for folder in applications icons/hicolor/scalable/apps man/man1 metainfo mime/packages mime/application; do
    make_folder "$share/$folder"
done
make_folder "$programs"
(cd "$target/share" && find . -type f) | while IFS= read -r file; do
    cp "$target/share/$file" "$share/$file"
done
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
