"""Debian package, portable archive, and the file that installs itself: what they hold and refuse."""

import gzip
import hashlib
import io
import lzma
import os
import platform
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from release_steps import deb, frozen, portable, run_file, shared_files, system_needs
from release_steps.release import Release
from setup_steps.obstacle import FailedStep

from hipmap.command_line import _COMMANDS
from tests.packaging.conftest import installed_before

RELEASE = Release("1.2.3", 1_700_000_000)
linux_only = pytest.mark.skipif(not Path("/proc/self/exe").exists(), reason="these files are for Linux")


def members_of(package: Path) -> dict[str, bytes]:
    """Reads the outer archive of a Debian package."""
    content, found, at = package.read_bytes(), {}, 8
    assert content.startswith(b"!<arch>\n")
    while at < len(content):
        name, size = content[at : at + 16].decode().strip(), int(content[at + 48 : at + 58])
        found[name] = content[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


def tar_of(content: bytes) -> tarfile.TarFile:
    return tarfile.open(fileobj=io.BytesIO(lzma.decompress(content)))


@pytest.fixture
def package(program: Path, tmp_path: Path) -> dict[str, bytes]:
    return members_of(deb.write_deb(program, tmp_path, RELEASE))


def test_the_package_has_its_fields(package: dict[str, bytes]) -> None:
    assert list(package) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    with tar_of(package["control.tar.xz"]) as archive:
        control = archive.extractfile("./control")
        assert control is not None
        fields = dict(re.findall(r"^([A-Z][\w-]+): (.*)$", control.read().decode(), re.MULTILINE))
        assert archive.getmember("./preinst").mode == 0o755
    assert (fields["Package"], fields["Version"], fields["Architecture"]) == ("hipmap", "1.2.3", "amd64")
    assert fields["Depends"].startswith("libc6 (>= 2.")
    assert "@" in fields["Maintainer"]
    assert int(fields["Installed-Size"]) > 0


def test_the_package_lays_its_files_where_a_system_looks(package: dict[str, bytes]) -> None:
    with tar_of(package["data.tar.xz"]) as archive:
        found = {entry.name: entry for entry in archive}
    for name in (
        "usr/lib/hipmap/hipmap", "usr/share/applications/hipmap.desktop",
        "usr/share/mime/packages/hipmap.xml",
        "usr/share/metainfo/org.hipmap.hipmap.metainfo.xml", "usr/share/man/man1/hipmap.1.gz",
        "usr/share/icons/hicolor/scalable/apps/hipmap.svg",
        "usr/share/doc/hipmap/copyright",
        "usr/share/doc/hipmap/NOTICES.txt", "usr/share/doc/hipmap/sbom.cdx.json",
    ):  # fmt: skip
        assert found[f"./{name}"].isreg(), name
    assert found["./usr/bin/hipmap"].linkname == "../lib/hipmap/hipmap"
    assert found["./usr/lib/hipmap/hipmap"].mode == 0o755
    assert {(entry.uid, entry.uname) for entry in found.values()} == {(0, "root")}
    assert [name for name in found if not re.match(r"\.(/usr(/.*)?)?$", name)] == []


def test_the_package_is_the_same_each_time(program: Path, tmp_path: Path, package: dict[str, bytes]) -> None:
    (tmp_path / "again").mkdir()
    os.utime(program / "hipmap", (1, 1))
    assert members_of(deb.write_deb(program, tmp_path / "again", RELEASE)) == package


@pytest.mark.parametrize(
    ("version", "written"), [("1.0.0", "1.0.0"), ("1.0.0rc1", "1.0.0~rc1"), ("1.0.dev3", "1.0~dev3")]
)
def test_what_comes_before_a_release_sorts_before_it(version: str, written: str) -> None:
    assert deb.debian_version(version) == written


def test_the_packages_that_are_needed_come_from_what_the_programs_name() -> None:
    needed = {
        "lib/libQt6Gui.so.6": ["libGL.so.1", "libQt6Core.so.6", "libc.so.6", "libm.so.6", "libglib-2.0.so.0"],
        "plugins/printsupport/libcups.so": ["libcups.so.2", "libGL.so.1"],
        "plugins/platforms/libqwayland.so": ["libwayland-client.so.0"],
    }
    must, should = system_needs.debian_needs(needed, {"libQt6Core.so.6"})
    assert must == ["libgl1", "libglib2.0-0t64 | libglib2.0-0"]
    assert should == ["libcups2t64 | libcups2", "libwayland-client0"]
    with pytest.raises(FailedStep, match=r"libodd\.so\.1; name its package"):
        system_needs.debian_needs({"x": ["libodd.so.1"]}, set())


def test_menu_entry_and_file_types_agree() -> None:
    entry = shared_files.dated("hipmap.desktop", RELEASE)
    types = set(re.findall(r'<mime-type type="([^"]+)"', shared_files.dated("hipmap.mime.xml", RELEASE)))
    listed = re.search(r"^MimeType=(.*);$", entry, re.MULTILINE)
    assert listed is not None
    assert set(listed[1].split(";")) == types
    about = shared_files.dated("hipmap.metainfo.xml", RELEASE)
    assert set(re.findall(r"<mediatype>([^<]+)<", about)) == types
    assert '<release version="1.2.3" date="2023-11-14"/>' in about
    assert "@" not in gzip.decompress(manual_page(RELEASE)).decode()


def test_the_manual_page_tells_every_command() -> None:
    page = shared_files.dated("hipmap.1", RELEASE)
    told = {
        name for names in re.findall(r"^\.TP\n\.B (.+)$", page, re.MULTILINE) for name in names.split(", ")
    }
    assert set(_COMMANDS) <= told


def manual_page(release: Release) -> bytes:
    return gzip.compress(shared_files.dated("hipmap.1", release).encode())


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_the_menu_entry_is_valid() -> None:
    entry = str(shared_files.SOURCES / "hipmap.desktop")
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed")
def test_what_a_software_centre_shows_is_valid(tmp_path: Path) -> None:
    shared_files.write_shared(tmp_path, RELEASE)
    about = str(tmp_path / "metainfo" / "org.hipmap.hipmap.metainfo.xml")
    command = ["appstreamcli", "validate", "--no-net", "--pedantic", about]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@linux_only
def test_the_portable_program_starts_from_anywhere(program: Path, tmp_path: Path) -> None:
    tree = tmp_path / "Stick mit Ünïcode 漢字"
    portable.lay_out(program, tree, Release("1.2.3", RELEASE.epoch, os.uname().machine))
    assert (tree / portable.MARK).exists()
    assert (tree / "program" / "VERSION").exists()
    done = subprocess.run([str(tree / "hipmap"), "a b", "ü"], capture_output=True, text=True, check=True)
    assert done.stdout == "a b\nü\n"


@linux_only
@pytest.mark.parametrize(
    ("mark", "other", "words"),
    [
        (platform.machine(), "sparc64", "for sparc64 machines with 64 bits"),
        ('"${minor%%.*}" -lt "0"', '"${minor%%.*}" -lt "99"', "needs a Linux with glibc 2."),
    ],
)
def test_the_portable_program_refuses_another_system(
    mark: str, other: str, words: str, program: Path, tmp_path: Path
) -> None:
    portable.lay_out(program, tmp_path / "stick", Release("1.2.3", RELEASE.epoch, os.uname().machine))
    starter = tmp_path / "stick" / "hipmap"
    starter.write_text(starter.read_text().replace(mark, other))
    done = subprocess.run([str(starter)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


def install(installer: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["sh", str(installer), *arguments], capture_output=True, text=True, check=False)


@linux_only
def test_it_installs_itself_adds_a_menu_entry_and_goes_without_a_trace(
    installer: Path, tmp_path: Path
) -> None:
    target = tmp_path / "Prógramme $x %f" / "hip map"
    done = install(installer, "--target", str(target))
    assert done.returncode == 0, done.stderr
    share = tmp_path / "home" / ".local" / "share"
    entry = (share / "applications" / "hipmap.desktop").read_text(encoding="utf-8")
    command = str(target / "hipmap").replace("$", "\\\\$").replace("%", "%%")
    assert f'Exec="{command}" %f\n' in entry
    started = tmp_path / "home" / ".local" / "bin" / "hipmap"
    assert subprocess.run([str(started), "x"], capture_output=True, text=True, check=True).stdout == "x\n"
    removed = subprocess.run(
        ["sh", str(target / "uninstall.sh")], capture_output=True, text=True, check=False
    )
    assert removed.returncode == 0, removed.stderr
    assert [path for path in (tmp_path / "home").rglob("*") if path.is_file() or path.is_symlink()] == []
    assert list(target.parent.iterdir()) == []


@linux_only
def test_a_newer_one_replaces_an_older_one_as_a_whole(installer: Path, tmp_path: Path) -> None:
    (tmp_path / "hipmap").mkdir()
    (tmp_path / "hipmap" / "old").write_text("of the old one")
    target = installed_before(tmp_path / "hipmap", "1.0.0")
    assert install(installer, "--target", str(target), "--quiet").stdout == ""
    assert not (target / "old").exists()
    assert (target / "_internal" / "data").read_text() == "of the new one"
    assert [path.name for path in tmp_path.glob(".hipmap*")] == []


@linux_only
def test_one_changed_byte_and_nothing_is_written(installer: Path, tmp_path: Path) -> None:
    content = bytearray(installer.read_bytes())
    content[-40] ^= 1
    installer.write_bytes(content)
    done = install(installer, "--target", str(tmp_path / "x"))
    assert done.returncode == 2
    assert "damaged or was changed" in done.stderr
    assert not (tmp_path / "x").exists()
    assert install(installer, "--check").returncode == 2


@linux_only
@pytest.mark.parametrize(
    ("mark", "other", "words"),
    [
        (b"machine=", b"machine=sparc64 was=", "it is for sparc64 with 64 bits"),
        (b"glibc=", b"glibc=99 was=", "needs glibc 2.99 or newer"),
        (b"kibibytes=", b"kibibytes=99999999999 was=", "too little room"),
    ],
)
def test_a_system_that_does_not_fit_is_refused(
    mark: bytes, other: bytes, words: str, installer: Path, tmp_path: Path
) -> None:
    installer.write_bytes(installer.read_bytes().replace(mark, other, 1))
    done = install(installer, "--target", str(tmp_path / "x"))
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "x").exists()


@linux_only
def test_a_folder_of_someone_else_is_left_alone(installer: Path, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "thesis.txt").write_text("mine")
    done = install(installer, "--target", str(tmp_path / "work"))
    assert done.returncode == 2
    assert "is not hipmap's" in done.stderr
    assert (tmp_path / "work" / "thesis.txt").read_text() == "mine"
    blocked = install(installer, "--target", str(tmp_path / "work" / "thesis.txt" / "x"))
    assert "no right to make" in blocked.stderr


@linux_only
def test_a_running_copy_is_not_replaced(installer: Path, tmp_path: Path) -> None:
    target = installed_before(tmp_path / "hipmap", "1.0.0")
    sleeper = shutil.which("sleep")
    assert sleeper is not None
    shutil.copy(sleeper, target / "running")
    with subprocess.Popen([str(target / "running"), "60"]) as running:
        done = install(installer, "--target", str(target))
        running.kill()
    assert done.returncode == 2
    assert f"hipmap is running (process {running.pid})" in done.stderr
    assert (target / "VERSION").read_text() == "1.0.0\n"


@linux_only
def test_a_program_that_does_not_start_is_not_put_in_place(
    program: Path, installer: Path, tmp_path: Path
) -> None:
    (program / "hipmap").write_text("#!/bin/sh\nexit 1\n")
    broken = run_file.write_run_file(program, tmp_path, Release("1.2.3", RELEASE.epoch, os.uname().machine))
    done = install(broken, "--target", str(tmp_path / "x"))
    assert done.returncode == 2
    assert "does not start" in done.stderr
    assert not (tmp_path / "x").exists()
    assert [path.name for path in tmp_path.glob(".hipmap*")] == []


def test_the_script_names_the_length_and_digest_of_what_follows_it() -> None:
    stub = run_file.stub_text(b"payload", 1000, 35, "x.run", RELEASE)
    assert f"lines={stub.count(chr(10)) + 1} " in stub
    assert hashlib.sha256(b"payload").hexdigest() in stub
    assert "@" not in re.sub(r'"\$@"', "", stub)


def test_the_program_may_not_outgrow_its_limit() -> None:
    assert frozen.LARGEST == 210_000_000
