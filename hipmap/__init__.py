"""hipmap tells whether pain around the hip comes from the hip, the lower back or somewhere else."""

__version__ = "0.1.0"
