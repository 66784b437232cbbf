"""The records: what one document of each table holds, frozen and checked."""
