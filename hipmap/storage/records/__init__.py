"""The records: patients and visits in one encrypted vault. Loads what it needs only when it is used."""
