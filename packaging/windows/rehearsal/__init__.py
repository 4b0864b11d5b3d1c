"""The installer for Windows, tried under wine."""
