"""Pictures without a window: the body map with its marks, and the likelihoods, as SVG."""
