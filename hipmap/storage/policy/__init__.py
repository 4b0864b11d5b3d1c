"""The policy of an administrator: where it lies, how it is read, and what it leaves to the user."""
