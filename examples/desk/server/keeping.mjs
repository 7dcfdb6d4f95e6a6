import { SqliteLedger } from 'denwaban';

/** A file, or a table that a fleet shares. */
export const openLedger = async ({ table, file }) => {
  if (!table) return SqliteLedger.open(file);
  const [{ DynamoDBClient }, { DynamoDbLedger }] = await Promise.all([
    import('@aws-sdk/client-dynamodb'), // Lambda has one
    import('denwaban/dynamodb'),
  ]);
  return new DynamoDbLedger({ client: new DynamoDBClient(), table });
};
