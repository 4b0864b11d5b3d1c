"""What a person reads when pip fails; the outputs are pip's own words, shortened."""

import pytest
from setup_steps.pip_complaints import explain

HASH_MISMATCH = """\
Collecting pydantic==2.14.3 (from -r requirements-run.txt (line 9))
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package
versions, please update the hashes. Otherwise, examine the package contents carefully.
    pydantic==2.14.3 from file:///wheels/pydantic-2.14.3-py3-none-any.whl (from -r run.txt (line 9)):
        Expected sha256 0000
        Expected     or 1111
             Got        2222
"""
NO_NETWORK = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError: Failed to establish a new
connection: [Errno -3] Temporary failure in name resolution': /simple/pydantic/
ERROR: Could not find a version that satisfies the requirement pydantic==2.14.3 (from versions: none)
ERROR: No matching distribution found for pydantic==2.14.3
"""
NO_FILE = """\
ERROR: Could not find a version that satisfies the requirement numpy==2.4.6 (from versions: 2.0.0)
ERROR: No matching distribution found for numpy==2.4.6
"""


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (HASH_MISMATCH, ["pydantic-2.14.3-py3-none-any.whl", "SHA-256 differs", "not installed"]),
        (NO_NETWORK, ["cannot be reached", "wheels/"]),
        (NO_FILE, ["no file of numpy==2.4.6", "another Python"]),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            ["disk is full"],
        ),
        (
            "ERROR: Could not install packages: [Errno 13] Permission denied: '/x/.venv/lib'",
            ["No right to write /x/.venv/lib"],
        ),
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", ["certificate", "PIP_CERT"]),
        ("Collecting a\nERROR: something quite new\n", ["something quite new"]),
        ("", ["did not succeed"]),
    ],
)
def test_the_sentence_names_the_cause_and_the_mend(output: str, words: list[str]) -> None:
    sentence = explain(output, from_wheelhouse=None)
    assert [word for word in words if word not in sentence] == []
    assert "\n" not in sentence


def test_a_gap_in_the_wheelhouse_is_told_as_such() -> None:
    assert "wheelhouse wheels has no file of numpy==2.4.6" in explain(NO_FILE, from_wheelhouse="wheels")
