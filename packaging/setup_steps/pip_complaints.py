"""Turns what pip prints when it fails into one sentence that says what to do."""

from __future__ import annotations

import re

# The line under pip's headline: "name==version from address-of-file#sha256=...:", the address not always.
_MISMATCH = re.compile(
    r"DO NOT MATCH THE HASHES.*?^ +(\S+==[^\s:]+)(?: from ([^\s#]+))?", re.DOTALL | re.MULTILINE
)
_NOT_FOUND = re.compile(r"No matching distribution found for ([^\s;(]+)")
_DISK_FULL = re.compile(r"No space left on device|Errno 28\b|Disk quota exceeded|Errno 122\b|WinError 112\b")
_NO_RIGHT = re.compile(r"Permission denied|Read-only file system|Access is denied|Errno 13\b|Errno 30\b")
_PLACE = re.compile(r"(?:denied|file system): '([^']+)'")
_CERTIFICATE = re.compile(r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify failed", re.IGNORECASE)
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|Max retries exceeded"
    r"|ConnectTimeout|ReadTimeout|Connection (?:refused|reset|broken|aborted)|Network is unreachable"
    r"|ProxyError|getaddrinfo failed|Name or service not known|Connection to \S+ timed out",
    re.IGNORECASE,
)


def explain(output: str, *, from_wheelhouse: str | None) -> str:
    """The sentence for a failed installation; `from_wheelhouse` is the folder it installed from, if one."""
    for recognise in (_hash_mismatch, _disk_full, _no_right, _no_network):
        sentence = recognise(output)
        if sentence:
            return sentence
    missing = _NOT_FOUND.search(output)
    if missing and from_wheelhouse:
        return (
            f"The wheelhouse {from_wheelhouse} has no file of {missing[1]} that fits this system and Python. "
            "Complete it, or take it away to install from the package index."
        )
    if missing:
        return (
            f"The package index has no file of {missing[1]} that fits this system and Python. "
            "Try another Python from 3.11 on."
        )
    return f"pip did not succeed. Its last words: {_last_line(output)}"


def _hash_mismatch(output: str) -> str | None:
    match = _MISMATCH.search(output)
    if not match:
        return None
    file = (match[2] or match[1]).rsplit("/", 1)[-1].rstrip(":")
    return (
        f"{file} is not the file that requirements.lock names: its SHA-256 differs. It was not installed. "
        "It is damaged or was exchanged on the way; empty pip's cache and wheelhouse of it and try again."
    )


def _disk_full(output: str) -> str | None:
    if not _DISK_FULL.search(output):
        return None
    return "The disk is full. About 1 GB must be free; make room and give the same command again."


def _no_right(output: str) -> str | None:
    if not _NO_RIGHT.search(output):
        return None
    match = _PLACE.search(output)
    place = match[1] if match else "the environment's folder"
    return f"No right to write {place}. Use a copy of hipmap in a folder that belongs to you."


def _no_network(output: str) -> str | None:
    if _CERTIFICATE.search(output):
        return (
            "The package index could not be trusted: its certificate was not accepted. Set PIP_CERT to the "
            "certificate file that your network uses, and check this machine's date."
        )
    if not _NO_NETWORK.search(output):
        return None
    return (
        "The package index cannot be reached. Check the network (and the proxy or index that pip is "
        "configured for), or put a wheelhouse into wheels/ and give the same command again."
    )


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.upper().startswith("ERROR")]
    return (errors or lines or ["none"])[-1]
