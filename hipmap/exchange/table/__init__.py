"""Research tables: one row a visit, with a data dictionary, without what tells who somebody is."""
