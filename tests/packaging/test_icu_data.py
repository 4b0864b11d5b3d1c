"""The smaller data of ICU: Qt says the same with them, and a Qt that asks for more stops the build."""

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from release_steps import icu_data
from release_steps.release import Release
from setup_steps.obstacle import FailedStep

RELEASE = Release("1.0", 1_700_000_000)
_ASKED = r"""
import json, sys
from PySide6.QtCore import QByteArray, QCollator, QDateTime, QLocale, QStringDecoder, QTimeZone
assert f"{sys.argv[1]}/libicudata" in open("/proc/self/maps").read(), "other data were loaded"
told = {"codecs": QStringDecoder.availableCodecs()}
words = ["Zug", "\u00e4hnlich", "Ahorn", "\u00f6de", "Oder", "z10", "z9", "\u4e2d", "\u6587", "\ud55c"]
words += ["\u3042", "\u0436", "\u0e01", "co\u0302te", "cote\u0301", "ch", "ci"]
for code in ("de", "sv", "cs", "ja", "ko", "zh", "ru", "th", "ar", "fr_CA"):
    locale = QLocale(code)
    order = QCollator(locale)
    order.setNumericMode(True)
    zone = QTimeZone(QByteArray(b"Europe/Berlin"))
    standard, names = QTimeZone.TimeType.StandardTime, QTimeZone.NameType
    told[code] = [
        sorted(words, key=order.sortKey), locale.toUpper("ii\u0131\u00df"),
        *[zone.displayName(standard, kind, locale) for kind in (names.LongName, names.ShortName)],
        locale.dateTimeFormat(), locale.currencySymbol(), locale.nativeLanguageName(),
    ]
for name in ("Shift_JIS", "EUC-KR", "GB18030", "KOI8-R", "Big5"):
    decoder = QStringDecoder(name)
    told[name] = [decoder.isValid(), str(decoder.name())]
print(json.dumps(told, sort_keys=True))
"""


def package(*names: str) -> bytes:
    """A package of ICU's form, with an entry of 5 bytes for each name."""
    head = struct.pack("<HBB8s4s", 16, 0xDA, 0x27, b"x" * 8, b"CmnD")
    spots, texts = 4 + 8 * len(names), b"".join(name.encode() + b"\0" for name in names)
    table, place = b"", spots
    for number, name in enumerate(names):
        table += struct.pack("<II", place, spots + len(texts) + 5 * number)
        place += len(name) + 1
    contents = b"".join(name[-5:].encode() for name in names)
    return head + struct.pack("<I", len(names)) + table + texts + contents


def test_what_qt_asks_for_stays_and_the_rest_goes() -> None:
    names = ("icudt73l/brkitr/ja.res", "icudt73l/coll/de.res", "icudt73l/curr/de.res", "icudt73l/zone/tr.res")
    kept = icu_data.kept_of(package(*names))
    entries = icu_data.entries_of(kept)
    assert list(entries) == ["icudt73l/coll/de.res", "icudt73l/zone/tr.res"]
    for name, (start, end) in entries.items():
        assert kept[16 + start : 16 + end].rstrip(b"\0") == name[-5:].encode()
        assert start % 16 == 0
    assert icu_data.kept_of(kept) == kept


def test_a_library_without_the_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "libicudata.so.73").write_bytes(b"nothing of the kind")
    with pytest.raises(FailedStep, match=r"libicudata\.so\.73 holds no package"):
        icu_data.package_within(tmp_path / "libicudata.so.73")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("ucol_open_73 ucal_open_73 ubrk_open_73", "asks ICU for ubrk_open"),
        ("memcpy", "asks ICU for nothing"),
    ],
)
def test_a_qt_that_asks_for_more_stops_the_build(
    asked: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = tmp_path / "objdump"
    lines = "\n".join(f"0000000000000000      DF *UND*  0000000000000000 {name}" for name in asked.split())
    stand_in.write_text(f"#!/bin/sh\ncat <<'E'\n{lines}\nE\n")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(FailedStep, match=told):
        icu_data.must_need_no_more(tmp_path / "libQt6Core.so.6")


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("ld"), reason="needs Linux and binutils")
def test_qt_says_the_same_with_the_smaller_data(tmp_path: Path) -> None:
    import PySide6

    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    full = next(iter(libraries.glob("libicudata.so.*")))
    shutil.copyfile(full, tmp_path / full.name)
    (tmp_path / "libQt6Core.so.6").symlink_to(libraries / "libQt6Core.so.6")
    icu_data.trim_icu_data(tmp_path, RELEASE)
    assert (tmp_path / full.name).stat().st_size < full.stat().st_size * 0.6
    (tmp_path / "libQt6Core.so.6").unlink()
    assert what_qt_says(tmp_path) == what_qt_says(libraries)


def what_qt_says(libraries: Path) -> str:
    """Orders, names of time zones and old character sets, as Qt tells them with the data of this folder."""
    variables = {**os.environ, "LD_LIBRARY_PATH": str(libraries), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run(
        [sys.executable, "-c", _ASKED, str(libraries)],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
