import dynamodb from './index.cjs';

export const { DynamoDbLedger, tableDefinition, timeToLive } = dynamodb;
