"""hipmap opens no internet socket and looks up no name, whatever it is used for."""

import sys
from pathlib import Path

import pytest

from tests.air_gap.journey import LEGS, ROOT, Leg, from_sources, variables_of, window_tests
from tests.air_gap.traced import read_trace, traced, why_not_here

needs_strace = pytest.mark.skipif(bool(why_not_here()), reason=why_not_here() or "it can be traced")


@needs_strace
@pytest.mark.parametrize(
    ("program", "door"),
    [
        ("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "AF_INET"),
        ("import socket; socket.socket(socket.AF_INET6, socket.SOCK_STREAM)", "AF_INET6"),
        ("import socket\ntry: socket.getaddrinfo('hipmap.invalid', 80)\nexcept OSError: pass", "/etc/hosts"),
        (
            "import socket\ntry: socket.socket(socket.AF_UNIX).connect('/run/avahi-daemon/socket')"
            "\nexcept OSError: pass",
            "/run/avahi-daemon/socket",
        ),
    ],
)
def test_a_door_that_is_tried_in_vain_is_seen(program: str, door: str, tmp_path: Path) -> None:
    trace, done = traced([sys.executable, "-c", program], tmp_path / "log", variables_of(tmp_path), tmp_path)
    assert done.returncode == 0, done.stderr
    assert door in trace.outward


@needs_strace
def test_no_command_opens_a_door_to_a_network(tmp_path: Path) -> None:
    variables = {**variables_of(tmp_path), "PYTHONPATH": str(ROOT)}
    for leg in LEGS:
        if leg.name not in (
            "bundle",
            "records verified",
        ):  # dear, and much like the others; run_air_gap.py has them
            walk(leg, variables, tmp_path)


@needs_strace
def test_the_window_in_use_opens_no_door_to_a_network(tmp_path: Path) -> None:
    trace, done = traced(window_tests(), tmp_path / "log", variables_of(tmp_path), ROOT)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert trace.outward == [], trace.summary()
    assert "3 passed" in done.stdout


def walk(leg: Leg, variables: dict[str, str], folder: Path) -> None:
    """Goes one leg, which must do its work and try no door."""
    trace, done = traced([*from_sources(), *leg.arguments], folder / "log", variables, folder, leg.words)
    assert done.returncode == 0, (leg.name, done.stderr)
    assert not leg.made or (folder / leg.made).stat().st_size > 0
    assert trace.outward == [], (leg.name, trace.summary())
    assert trace.files > 10


def test_what_strace_writes_is_read() -> None:
    trace = read_trace(
        '7 execve("/bin/x", ["x"], 0x0) = 0\n'
        "7 socket(AF_UNIX, SOCK_STREAM, 0) = 3\n"
        "7 socket(AF_INET, SOCK_DGRAM, 0) = -1 EPERM (Operation not permitted)\n"
        "7 socket(AF_NETLINK, SOCK_RAW, 0) = 4\n"
        '8 sendto(5, "", 0, 0, {sa_family=AF_INET6}, 28) = -1 ENETUNREACH (Network is unreachable)\n'
        '8 openat(AT_FDCWD, "/etc/resolv.conf", O_RDONLY) = -1 ENOENT (No such file or directory)\n'
        '8 openat(AT_FDCWD, "/etc/nsswitch.conf", O_RDONLY) = 9\n'
    )
    assert trace.outward == ["/etc/resolv.conf", "AF_INET", "AF_INET6", "AF_NETLINK"]
    assert (trace.programs, trace.files) == (1, 1)
    assert "AF_UNIX 1" in trace.summary()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X0"}, 20) = 0', []),
        ('connect(3, {sa_family=AF_UNIX, sun_path="/run/user/1000/wayland-0"}, 27) = 0', []),
        ('connect(3, {sa_family=AF_UNIX, sun_path="/run/user/1000/bus"}, 20) = 0', []),
        ('connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No)', []),
        ('connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 9) = 0', ["/var/run/nscd/socket"]),
        (
            'connect(3, {sa_family=AF_UNIX, sun_path="/run/avahi-daemon/socket"}, 110 <unfinished ...>',
            ["/run/avahi-daemon/socket"],
        ),
    ],
)  # fmt: skip
def test_a_service_of_this_machine_that_could_ask_the_network_is_a_door(line: str, told: list[str]) -> None:
    assert read_trace(f"7 {line}\n").outward == told
