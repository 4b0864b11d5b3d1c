"""The steps that turn a fresh machine and a checkout into a running or a checked hipmap.

Standard library only: nothing is installed yet when these modules run.
"""
