"""The SOAP note: plain ASCII for the clipboard, from a template that a clinic may edit."""
