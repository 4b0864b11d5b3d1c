"""Looks at the screens of the real window: pictures of them, and what can be measured on them."""
