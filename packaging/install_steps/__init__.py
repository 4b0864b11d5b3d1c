"""The steps that install hipmap from a folder of wheels; standard library only."""
