"""Puts a policy in force for a test, as an administrator would, but in a folder of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hipmap.storage.policy import in_force
from hipmap.storage.policy.in_force import in_force as read_in_force

HEAD = 'schema = "hipmap-policy/1"\ncontact = "Ann at the IT desk"\n'


@contextmanager
def governed(folder: Path, text: str | bytes) -> Iterator[Path]:
    """Gives the file of a policy that holds while this is open; a text gets its head."""
    path = folder / "policy.toml"
    path.write_bytes(text if isinstance(text, bytes) else (HEAD + text).encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_force, "policy_places", lambda: (path,))
        read_in_force.cache_clear()
        try:
            yield path
        finally:
            read_in_force.cache_clear()
