"""Runs a program without a network and under strace, and tells which doors to a network it tried."""

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


@dataclass(frozen=True)
class Trace:
    """What was seen: families of sockets with how often, and what was read to look up a name."""

    sockets: Counter[str]
    looked_up: tuple[str, ...]
    programs: int
    files: int

    @property
    def outward(self) -> list[str]:
        """Doors to a network; none may be tried, not even in vain."""
        return sorted({*(family for family in self.sockets if family not in _WITHIN), *self.looked_up})

    def summary(self) -> str:
        """A line for a person."""
        told = ", ".join(f"{family} {count}" for family, count in sorted(self.sockets.items())) or "none"
        return (
            f"{self.programs} programs, {self.files} files opened; sockets: {told}; "
            f"names looked up: {', '.join(self.looked_up) or 'none'}"
        )


@cache
def why_not_here() -> str:
    """Why nothing can be traced on this machine; nothing if it can."""
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
    )
