import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { SqliteLedger } from 'denwaban';
import { serveHttp } from 'denwaban/mcp';
import { dayFromNow, guest, keepRestaurant } from './ledgers/tool_restaurant.mjs';

const cli = fileURLToPath(new URL('../../bindings/node/mcp/cli.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'denwaban-mcp-'));
const path = join(folder, 'evening.sqlite');
let ledger;
let server;
before(async () => {
  ledger = await SqliteLedger.open(path);
  await keepRestaurant(ledger);
  server = await serveHttp(ledger, 'r1', { mostSessions: 3 });
});
after(async () => {
  await server.close();
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const connected = async (transport) => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  const call = (name, args) => client.callTool({ name, arguments: args });
  return {
    client,
    close: async () => {
      await client.transport.terminateSession?.();
      await client.close();
    },
    answerOf: async (name, args) => (await call(name, args)).structuredContent,
    refusalOf: async (name, args) => {
      const { isError, content } = await call(name, args);
      assert.equal(isError, true);
      return JSON.parse(content[0].text).errors[0].code;
    },
  };
};
const overStdio = (...flags) =>
  connected(new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', path, 'r1', ...flags] }));
const overHttp = () => connected(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${server.port}/mcp`)));

for (const [kind, connect, days] of [
  ['its own streams', overStdio, 2],
  ['HTTP', overHttp, 3],
]) {
  const wanted = { date: dayFromNow(days), time: '19:00', party: 2, ...guest };
  test(`over ${kind} a model lists the tools and books`, async () => {
    const { client, close, answerOf } = await connect();
    const { tools } = await client.listTools();
    assert.equal(tools.length, 12);
    const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
    assert.deepEqual(
      [hints.propose.readOnlyHint, hints.book.readOnlyHint, hints.cancel.destructiveHint],
      [true, false, true],
    );
    const { read_back: readBack } = await answerOf('propose', wanted);
    const { token } = readBack;
    const booked = await answerOf('book', { token });
    assert.equal(booked.state, 'confirmed');
    assert.deepEqual(await answerOf('book', { token }), booked);
    await close();
  });
  test(`over ${kind} a token is its session's, and refusals are answers`, async () => {
    const [mine, theirs] = [await connect(), await connect()];
    const { read_back: readBack } = await mine.answerOf('propose', { ...wanted, time: '18:00', name: '佐藤' });
    assert.equal(await theirs.refusalOf('book', { token: readBack.token }), 'foreign_token');
    assert.equal(await mine.refusalOf('book', { token: 'yes' }), 'unknown_token');
    assert.equal(await mine.refusalOf('book', {}), 'missing_key');
    assert.equal(await mine.refusalOf('propose', { ...wanted, party: 9 }), 'beyond_limit');
    assert.equal(await mine.refusalOf('propose', { ...wanted, name: 'a\u0000b' }), 'invalid_value');
    assert.equal(await mine.refusalOf('propose', { ...wanted, note: 'x'.repeat(100_000) }), 'too_large');
    assert.equal(await mine.refusalOf('drop_tables', {}), 'unknown_reference');
    assert.equal((await mine.answerOf('hours', {})).date.length, 10);
    await mine.close();
    await theirs.close();
  });
}

test('limits and the actor are what whoever starts it says', async () => {
  const { close, refusalOf } = await overStdio('--actor', 'agent', '--who', 'a1', '--bookings', '0');
  const wanted = { date: dayFromNow(4), time: '19:00', party: 2, ...guest };
  assert.equal(await refusalOf('propose', wanted), 'beyond_limit');
  await close();
});

test('bytes that are nothing leave it standing', () => {
  const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } };
  const lines = [
    '\u0000\xff{{{',
    'null',
    '[]',
    '{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":7}}',
    JSON.stringify({ jsonrpc: '2.0', id: 8, method: 'initialize', params: hello }),
  ];
  const { status, stdout } = spawnSync(process.execPath, [cli, 'mcp', path, 'r1'], { input: `${lines.join('\n')}\n` });
  const answers = `${stdout}`
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(status, 0);
  assert.equal(answers.find(({ id }) => id === 8).result.serverInfo.name, 'denwaban');
});

const asked = (headers, path = '/mcp', method = 'POST') =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path, method, headers };
    request(options, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end(method === 'POST' ? '{}' : undefined);
  });

test('over HTTP it answers whoever asks for the loopback, and no page of somebody else', async () => {
  const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  assert.equal(await asked({ ...json, host: 'evil.example' }), 403);
  assert.equal(await asked({ ...json, origin: 'https://evil.example' }), 403);
  assert.equal(await asked({ ...json, origin: 'null' }), 403);
  assert.equal(await asked({ ...json, 'mcp-session-id': 'nobody' }), 404);
  assert.equal(await asked(json, '/elsewhere'), 404);
  assert.equal(await asked(json, '/mcp', 'GET'), 400);
  assert.equal(await asked({ ...json, origin: 'http://localhost:8080' }), 400);
});

test('over HTTP there are as many sessions as there may be, and none is left by who has gone', async () => {
  const all = [];
  for (let count = 0; count < 3; count += 1) all.push(await overHttp());
  await assert.rejects(overHttp());
  for (const { close } of all) await close();
  await (await overHttp()).close();
});

test('what is started wrongly is told in a line', () => {
  const run = (...words) => spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });
  assert.match(run('mcp', path).stderr, /^denwaban: a ledger and a restaurant are wanted/);
  assert.match(run('mcp', path, 'r9').stderr, /^denwaban: .*r9 is not kept/);
  assert.match(run('mcp', path, 'r1', '--actor', 'root').stderr, /^denwaban: .*actor/);
  assert.match(run('mcp', path, 'r1', '--covers', '0').stderr, /^denwaban: .*covers/);
  assert.match(run('mcp', '--help').stdout, /^denwaban mcp LEDGER RESTAURANT/);
  const missing = join(folder, 'evning.sqlite');
  assert.match(run('mcp', missing, 'r1').stderr, /^denwaban: there is no ledger .*evning\.sqlite\n$/);
  assert.equal(existsSync(missing), false);
  assert.match(run('mcp', path, 'r1', '--days', 'x').stderr, /^denwaban: --days takes a number/);
});

test('without the SDK one sentence says what is missing', () => {
  const hook = join(folder, 'without_sdk.mjs');
  const resolve = `export const resolve = (name, context, next) => {
    if (!name.startsWith('@modelcontextprotocol/')) return next(name, context);
    throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' });
  };`;
  writeFileSync(
    hook,
    `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(resolve)}));`,
  );
  const { stderr, status } = spawnSync(process.execPath, ['--import', hook, cli, 'mcp', path, 'r1'], {
    encoding: 'utf8',
  });
  assert.equal(stderr, 'denwaban: denwaban mcp needs the official SDK: npm install @modelcontextprotocol/sdk\n');
  assert.equal(status, 2);
});
