"""Archives, sums and signatures: the same bytes from the same files, and refusal of any other."""

import ast
import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import sign
import verify
from release_steps.archives import ar_bytes, gzipped, tar_bytes, write_tar_gz, write_zip
from release_steps.sums import write_sums

EPOCH = 1_700_000_000
PASSPHRASE = "twelve grey geese"


def tree_in(folder: Path, mtime: int, umask: int) -> Path:
    """The same small tree, made at another time and under other rights."""
    former = os.umask(umask)
    try:
        (folder / "b ü").mkdir(parents=True)
        (folder / "b ü" / "text").write_text("x")
        (folder / "a").write_text("#!/bin/sh\n")
        (folder / "a").chmod(0o755 & ~umask)
        (folder / "link").symlink_to("a")
    finally:
        os.umask(former)
    for path in folder.rglob("*"):
        os.utime(path, (mtime, mtime), follow_symlinks=False)
    return folder


def test_an_archive_does_not_tell_when_and_where_it_was_made(tmp_path: Path) -> None:
    trees = [tree_in(tmp_path / "one", 1_000_000, 0o022), tree_in(tmp_path / "two", 2_000_000, 0o077)]
    tars = [tar_bytes(tree, EPOCH, "x/") for tree in trees]
    assert tars[0] == tars[1]
    assert gzipped(tars[0]) == gzipped(tars[1])
    for number, tree in enumerate(trees):
        (tree / "link").unlink()
        write_zip(tree, tmp_path / f"{number}.zip", EPOCH, "x/")
        write_tar_gz(tree, tmp_path / f"{number}.tar.gz", EPOCH, "x/")
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()
    assert (tmp_path / "0.tar.gz").read_bytes() == (tmp_path / "1.tar.gz").read_bytes()


def test_an_archive_holds_names_rights_and_links(tmp_path: Path) -> None:
    tree = tree_in(tmp_path / "one", 1_000_000, 0o077)
    with tarfile.open(fileobj=io.BytesIO(tar_bytes(tree, EPOCH, "x/"))) as archive:
        found = {entry.name: entry for entry in archive}
    assert set(found) == {"x", "x/a", "x/b ü", "x/b ü/text", "x/link"}
    assert (found["x/a"].mode, found["x/b ü/text"].mode, found["x/b ü"].mode) == (0o755, 0o644, 0o755)
    assert found["x/link"].linkname == "a"
    assert {entry.mtime for entry in found.values()} == {EPOCH}
    assert {entry.uname for entry in found.values()} == {"root"}
    (tree / "link").unlink()
    with zipfile.ZipFile(write_zip(tree, tmp_path / "z.zip", EPOCH, "")) as packed:
        assert packed.namelist() == ["a", "b ü/text"]
        assert packed.getinfo("a").external_attr >> 16 == 0o100755


def test_the_archive_of_a_debian_package_is_padded_to_even_lengths() -> None:
    packed = ar_bytes([("debian-binary", b"2.0\n"), ("odd", b"123")], EPOCH)
    assert packed.startswith(b"!<arch>\ndebian-binary   1700000000  0     0     100644  4         `\n2.0\n")
    assert packed.endswith(b"123\n")


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A signed folder of two files."""
    folder = tmp_path / "release"
    folder.mkdir()
    (folder / "hipmap.deb").write_bytes(b"package")
    (folder / "hipmap.run").write_bytes(b"program")
    write_sums(folder)
    said(monkeypatch, PASSPHRASE)
    sign.make_keys(tmp_path)
    said(monkeypatch, PASSPHRASE)
    sign.sign_sums(folder, tmp_path / sign.SECRET)
    return folder


def said(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(words + "\n"))


def verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a person reads who verifies a folder with the key beside it."""
    code = verify.main([str(folder), "--key", str(folder.parent / sign.PUBLIC)])
    told = capsys.readouterr()
    assert (code, bool(told.err)) in ((0, False), (2, True))
    return told.out or told.err


def test_a_whole_release_is_verified(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(release, capsys).startswith("Verified: 2 files")


def test_a_part_of_a_release_is_verified(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (release / "hipmap.run").unlink()
    assert verified(release, capsys).startswith("Verified: 1 files")


@pytest.mark.parametrize("name", ["hipmap.deb", "SHA256SUMS", "SHA256SUMS.sig"])
def test_one_changed_byte_is_refused(name: str, release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray((release / name).read_bytes())
    content[0] ^= 1
    (release / name).write_bytes(content)
    assert verified(release, capsys).startswith("NOT VERIFIED")


def test_new_sums_for_a_changed_file_are_refused(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (release / "hipmap.deb").write_bytes(b"another")
    write_sums(release)
    assert "not signed by this key" in verified(release, capsys)


def test_another_key_is_refused(
    release: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = release.parent / "other"
    other.mkdir()
    said(monkeypatch, PASSPHRASE)
    sign.make_keys(other)
    (other / sign.PUBLIC).replace(release.parent / sign.PUBLIC)
    assert "not signed by this key" in verified(release, capsys)


@pytest.mark.parametrize("name", ["hipmap-2-setup.exe", ".hidden", "notes/"])
def test_what_is_not_listed_is_named_and_refused(
    name: str, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name.endswith("/"):
        (release / name).mkdir()
    else:
        (release / name).write_bytes(b"not signed by anybody")
    told = verified(release, capsys)
    assert told.startswith("NOT VERIFIED")
    assert name in told


def test_of_much_that_is_not_listed_the_first_are_named(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(30):
        (release / f"download {number:02}").touch()
    told = verified(release, capsys)
    assert "download 00, " in told
    assert "and 25 more" in told


def test_the_key_and_the_program_may_lie_beside_what_they_verify(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for source in (release.parent / sign.PUBLIC, Path(verify.__file__)):
        (release / source.name).write_bytes(source.read_bytes())
    command = [sys.executable, "verify.py", ".", "--key", sign.PUBLIC]
    done = subprocess.run(command, cwd=release, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Verified: 2 files")


def test_an_old_python_is_told_what_it_needs() -> None:
    """The file can be parsed by Python 3.6, and ends before it uses anything newer."""
    ast.parse(Path(verify.__file__).read_text(encoding="utf-8"), feature_version=(3, 6))
    program = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); "
        "runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    command = [sys.executable, "-c", program, verify.__file__]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs Python 3.11 or newer; this is Python 3.9" in done.stderr


@pytest.mark.parametrize("cut", [0, 63, 65])
def test_a_signature_of_another_length_is_refused(
    cut: int, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signature = release / "SHA256SUMS.sig"
    signature.write_bytes((signature.read_bytes() + b"\0")[:cut])
    assert "not signed" in verified(release, capsys)


def test_a_file_that_is_no_key_is_refused(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (release.parent / sign.PUBLIC).write_text("-----BEGIN PUBLIC KEY-----\nnonsense\n")
    assert "no Ed25519 public key" in verified(release, capsys)


def test_a_key_is_never_replaced_and_needs_its_passphrase(
    release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(monkeypatch, PASSPHRASE)
    with pytest.raises(verify.Refused, match="never replaced"):
        sign.make_keys(release.parent)
    said(monkeypatch, "short")
    with pytest.raises(verify.Refused, match="12 characters"):
        sign.make_keys(release)
    said(monkeypatch, "another passphrase")
    with pytest.raises(verify.Refused, match="passphrase is another"):
        sign.sign_sums(release, release.parent / sign.SECRET)
    assert (release.parent / sign.SECRET).stat().st_mode & 0o077 == 0


def test_a_public_key_is_not_replaced_where_its_secret_key_is_elsewhere(
    release: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (release.parent / sign.SECRET).rename(release / "kept elsewhere")
    public = (release.parent / sign.PUBLIC).read_bytes()
    said(monkeypatch, PASSPHRASE)
    assert sign.main(["keys", str(release.parent)]) == 2
    assert "never replaced" in capsys.readouterr().err
    assert (release.parent / sign.PUBLIC).read_bytes() == public
    assert not (release.parent / sign.SECRET).exists()


@pytest.mark.parametrize("change", ["one missing", "one too many", "the key among them"])
def test_only_what_is_listed_is_signed_and_all_of_it(
    change: str, release: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = release.parent / sign.SECRET
    (release / verify.SIGNATURE).unlink()
    if change == "one missing":
        (release / "hipmap.run").unlink()
    elif change == "one too many":
        (release / "hipmap-2-setup.exe").touch()
    else:
        key = key.rename(release / sign.SECRET)
        write_sums(release)
    said(monkeypatch, PASSPHRASE)
    assert sign.main(["sign", str(release), "--key", str(key)]) == 2
    told = capsys.readouterr().err
    assert {"one missing": "hipmap.run", "one too many": "hipmap-2-setup.exe"}.get(change, key.name) in told
    assert not (release / verify.SIGNATURE).exists()


def test_nothing_damaged_is_signed(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (release / "hipmap.deb").write_bytes(b"cut short")
    said(monkeypatch, PASSPHRASE)
    with pytest.raises(verify.Refused, match="damaged"):
        sign.sign_sums(release, release.parent / sign.SECRET)


def test_verifying_needs_nothing_but_python() -> None:
    program = "import sys; sys.path.insert(0, 'packaging'); import verify; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], cwd=Path(verify.__file__).parents[1], capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert not {"cryptography", "_cffi_backend"} & set(done.stdout.split())
