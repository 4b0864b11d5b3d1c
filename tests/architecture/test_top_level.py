"""The top folder holds what was agreed and nothing else."""

from tests.architecture.checkout_files import ROOT, checkout_files

AGREED = frozenset(
    {
        "CHANGELOG.md", "LICENSE", "README.md", "assets", "hipmap", "packaging", "pyproject.toml",
        "requirements.lock", "tests",
    }
)  # fmt: skip
ADDED_BY_ARCHIVE = frozenset({"NOTICES.txt", "PKG-INFO", "sbom.cdx.json"})
NEEDED = AGREED | {".ci", ".gitattributes", ".gitignore"}


def test_nothing_else_lies_at_the_top() -> None:
    names = {path.parts[0] for path in checkout_files()}
    added = frozenset[str]() if (ROOT / ".git").exists() else ADDED_BY_ARCHIVE
    assert {name for name in names - AGREED - added if not name.startswith(".")} == set()


def test_everything_agreed_is_there() -> None:
    assert {name for name in NEEDED if not (ROOT / name).exists()} == set()


def test_the_gate_can_be_started() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "python3 packaging/bootstrap.py test" in script.read_text(encoding="utf-8")


def test_no_python_environment_or_cache_belongs_to_the_checkout() -> None:
    unwanted = {"__pycache__", "site-packages", ".venv", ".venv-core", "node_modules"}
    assert [path for path in checkout_files() if unwanted & set(path.parts)] == []
