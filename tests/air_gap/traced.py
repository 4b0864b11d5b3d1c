"""Runs a program without a network and under strace, and tells which doors to a network it tried."""

import os
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CALLS = "trace=socket,connect,bind,sendto,sendmsg,sendmmsg,open,openat,execve"
_SOCKET = re.compile(r"\bsocket\((AF_\w+|PF_\w+|0x[0-9a-f]+|\d+)")
_PEER = re.compile(r"\bsa_family=(AF_\w+)")
# What the C library reads when a name is looked up. (nsswitch.conf is read for a user's name as well.)
_LOOKED_UP = re.compile(
    r'"(/etc/(?:resolv\.conf|hosts|host\.conf|gai\.conf)|[^"]*libnss_(?:dns|resolve)[^"]*)"'
)
_WITHIN = frozenset({"AF_UNIX", "AF_LOCAL"})
# Sockets of this machine behind which somebody else may ask the network: only the display, the bus of
# the session, that of assistive tools, and that of the system, which tells when the computer sleeps, are
# spoken to. (The C library tries nscd for a user's name too; where it answers, nothing can be told.)
_LOCAL_PEER = re.compile(r'sun_path=@?"([^"]*)"[^)\n]*\)?(?:\s*=\s*(-?\d+))?')
_DISPLAY_AND_SESSION = re.compile(
    r"/tmp/\.X11-unix/|/tmp/dbus-|(?:/var)?/run/dbus/system_bus_socket$|(?:/run|/tmp|/home|/root)/[^\"]*/?(?:wayland-\d+|bus|at-spi[^\"]*)$"
)
_NSCD = "/var/run/nscd/socket"


@dataclass(frozen=True)
class Trace:
    """What was seen: families of sockets with how often, and what was read to look up a name."""

    sockets: Counter[str]
    looked_up: tuple[str, ...]
    programs: int
    files: int
    local: tuple[str, ...] = ()  # sockets of this machine that are neither display nor session

    @property
    def outward(self) -> list[str]:
        """Doors to a network; none may be tried, not even in vain."""
        return sorted(
            {*(family for family in self.sockets if family not in _WITHIN), *self.looked_up, *self.local}
        )

    def summary(self) -> str:
        """A line for a person."""
        told = ", ".join(f"{family} {count}" for family, count in sorted(self.sockets.items())) or "none"
        return (
            f"{self.programs} programs, {self.files} files opened; sockets: {told}; "
            f"names looked up: {', '.join(self.looked_up) or 'none'}"
        )


@cache
def why_not_here() -> str:
    """Why nothing can be traced on this machine; nothing if it can.

    Where HIPMAP_MUST_TRACE says so, as the gate does on Linux, that is no reason to leave the tests out.
    """
    found = _obstacle()
    if found and os.environ.get("HIPMAP_MUST_TRACE"):
        raise RuntimeError(f"the air gap must be proved here, and {found}")
    return found


def _obstacle() -> str:
    for tool in ("strace", "unshare"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    command = ["unshare", "--map-root-user", "--net", "strace", "-f", "-o", "/dev/null", "true"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    return f"this machine does not allow it: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}"


def traced(
    command: list[str], log: Path, variables: dict[str, str], folder: Path, words: str = ""
) -> tuple[Trace, "subprocess.CompletedProcess[str]"]:
    """Runs a command in a network namespace that holds nothing but itself."""
    done = subprocess.run(
        ["unshare", "--map-root-user", "--net", "strace", "-f", "--seccomp-bpf", "-e", _CALLS, "-o", str(log),
         *command],
        cwd=folder, env=variables, input=words, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    return read_trace(log.read_text(encoding="utf-8", errors="replace")), done


def read_trace(text: str) -> Trace:
    """Reads what strace wrote."""
    sockets = Counter(_SOCKET.findall(text))
    sockets.update({family: 1 for family in _PEER.findall(text) if family not in sockets})
    return Trace(
        sockets,
        tuple(sorted(set(_LOOKED_UP.findall(text)))),
        len(re.findall(r"\bexecve\(.*= 0$", text, re.MULTILINE)),
        len(re.findall(r"\bopen(?:at)?\(.*= \d+$", text, re.MULTILINE)),
        tuple(sorted({path for path, result in _LOCAL_PEER.findall(text) if _may_lead_out(path, result)})),
    )


def _may_lead_out(path: str, result: str) -> bool:
    if path == _NSCD:
        return not result.startswith("-")
    return bool(path) and _DISPLAY_AND_SESSION.match(path) is None
