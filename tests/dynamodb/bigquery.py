"""BigQuery for the tests: bqemulator with the emulator's own options, and the names of nested columns in quotes. As it is
published it takes none that is a word of SQL, such as `from`, which BigQuery does."""

from bqemulator.api.routes import tables  # noqa: F401  has the function under a name of its own from here on
from bqemulator.cli import main
from bqemulator.storage import type_map

unquoted = type_map.bq_schema_to_duckdb_columns
type_map.bq_schema_to_duckdb_columns = lambda fields: [(f'"{name}"', kind) for name, kind in unquoted(fields)]
main()
