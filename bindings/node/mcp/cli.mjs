#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const usage = `denwaban mcp LEDGER RESTAURANT [options]: a restaurant's tools for a language model (Model Context Protocol)
  --http PORT      streamable HTTP at /mcp, in place of the process's own streams; 0 is any port
  --host ADDRESS   to listen on: 127.0.0.1
  --allow HOST     a name by which it may be asked for, beside the loopback's
  --actor WORD     for whom the model speaks: guest, agent, restaurant
  --who NAME       of the agent or member of staff
  --phone NUMBER   that the guest's call shows
  --bookings N --covers N --days N --notes N --misses N --hold SECONDS --lapse SECONDS
                   limits, in place of the actor's
`;
const limits = ['bookings', 'covers', 'days', 'notes', 'misses', 'hold', 'lapse'];
const text = { type: 'string' };
const options = {
  http: text,
  host: text,
  allow: { ...text, multiple: true },
  actor: text,
  who: text,
  phone: text,
  help: { type: 'boolean', short: 'h' },
  ...Object.fromEntries(limits.map((name) => [name, text])),
};

const fail = (message) => {
  console.error(`denwaban: ${message}`);
  process.exit(2);
};
const numberOf = (name, word) =>
  /^\d{1,6}$/.test(word) ? Number(word) : fail(`--${name} takes a number, not ${word}`);

const parsed = () => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return fail(`${error.message}\n\n${usage}`);
  }
};

const main = async () => {
  const {
    values,
    positionals: [command, path, restaurant, ...more],
  } = parsed();
  if (values.help) return process.stdout.write(usage);
  if (command !== 'mcp' || restaurant === undefined || more.length > 0)
    fail(`a ledger and a restaurant are wanted\n\n${usage}`);
  if (!existsSync(path)) fail(`there is no ledger ${path}`);
  const { SqliteLedger, ToolDesk } = await import('../index.mjs');
  const { serveHttp, serveStdio } = await import('./index.mjs');
  const ledger = await SqliteLedger.open(path);
  const given = limits.filter((name) => values[name] !== undefined);
  const caller = {
    actor: values.actor,
    who: values.who,
    phone: values.phone,
    limits: Object.fromEntries(given.map((name) => [name, numberOf(name, values[name])])),
  };
  // What a call would be refused for, the start is.
  await new ToolDesk(ledger).call({ restaurant, session: 'start', ...caller, tool: 'hours' }, { now: new Date() });
  if (values.http === undefined) {
    await serveStdio(ledger, restaurant, caller);
    return ledger.close();
  }
  const { host, allow: allowedHosts } = values;
  const server = await serveHttp(ledger, restaurant, {
    host,
    allowedHosts,
    port: numberOf('http', values.http),
    ...caller,
  });
  console.error(`denwaban: http://${host ?? '127.0.0.1'}:${server.port}/mcp`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => server.close().then(() => ledger.close()));
  }
};

main().catch((error) => fail(error.message));
