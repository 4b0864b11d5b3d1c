"""The environment that holds the tools of the build and what hipmap runs with, from two locks with hashes."""

from __future__ import annotations

from pathlib import Path

from setup_steps import lock
from setup_steps.checkout_link import site_packages_of
from setup_steps.environment import ensure_installed
from setup_steps.layout import LOCK, ROOT, program_of, python_of

BUILD_LOCK = ROOT / "packaging" / "requirements-build.lock"
BUILD_VENV = ROOT / ".venv-build"


def ensure_build_environment() -> None:
    """Makes it, or finds that it is made."""
    texts = [path.read_text(encoding="utf-8") for path in (LOCK, BUILD_LOCK)]
    ensure_installed(BUILD_VENV, "build", lock.digest("".join(texts)), wanted(*texts))


def wanted(run_lock: str, build_lock: str) -> list[lock.Requirement]:
    """What hipmap runs with, then the tools; of a package in both, that of the program."""
    chosen = {one.name: one for one in lock.requirements_of("run", run_lock)}
    for one in lock.read_requirements(build_lock):
        if chosen.setdefault(one.name, one).version != one.version:
            raise ValueError(f"the two locks disagree about {one.name}: write them anew")
    return list(chosen.values())


def tool(name: str) -> Path:
    """A program of this environment."""
    return program_of(BUILD_VENV, name)


def build_python() -> Path:
    """Its interpreter."""
    return python_of(BUILD_VENV)


def site_packages_of_build() -> Path:
    """Where its packages lie."""
    return site_packages_of(BUILD_VENV)
