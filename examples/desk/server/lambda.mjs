// The same desk behind API Gateway (HTTP API, payload 2.0) or a function URL: a table in DynamoDB, an issuer's tokens. There
// is no stream of events here: who shows something asks again for what is shown.
import awsLambda from '@fastify/aws-lambda';
import { OutboundCallerPolicy } from 'denwaban';
import { readFileSync } from 'node:fs';

import { openApp } from './app.mjs';
import { openIdentity } from './identity.mjs';
import { openLedger } from './keeping.mjs';
import { settingsOf } from './settings.mjs';
import { readWrapUp } from './wrap_up.mjs';

/** A handler of an app that somebody else opens. */
export const handlerOf = (app) => awsLambda(app, { decorateRequest: false, parseCommaSeparatedQueryParams: false });

const opening = async () => {
  const settings = settingsOf({ ...process.env, NODE_ENV: 'production' });
  const [ledger, identity] = await Promise.all([openLedger(settings), openIdentity(settings.identity)]);
  const policy = settings.outbound && OutboundCallerPolicy.fromJson(readFileSync(settings.outbound, 'utf8'));
  return handlerOf(await openApp({ ledger, identity, settings, policy, wrapUp: readWrapUp(settings.wrapUp) }));
};
let opened;

/** Opened once for a container; what failed is tried again. */
export const handler = async (event, context) => {
  opened ??= opening().catch((error) => {
    opened = undefined;
    throw error;
  });
  return (await opened)(event, context);
};
