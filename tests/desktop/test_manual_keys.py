"""The keys that the manual tells, on its pages and as a table for web pages, are those of the window."""

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

from hipmap.desktop.actions import commands, menu_titles
from hipmap.desktop.keys.key_table import key_groups, plain
from hipmap.storage.manual_files import every_page, manual_page

CODE = re.compile(r"`[^`]*`|^    .*$", re.MULTILINE)
STRESSED = re.compile(r"(?<![*])[*]([^*\n]+)[*](?![*])")
# A key of the menus, of a part of the window or of every dialog, as the pages write it.
KEY = re.compile(
    r"\b(?:Ctrl|Alt|Shift)\+(?:(?:Ctrl|Alt|Shift)\+)*(?:Page (?:Up|Down)|[A-Z][a-z]+|[^\s,.;:)]\+?)|\bF\d+"
)
# Not in the list of keys: those that every program has.
OF_EVERY_PROGRAM = {"Shift+Tab"}


def table() -> str:
    """Gives the keys as a page of the manual for who reads it without the program."""
    lines: list[str] = []
    for group in key_groups():
        lines += [f"## {group.name}", "", "| Keys | What they do |", "| --- | --- |"]
        lines += [f"| **{'  '.join(line.keys)}** | {line.does} |" for line in group.lines]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def test_the_table_of_the_web_pages_is_that_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    """If not: the file that is named holds what belongs into `assets/manual/en/keys_table.md`."""
    now = table()
    (tmp_path / "keys_table.md").write_text(now, encoding="utf-8")
    assert manual_page("keys_table") == now, tmp_path / "keys_table.md"


def _menus() -> dict[str, dict[str, tuple[str, ...]]]:
    """Gives the items of each menu with their keys, as they are read."""
    titles = {menu: plain(title) for menu, title in menu_titles().items()}
    found: dict[str, dict[str, tuple[str, ...]]] = {title: {} for title in titles.values()}
    for command in commands():
        # "Learn: causes, scans, exercises" is called Learn, and "About hipmap" About.
        short = plain(command.text).partition(":")[0].removesuffix(" hipmap")
        found[titles[command.menu]][short] = command.keys
    return found


def test_every_way_through_the_menus_leads_somewhere_and_its_key_is_right(qtbot: QtBot) -> None:
    menus = _menus()
    count = 0
    for name in every_page():
        page = CODE.sub("", manual_page(name))
        for found in STRESSED.finditer(page):
            menu, comma, rest = found[1].partition(", ")
            if menu not in menus or not comma:
                continue
            item = next((one for one in menus[menu] if rest.removesuffix("…").startswith(one)), None)
            assert item is not None, (name, found[1])
            inner = rest.removesuffix("…").removeprefix(item)
            assert not inner or inner.startswith((", ", "…")), (name, found[1])
            keys = re.match(r",? \(?((?:Ctrl|F\d)[^\s)]*)\)", page[found.end() :])
            assert keys is None or keys[1] in menus[menu][item], (name, found[1], keys)
            count += 1
    assert count > 20


def test_every_key_that_a_page_tells_is_a_key_of_the_window(qtbot: QtBot) -> None:
    known = {keys for group in key_groups() for line in group.lines for keys in line.keys}
    known |= {keys for items in _menus().values() for all_keys in items.values() for keys in all_keys}
    known |= {key.replace("−", "-") for key in known} | OF_EVERY_PROGRAM
    for name in every_page():
        for key in KEY.findall(CODE.sub("", manual_page(name))):
            plain_key = key.replace("Page Up", "PgUp").replace("Page Down", "PgDn").replace("−", "-")
            assert plain_key in known, (name, key)
