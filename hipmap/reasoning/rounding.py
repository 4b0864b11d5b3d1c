"""How exact the engine's numbers are told."""

# The last bits differ with a system's arithmetic: rounded off, they never show, and never order anything.
DIGITS = 6
