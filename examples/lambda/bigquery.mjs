/** insertAll takes no more at once. */
const mostRows = 500;
const chunksOf = (rows) =>
  Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, n) => [
    n * mostRows,
    rows.slice(n * mostRows, (n + 1) * mostRows),
  ]);

/**
 * `write` upon a table of Google's own client, which takes the rows; those that are to go `mergeInto` finds. Where some of
 * a request are wrong the others are stored.
 */
export const bigQueryWriter =
  ({ staging }) =>
  async (rows) => {
    const refused = [];
    for (const [begin, chunk] of chunksOf(rows)) {
      try {
        await staging.insert(chunk, { raw: true, skipInvalidRows: true });
      } catch (error) {
        if (error.name !== 'PartialFailureError') throw error;
        for (const { row, errors } of error.errors) {
          const index = begin + chunk.findIndex(({ json }) => json.id === (row.json ?? row).id);
          refused.push({ index, message: errors.map(({ message }) => message).join('; ') });
        }
      }
    }
    return refused;
  };

/**
 * From time to time: of each call the newest row of the staging table, in place of an older one. `calls('')` and
 * `calls('_staging')` are the names of the tables.
 */
export const mergeInto = async ({ bigquery, calls }) => {
  const { bigQueryMergeSql } = await import('denwaban');
  await bigquery.query({ query: bigQueryMergeSql(calls(''), calls('_staging')) });
};
