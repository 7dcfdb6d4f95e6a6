# Sourced by tests/run.sh: puts what the tests of DynamoDB need into an environment of their own.

dynamodb_setup() {
  local venv=build/dynamodb
  [ -x $venv/bin/python ] || python3 -m venv $venv
  $venv/bin/pip install --quiet --disable-pip-version-check -r tests/dynamodb/requirements.txt
  # BigQuery's emulator wants it where DuckDB looks, and has nobody to download it from.
  mkdir -p $venv/home
  HOME=$PWD/$venv/home $venv/bin/python -c "from duckdb_extensions import import_extension; import_extension('spatial')"
}
