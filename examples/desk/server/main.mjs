// The desk's server: reads its settings, opens its ledger, and serves until it is told to stop.
import { OutboundCallerPolicy } from 'denwaban';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { openApp } from './app.mjs';
import { developmentIdentity, openIdentity } from './identity.mjs';
import { openLedger } from './keeping.mjs';
import { said } from './logs.mjs';
import { seed } from './seed.mjs';
import { settingsOf } from './settings.mjs';
import { readWrapUp } from './wrap_up.mjs';

const settings = settingsOf(process.env);
if (!settings.table) mkdirSync(dirname(settings.file), { recursive: true });
const ledger = await openLedger(settings);
const begun = Date.now();
const clock = settings.begin === null ? Date.now : () => settings.begin + Date.now() - begun;
const { issuer } = settings.identity;
const identity = await (issuer ? openIdentity(settings.identity, clock) : developmentIdentity(clock));
const policy = settings.outbound && OutboundCallerPolicy.fromJson(readFileSync(settings.outbound, 'utf8'));
const wrapUp = readWrapUp(settings.wrapUp);
const app = await openApp({ ledger, identity, settings, policy, wrapUp, clock });
if (settings.seed) app.log.info({ count: await seed(ledger, clock()) }, said.seeded);

/** What has begun is answered, streams end, and the ledger is closed. */
const stop = async (signal) => {
  app.log.info({ signal }, said.stopping);
  await app.close();
  app.log.info(said.stopped);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
await app.listen({ host: settings.host, port: settings.port, listenTextResolver: () => said.listening });
const { port } = app.server.address();
process.stdout.write(`http://${settings.host}:${port}/\n`);
