import { createRequire } from 'node:module';

// As in ../index.mjs.
const dynamodb = createRequire(import.meta.url)('./index.cjs');

export const { DynamoDbLedger, tableDefinition, timeToLive } = dynamodb;
