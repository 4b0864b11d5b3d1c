"""The program for Windows, laid together on Linux: an embeddable Python, the wheels, and what starts them."""
