// Amazon's published sample events, put to the handler itself and, through the AWS SDK, to one that serverless-offline
// runs.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const lambda = fileURLToPath(new URL('../../examples/lambda/', import.meta.url));
const samples = fileURLToPath(new URL('../../../shared/data/connect/contactflow/', import.meta.url));
const withoutSamples = existsSync(samples) ? false : `no sample events in ${samples}`;
const minutes = (count) => count * 60_000;

const dialledInSamples = ['+11234567890', '+1234567890'];
const restaurant = {
  id: 'r1',
  name: '鳥八',
  lines: ['+81312345678', ...dialledInSamples].map((number) => ({ number })),
  hours: { rules: [{ when: 'every_day', services: [{ name: '夜', opens: '17:00', closes: '26:00' }] }] },
};
const evening = Date.parse('2026-11-22T20:00:00+09:00');
const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
const restaurants = join(folder, 'restaurants.json');
const numbers = join(folder, 'numbers', 'outbound-caller.json');

const eventOf = (dialled) => ({
  Name: 'ContactFlowEvent',
  Details: { ContactData: { SystemEndpoint: { Address: dialled, Type: 'TELEPHONE_NUMBER' } }, Parameters: {} },
});
const sampleEvents = () =>
  readdirSync(samples).map((name) => [name, JSON.parse(readFileSync(join(samples, name), 'utf8'))]);
const dialledIn = (event) => event.Details.ContactData.SystemEndpoint?.Address;

/** Amazon Connect's rules for a STRING_MAP. */
const assertFlat = (attributes) => {
  assert.ok(Buffer.byteLength(JSON.stringify(attributes)) < 32 * 1024);
  for (const [key, value] of Object.entries(attributes)) {
    assert.match(key, /^[A-Za-z0-9_-]+$/);
    assert.equal(typeof value, 'string', key);
  }
};
const assertAnswers = (event, attributes) => {
  assertFlat(attributes);
  const known = dialledInSamples.includes(dialledIn(event));
  assert.equal(attributes.result, known ? 'answered' : 'unknown_number');
  assert.equal(attributes.restaurantName, known ? '鳥八' : undefined);
  assert.match(attributes.ssml, /^<speak>.+<\/speak>$/);
};

const install = () => {
  const { status, stdout, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: lambda,
    encoding: 'utf8',
    timeout: minutes(5),
  });
  assert.equal(status, 0, stdout + stderr);
};

/** The handler as a cold start with these restaurants finds it. */
const coldStart = async (path) => {
  process.env.DENWABAN_RESTAURANTS = path;
  return import(`../../examples/lambda/handler.mjs?${encodeURIComponent(path)}`);
};

before(() => {
  writeFileSync(restaurants, JSON.stringify([restaurant]));
  mkdirSync(dirname(numbers));
  writeFileSync(numbers, JSON.stringify({ claimed: [{ number: '+81312345678' }] }));
});
after(() => rmSync(folder, { recursive: true }));

test('a call is answered', async () => {
  const { answer, answerAt } = await coldStart(restaurants);
  const attributes = await answerAt(eventOf('+81312345678'), evening);
  assertFlat(attributes);
  assert.deepEqual(
    [attributes.state, attributes.service, attributes.closesAt, attributes.route],
    ['open', '夜', '2026-11-23T02:00:00+09:00', 'queue'],
  );
  assert.match(attributes.say, /2時まで/);
  assert.equal((await answer(eventOf('+81312345678'))).result, 'answered');
});

test('restaurants may lie in a folder, a file for each', async () => {
  const { answerAt } = await coldStart(folder);
  assert.equal((await answerAt(eventOf('+81312345678'), evening)).restaurantId, 'r1');
});

test("Amazon's sample events are answered", { skip: withoutSamples }, async (t) => {
  t.mock.method(console, 'warn', () => {});
  const { answerAt } = await coldStart(restaurants);
  for (const [, event] of sampleEvents()) assertAnswers(event, await answerAt(event, evening));
});

test('what cannot be answered or read is logged, and where it stands in the event', async (t) => {
  const { answerAt } = await coldStart(restaurants);
  t.mock.method(console, 'warn', () => {});
  const logged = () => console.warn.mock.calls.map(({ arguments: [line] }) => JSON.parse(line));
  await answerAt(eventOf('+81312345678'), evening);
  assert.deepEqual(logged(), []);
  await answerAt({ Details: { ContactData: 'c1' } }, evening);
  await answerAt(eventOf('+81312345679'), evening);
  const strange = eventOf('+81312345678');
  strange.Details.Parameters = { seats: [4] };
  assert.equal((await answerAt(strange, evening)).result, 'answered');
  assert.deepEqual(logged(), [
    { result: 'malformed_event', error: 'wrong_type', errorWhere: '/Details/ContactData' },
    { result: 'unknown_number', dialled: '+81312345679' },
    { result: 'answered', findings: '/Details/Parameters/seats', dialled: '+81312345678' },
  ]);
});

test('what is no event, and what is no restaurant, gets an answer to branch on', async (t) => {
  t.mock.method(console, 'warn', () => {});
  const { answerAt } = await coldStart(restaurants);
  for (const event of [undefined, null, 'hello', {}, { Details: [] }]) {
    assert.equal((await answerAt(event, evening)).result, 'malformed_event');
  }
  t.mock.method(console, 'error', () => {});
  const nowhere = await coldStart(join(folder, 'nowhere.json'));
  const attributes = await nowhere.answerAt(eventOf('+81312345678'), evening);
  assertFlat(attributes);
  assert.deepEqual([attributes.result, attributes.state, attributes.route], ['unavailable', 'unknown', 'none']);
  assert.equal(console.error.mock.callCount(), 1);
});

test('all that runs of the package is packed with the functions', () => {
  const patterns = readFileSync(join(lambda, 'serverless.yml'), 'utf8').match(/^ +- node_modules\/denwaban\/.+$/gm);
  const packed = patterns.map((line) => {
    const pattern = line.replace(/^ +- node_modules\/denwaban\//, '').replaceAll('.', '\\.');
    return new RegExp(`^${pattern.replace(/\{(.+),(.+)\}/, '($1|$2)').replaceAll('*', '[^/]*')}$`);
  });
  const node = join(lambda, '../../bindings/node');
  const isServer = (path) => path.startsWith('mcp'); // of the Model Context Protocol: a process of its own
  const running = readdirSync(node, { recursive: true }).filter((path) => /\.[cm]?js$/.test(path) && !isServer(path));
  assert.ok(running.includes(join('dynamodb', 'bodies.cjs')));
  const left = running.filter((path) => !packed.some((pattern) => pattern.test(`bindings/node/${path}`)));
  assert.deepEqual(left, []);
});

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts serverless-offline and waits until it listens. */
const startOffline = async () => {
  const [httpPort, lambdaPort] = [await freePort(), await freePort()];
  const options = ['--host', '127.0.0.1', '--httpPort', httpPort, '--lambdaPort', lambdaPort];
  const child = spawn(
    process.execPath,
    [join(lambda, 'node_modules/serverless/bin/serverless.js'), 'offline', ...options],
    {
      cwd: lambda,
      env: {
        ...process.env,
        DENWABAN_RESTAURANTS: restaurants,
        DENWABAN_OUTBOUND_CALLER: numbers,
        DENWABAN_TABLE: 'nowhere',
        AWS_EC2_METADATA_DISABLED: 'true',
        SLS_INTERACTIVE_SETUP_ENABLE: '0',
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
      },
    },
  );
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const listens = () => output.includes('denwaban-dev-answer');
  const deadline = Date.now() + minutes(1);
  while (!listens() && child.exitCode === null && Date.now() < deadline) await pause(100);

  const stop = async () => {
    child.kill('SIGINT');
    const killed = pause(10_000, 'killed', { ref: false });
    if ((await Promise.race([exited, killed])) === 'killed') child.kill('SIGKILL');
    await exited;
  };
  if (listens()) return { endpoint: `http://127.0.0.1:${lambdaPort}`, stop };
  await stop();
  throw new Error(`serverless-offline does not listen:\n${output}`);
};

test('the AWS SDK invokes it through serverless-offline', { timeout: minutes(8) }, async (t) => {
  if (!existsSync(join(lambda, 'node_modules/serverless-offline'))) install();
  const { InvokeCommand, LambdaClient } = createRequire(lambda)('@aws-sdk/client-lambda');
  const { endpoint, stop } = await startOffline();
  t.after(stop);
  const client = new LambdaClient({
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'offline', secretAccessKey: 'offline' },
  });
  t.after(() => client.destroy());
  const invoke = async (event, FunctionName = 'denwaban-dev-answer') => {
    const response = await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
    assert.deepEqual([response.StatusCode, response.FunctionError], [200, undefined]);
    return JSON.parse(response.Payload.transformToString());
  };

  const attributes = await invoke(eventOf('+81312345678'));
  assertFlat(attributes);
  assert.deepEqual([attributes.result, attributes.restaurantId], ['answered', 'r1']);
  assert.equal((await invoke({})).result, 'malformed_event');

  const calling = {
    ContactData: { CustomerEndpoint: { Address: '+819012345678' } },
    Parameters: { restaurantId: 'r1' },
  };
  const shown = await invoke({ Details: calling }, 'denwaban-dev-outboundCaller');
  assertFlat(shown);
  assert.deepEqual([shown.result, shown.callerId, shown.reason], ['chosen', '+81312345678', 'restaurant']);
  assert.equal((await invoke({}, 'denwaban-dev-outboundCaller')).problem, 'malformed_event');

  const closed = await invoke({ sessionId: 's1', inputTranscript: 'はい' }, 'denwaban-dev-bot');
  assert.deepEqual(closed.sessionState.sessionAttributes, { next: 'queue', handOver: 'unavailable' });
  assert.equal((await invoke({}, 'denwaban-dev-talk')).next, 'queue');
  await t.test("Amazon's sample events", { skip: withoutSamples }, async () => {
    for (const [, event] of sampleEvents()) assertAnswers(event, await invoke(event));
  });
});
