"""Letters and handouts: one document of blocks, written as a web page or set as a PDF."""
