// What the tests of DynamoDB in Node share: a server, clients of it, and tables.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { CreateTableCommand, DynamoDBClient, ScanCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDbLedger, tableDefinition, timeToLive } from 'denwaban/dynamodb';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Another server, if DENWABAN_DYNAMODB_ENDPOINT names one. */
export const startServer = async () => {
  const given = process.env.DENWABAN_DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given, stop() {} };
  const python = `${root}build/dynamodb/bin/python`;
  const server = spawn(python, [`${root}tests/dynamodb/server.py`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise((_, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the server of tests/dynamodb/setup.sh ended with ${code}`)));
  });
  failed.catch(() => {});
  const port = await Promise.race([createInterface(server.stdout)[Symbol.asyncIterator]().next(), failed]);
  return { endpoint: `http://127.0.0.1:${port.value}`, stop: () => server.stdin.end() };
};

export const clientOf = (endpoint, options = {}) =>
  new DynamoDBClient({
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    ...options,
  });

let tables = 0;
export const makeTable = async (client) => {
  const table = `ledger-${process.pid}-${++tables}`;
  await client.send(new CreateTableCommand(tableDefinition(table)));
  await client.send(new UpdateTimeToLiveCommand(timeToLive(table)));
  return table;
};
export const makeLedger = async (client) => new DynamoDbLedger({ client, table: await makeTable(client) });

/** All items of a table. */
export const itemsOf = async (client, table) => {
  const items = [];
  let ExclusiveStartKey;
  do {
    const page = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey }));
    items.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
};
