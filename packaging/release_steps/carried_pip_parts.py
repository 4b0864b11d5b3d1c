"""The pip that a wheelhouse carries, and what pip in turn holds within itself."""

from __future__ import annotations

import re
import zipfile
from email import message_from_string
from pathlib import PurePosixPath

from setup_steps.carried_pip import PIP_SHA256, PIP_WHEEL
from setup_steps.layout import CARRIED_WHEELS

from release_steps.parts import Part

# pip names the versions of what it holds, not the licences; these are as the texts beside them say.
_LICENCES = {
    "CacheControl": "Apache-2.0", "certifi": "MPL-2.0", "distlib": "PSF-2.0", "distro": "Apache-2.0",
    "idna": "BSD-3-Clause", "msgpack": "Apache-2.0", "packaging": "Apache-2.0 OR BSD-2-Clause",
    "platformdirs": "MIT", "pygments": "BSD-2-Clause", "pyproject-hooks": "MIT", "requests": "Apache-2.0",
    "resolvelib": "ISC", "rich": "MIT",
    "setuptools": "MIT", "tomli": "MIT", "tomli-w": "MIT", "truststore": "MIT", "urllib3": "MIT",
}  # fmt: skip
_SOURCE = "https://github.com/pypa/pip"


def parts_of_pip() -> tuple[Part, ...]:
    """The wheel of pip itself, with the texts of all licences in it, then each library within it."""
    with zipfile.ZipFile(CARRIED_WHEELS / PIP_WHEEL) as wheel:
        about = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        told = message_from_string(wheel.read(about).decode("utf-8"))
        within = f"{PurePosixPath(about).parent}/licenses/"
        texts = tuple(
            (f"pip/{name.removeprefix(within)}", wheel.read(name).decode("utf-8", "replace"))
            for name in sorted(wheel.namelist())
            if name.startswith(within) and not name.endswith("/")
        )
        listed = wheel.read("pip/_vendor/vendor.txt").decode("utf-8")
    version = str(told["Version"])
    own = Part(
        name="pip", version=version, licence=str(told["License-Expression"]), purl=f"pkg:pypi/pip@{version}",
        source=_SOURCE, sha256=(PIP_SHA256,), texts=texts,
    )  # fmt: skip
    return own, *_within(listed, texts)


def _within(listed: str, texts: tuple[tuple[str, str], ...]) -> list[Part]:
    return [
        Part(
            name=name, version=version, licence=_LICENCES.get(name, ""), within="pip", texts=texts,
            source=f"{_SOURCE}/tree/main/src/pip/_vendor",
        )
        for name, version in re.findall(r"^\s*([\w.-]+)==([\w.]+)", listed, re.MULTILINE)
    ]  # fmt: skip
