"""The whole program where there is no network, with every door to one watched."""
