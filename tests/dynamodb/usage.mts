// Compiled by types.test.mjs: each @ts-expect-error is a mistake that the types have to catch.
import { CreateTableCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { type Ledger, type LedgerDocument, run } from 'denwaban';
import { DynamoDbLedger, tableDefinition, timeToLive } from 'denwaban/dynamodb';

const client = new DynamoDBClient({ maxAttempts: 5, requestHandler: { requestTimeout: 2000 } });
await client.send(new CreateTableCommand(tableDefinition('ledger')));
await client.send(new UpdateTimeToLiveCommand(timeToLive('ledger')));

const ledger = new DynamoDbLedger({ client, table: 'ledger', signal: AbortSignal.timeout(1000) });
const anyOther: Ledger = ledger;
await run(anyOther, { find_restaurant: { id: 'r1' } });
const found: (LedgerDocument | null)[] = await ledger.read([{ partition: 'p', sort: 'a' }]);
const done = await ledger.commit({ writes: [{ put: { partition: 'p', sort: 'a', body: '{}' } }], now: new Date() });
if (done.result === 'conflict') done.keys.map(({ sort }) => sort);
export { found };

// @ts-expect-error: a table has to be named
new DynamoDbLedger({ client });
// @ts-expect-error: keys are objects
await ledger.read(['a']);
// @ts-expect-error: of a prefix or of two ends
await ledger.query({ partition: 'p', prefix: 'a', first: 'a', last: 'b' });
