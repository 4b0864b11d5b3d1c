"""The window: the only layer that knows Qt."""

from hipmap.desktop.unread_sources import leave_sources_unread

leave_sources_unread()
