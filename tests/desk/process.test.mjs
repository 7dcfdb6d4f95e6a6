import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { handlerOf } from '../../examples/desk/server/lambda.mjs';
import { date, eventsOf, openDesk } from './desk.mjs';

const main = fileURLToPath(new URL('../../examples/desk/server/main.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'desk.sqlite');
const day = '2026-11-27';

/** The server as a process of its own, once it says where it is. */
const start = async (env = {}) => {
  const options = {
    DENWABAN_LEDGER: file,
    DESK_PORT: '0',
    DESK_NOW: `${day}T15:00:00+09:00`,
    DESK_PAGE: '/nowhere',
    ...env,
  };
  const server = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...options } });
  let output = '';
  let errors = '';
  server.stderr.on('data', (chunk) => (errors += chunk));
  const base = await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      output += chunk;
      const [address] = /^http:\/\/\S+:\d+(?=\/$)/m.exec(output) ?? [];
      if (address) resolve(address);
    });
    server.once('exit', (code) => reject(Object.assign(new Error(errors), { code })));
  });
  const ask = async (path, token, options = {}) => {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), ...options.headers };
    const response = await fetch(base + path, { ...options, headers });
    return { status: response.status, body: await response.json() };
  };
  const login = async (as) => (await ask(`/api/development/login?as=${as}&who=suzuki`)).body.token;
  const errand = (name, token, question, key) =>
    ask(`/api/errands/${name}`, token, {
      method: 'POST',
      body: JSON.stringify(question),
      headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    });
  return { server, base, ask, login, errand, output: () => output };
};
/** Once it has said all, too. */
const ends = async (server) => (await once(server, 'close'))[0];

test('killed in the middle and started again: nothing that was acknowledged is lost, and nothing happens twice', async () => {
  const first = await start();
  const token = await first.login('agent');
  const acknowledged = new Set();
  const order = (place) => ({
    restaurant: `r${String((place % 20) + 1).padStart(2, '0')}`,
    date: '2026-12-11',
    command: { do: 'book', id: `kill-${place}`, begin: '18:00', party: 1 },
  });
  const books = Array.from({ length: 120 }, (_, place) =>
    first
      .errand('decide', token, order(place), `kill-${place}`)
      .then(({ status }) => status === 200 && acknowledged.add(place))
      .catch(() => {}),
  );
  while (acknowledged.size < 30) await new Promise((resolve) => setTimeout(resolve, 1));
  first.server.kill('SIGKILL');
  await Promise.all(books);
  const second = await start();
  const newToken = await second.login('agent');
  assert.equal((await second.ask('/api/session', token)).status, 401, 'the keys of the first start are gone');
  for (let place = 0; place < 120; ++place) {
    const found = (await second.errand('find_booking', newToken, { id: `kill-${place}` })).body;
    if (acknowledged.has(place)) assert.equal(found?.reservation.commitment, 'confirmed', `kill-${place}`);
    const again = await second.errand('decide', newToken, order(place), `kill-${place}`);
    if (found) assert.deepEqual([again.status, again.body.reservation], [200, found.reservation]);
  }
  second.server.kill('SIGTERM');
  assert.equal(await ends(second.server), 0);
});

test('told to stop, it ends streams, and itself', async () => {
  const { server, base, login, output } = await start();
  const token = await login('agent');
  const events = eventsOf(await fetch(`${base}/api/events`, { headers: { authorization: `Bearer ${token}` } }));
  await events.next();
  server.kill('SIGTERM');
  assert.equal((await events.next()).done, true);
  assert.equal(await ends(server), 0);
  assert.match(output(), /"msg":"stopped"/);
});

test('the data of a day fill the desk, once', async () => {
  const { server, login, errand, ask } = await start();
  const token = await login('agent');
  const { body } = await errand('list_bookings', token, { restaurant: 'r04', from: day, to: day });
  assert.ok(body.bookings.length > 5);
  const ringing = await ask('/api/calls/incoming?dialled=%2B81350000001&caller=%2B819012345678', token);
  assert.equal(ringing.body.customers.length, 2);
  assert.equal(ringing.body.customers[0].visited, 4);
  assert.deepEqual(
    ringing.body.heard.heard.map(({ slot }) => slot),
    ['party', 'time', 'name'],
  );
  assert.ok(ringing.body.followUps.length > 0);
  server.kill('SIGTERM');
  await ends(server);
});

test('the development issuer is on loopback’s own names alone', async () => {
  const { server, base, ask } = await start();
  assert.equal((await ask('/api/development/login?as=agent')).status, 200);
  assert.equal((await ask('/api/development/login?as=admin')).status, 422);
  const { port } = new URL(base);
  const asking = request({
    host: '127.0.0.1',
    port,
    path: '/api/development/login?as=agent',
    headers: { host: 'evil.example' },
  });
  asking.end();
  const [response] = await once(asking, 'response');
  assert.equal(response.statusCode, 403);
  response.resume();
  server.kill('SIGTERM');
  await ends(server);
});

test('in production nobody’s tokens are none', async () => {
  for (const env of [{ NODE_ENV: 'production' }, { DESK_HOST: '0.0.0.0' }]) {
    await assert.rejects(start(env), ({ code, message }) => code === 1 && /DESK_ISSUER/.test(message));
  }
});

test('behind API Gateway it is the same desk', async () => {
  const desk = await openDesk();
  const handler = handlerOf(desk.app);
  const event = (method, path, headers, body) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: path.split('?')[0],
    rawQueryString: path.split('?')[1] ?? '',
    headers: { host: 'abc.execute-api.ap-northeast-1.amazonaws.com', ...headers },
    requestContext: { http: { method, path, sourceIp: '203.0.113.7', protocol: 'HTTP/1.1' }, stage: '$default' },
    ...(body && { body: Buffer.from(JSON.stringify(body)).toString('base64'), isBase64Encoded: true }),
  });
  const authorization = `Bearer ${await desk.sign()}`;
  const json = { authorization, 'content-type': 'application/json' };
  const session = await handler(event('GET', '/api/session', { authorization }), {});
  assert.deepEqual([session.statusCode, JSON.parse(session.body).who], [200, 'suzuki']);
  const asked = event('POST', '/api/errands/find_booking', json, { id: 'b-r01' });
  const found = await handler(asked, {});
  assert.equal(JSON.parse(found.body).date, date);
  const nobody = await handler(event('GET', '/api/session', {}), {});
  assert.deepEqual([nobody.statusCode, JSON.parse(nobody.body).code], [401, 'unauthenticated']);
  const figures = await handler(event('GET', '/metrics', {}), {});
  assert.equal(figures.statusCode, 401);
  await desk.close();
});
