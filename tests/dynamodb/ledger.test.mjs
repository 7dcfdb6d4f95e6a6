// A ledger in a table of DynamoDB: the shared vectors, long bodies, and what a server refuses.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';

import { BatchGetItemCommand, PutItemCommand, TransactGetItemsCommand } from '@aws-sdk/client-dynamodb';
import { DenwabanError, run } from 'denwaban';
import { DynamoDbLedger, tableDefinition, timeToLive } from 'denwaban/dynamodb';

import { follow, vectors as errands } from '../node/ledgers/errand_vectors.mjs';
import { clientOf, itemsOf, makeLedger, makeTable, startServer } from './dynamodb.mjs';

const vectors = new URL('../data/ledger/', import.meta.url);
const now = '2026-11-27T03:00:00Z';
const key = { partition: 'p', sort: 'a' };
const put = (body, more = {}) => ({ writes: [{ put: { ...key, body, ...more } }], now });

let server;
let client;
before(async () => {
  server = await startServer();
  client = clientOf(server.endpoint);
});
after(() => {
  client?.destroy();
  server?.stop();
});

const bodiesOf = async (ledger, query) => {
  const bodies = [];
  for (let after = query.after; after !== null;) {
    const page = await ledger.query({ ...query, after });
    assert.ok(page.documents.length <= (query.limit ?? 100));
    assert.ok(page.documents.length > 0 || page.next === null, 'no page is empty but the last');
    bodies.push(...page.documents.map(({ body }) => body));
    after = page.next;
  }
  return bodies;
};
const answerTo = async (ledger, { commit, read, query, bodies }) => {
  try {
    if (commit) return await ledger.commit(commit);
    if (read) return await ledger.read(read);
    return bodies ? await bodiesOf(ledger, query) : await ledger.query(query);
  } catch (error) {
    if (!(error instanceof DenwabanError)) throw error;
    return error.errors.map(({ code, where }) => `${code} ${where}`);
  }
};

for (const file of readdirSync(vectors)) {
  test(`DynamoDB answers ${file} as SQLite does`, async () => {
    const { steps } = JSON.parse(readFileSync(new URL(file, vectors), 'utf8'));
    const ledger = await makeLedger(client);
    for (const [number, step] of steps.entries()) {
      const wanted = step.gives ?? step.bodies ?? step.errors;
      assert.equal(JSON.stringify(await answerTo(ledger, step)), JSON.stringify(wanted), `step ${number}`);
    }
  });
}

for (const [name, { about, steps }] of errands) {
  test(`on DynamoDB, ${name}: ${about}`, async () => follow(await makeLedger(client), steps));
  test(`on DynamoDB as on any ledger, ${name}: ${about}`, async () => {
    const ledger = await makeLedger(client);
    const [read, query, commit] = ['read', 'query', 'commit'].map((ask) => (about) => ledger[ask](about));
    await follow({ read, query, commit }, steps);
  });
}

test('a body comes back as it was, whatever it looks like', async () => {
  const ledger = await makeLedger(client);
  const bodies = ['1', '0', '"', '', '{"S":"0"}', '席🍣', '\u0000', 'x'.repeat(99_990)];
  const check = { check: { partition: 'p', sort: 'none', expected: 'absent' } };
  const erase = { erase: { partition: 'p', sort: 'gone' } };
  for (const all of [bodies, bodies.filter((body) => body !== '')]) {
    const puts = all.map((body, place) => ({ put: { partition: 'p', sort: `s${place}`, body } }));
    assert.deepEqual(await ledger.commit({ writes: [check, ...puts.slice(0, 2), erase, ...puts.slice(2)], now }), {
      result: 'committed',
    });
    const { documents } = await ledger.query({ partition: 'p', first: 's0', last: `s${all.length - 1}` });
    assert.deepEqual(
      documents.map(({ body }) => body),
      all,
    );
  }
});

test('what is wrong with a commit is said, wherever its bodies are', async () => {
  const ledger = await makeLedger(client);
  const errorsOf = (commit) =>
    ledger.commit(commit).then(
      () => assert.fail('must be refused'),
      ({ errors }) => errors.map(({ code, where }) => `${code} ${where}`),
    );
  assert.deepEqual(await errorsOf({ writes: [{ put: { ...key, body: 7 } }], now }), ['wrong_type /writes/0/put/body']);
  assert.deepEqual(await errorsOf({ writes: [{ put: { sort: 'a', body: 'x' } }], now }), ['missing_key /writes/0/put']);
  assert.deepEqual(await errorsOf({ writes: { put: {} }, now }), ['wrong_type /writes']);
  assert.deepEqual(await errorsOf(null), ['wrong_type ']);
  assert.deepEqual(await errorsOf(JSON.stringify(put(7))), ['wrong_type /writes/0/put/body']);
  assert.equal((await errorsOf(put('half a character: \ud83c'))).length, 1);
});

/** Of so many bytes, in characters of one, three and four bytes, so that pieces end within one. */
const bodyOf = (bytes, letter = 'x') => {
  const body = letter + '席🍣'.repeat(Math.floor((bytes - 1) / 7));
  return body + letter.repeat(bytes - Buffer.byteLength(body));
};
/** As many in a commit as may be. */
const putAll = async (ledger, puts) => {
  for (let first = 0; first < puts.length; first += 10) {
    await ledger.commit({ writes: puts.slice(first, first + 10).map((one) => ({ put: one })), now });
  }
};
const bodyIn = async (ledger) => (await ledger.read([key]))[0]?.body ?? null;

test('bodies of any length grow, shrink and go, and leave nothing', { timeout: 60_000 }, async () => {
  const table = await makeTable(client);
  const ledger = new DynamoDbLedger({ client, table });
  let version = 0;
  const items = { 10: 1, 300_000: 1, 350_000: 2, 1_000_000: 4, 2_900_000: 10 };
  for (const bytes of [10, 350_000, 1_000_000, 2_900_000, 350_000, 300_000, 1_000_000, 10, 2_900_000]) {
    const body = bodyOf(bytes);
    const expected = version === 0 ? 'absent' : version;
    assert.deepEqual(await ledger.commit(put(body, { expected })), { result: 'committed' });
    version += 1;
    assert.deepEqual(await ledger.read([key]), [{ ...key, version, body }]);
    assert.equal((await ledger.query({ partition: 'p' })).documents[0].body, body);
    assert.equal((await itemsOf(client, table)).length, items[bytes], `items of ${bytes} bytes`);
  }
  assert.deepEqual(await ledger.commit(put('', { expected: 3 })), { result: 'conflict', keys: [key] });
  await ledger.commit({ writes: [{ erase: { ...key, expected: version } }], now });
  assert.deepEqual(await itemsOf(client, table), []);
});

test('nobody reads half of a body while it is written anew', { timeout: 60_000 }, async () => {
  const ledger = await makeLedger(client);
  await ledger.commit(put(bodyOf(700_000, 'a')));
  let isOver = false;
  const seen = new Set();
  const reader = async () => {
    for (; !isOver;) {
      const body = await bodyIn(ledger);
      assert.ok(
        [...'abcd'].some((letter, place) => body === bodyOf(700_000 + 200_000 * place, letter)),
        'torn',
      );
      seen.add(body[0]);
    }
  };
  const writer = async () => {
    for (const letter of 'bcdabcdabcda') {
      await ledger.commit(put(bodyOf(700_000 + 200_000 * 'abcd'.indexOf(letter), letter)));
    }
  };
  await Promise.all([reader(), reader(), writer().finally(() => (isOver = true))]);
  assert.ok(seen.size > 1);
});

/** A client that does something once its first command of a kind is answered. */
const interrupted = (command, interrupt) => {
  const sent = [];
  return {
    sent,
    async send(one, options) {
      const answer = await client.send(one, options);
      sent.push(one.constructor);
      if (one instanceof command && sent.filter((each) => each === command).length === 1) await interrupt();
      return answer;
    },
  };
};

test('a body that is written between its item and its parts is read once more, as of one moment', async () => {
  const table = await makeTable(client);
  const ledger = new DynamoDbLedger({ client, table });
  for (const [between, wanted] of [
    [put(bodyOf(900_000, 'b')), bodyOf(900_000, 'b')],
    [put('short'), 'short'],
    [{ writes: [{ erase: key }], now }, null],
  ]) {
    await ledger.commit(put(bodyOf(1_200_000, 'a')));
    const slow = interrupted(BatchGetItemCommand, () => ledger.commit(between));
    assert.equal(await bodyIn(new DynamoDbLedger({ client: slow, table })), wanted);
    assert.deepEqual(slow.sent, [BatchGetItemCommand, BatchGetItemCommand, TransactGetItemsCommand]);
  }
});

test('a page may be full before the limit, and none but the last has no next', { timeout: 60_000 }, async () => {
  const ledger = await makeLedger(client);
  const bodies = Array.from({ length: 24 }, (_, place) => bodyOf(place % 6 === 5 ? 350_000 : 250_000, `${place % 10}`));
  const keyAt = (place) => ({ partition: 'p', sort: String(place).padStart(3, '0') });
  await putAll(
    ledger,
    bodies.map((body, place) => ({ ...keyAt(place), body })),
  );
  const first = await ledger.query({ partition: 'p' });
  assert.ok(first.documents.length < bodies.length && first.next !== null);
  assert.deepEqual(await bodiesOf(ledger, { partition: 'p' }), bodies);
  assert.deepEqual(await bodiesOf(ledger, { partition: 'p', limit: 5 }), bodies);
  assert.deepEqual(await bodiesOf(ledger, { partition: 'p', order: 'descending' }), bodies.toReversed());
});

test('a hundred documents are read at once, more than 16 MB', { timeout: 60_000 }, async () => {
  const ledger = await makeLedger(client);
  const keys = Array.from({ length: 100 }, (_, place) => ({ partition: `p${place}`, sort: 'a' }));
  const body = bodyOf(200_000);
  await putAll(
    ledger,
    keys.map((at) => ({ ...at, body })),
  );
  const documents = await ledger.read(keys);
  assert.deepEqual(
    documents.map((one) => one.partition),
    keys.map((one) => one.partition),
  );
  assert.ok(documents.every((one) => one.body === body));
});

test('a commit may have 99 writes and their answer, and 3 MB', { timeout: 60_000 }, async () => {
  const ledger = await makeLedger(client);
  const writes = Array.from({ length: 99 }, (_, place) => ({
    put: { partition: `p${place}`, sort: 'a', expected: 'absent', body: bodyOf(30_300) },
  }));
  const answer = { request: 'k1', about: 'much', answer: 'x'.repeat(290_000), keep_until: '2026-11-28T03:00:00Z' };
  assert.deepEqual(await ledger.commit({ writes, answer, now }), { result: 'committed' });
  assert.equal((await ledger.commit({ writes, answer, now })).result, 'replayed');
});

test('an item that is none of ours is corrupt', async () => {
  const table = await makeTable(client);
  const ledger = new DynamoDbLedger({ client, table });
  const Item = { partition: { S: 'p' }, sort: { S: 'a' }, body: { S: '{}' }, version: { S: 'one' } };
  await client.send(new PutItemCommand({ TableName: table, Item }));
  await assert.rejects(ledger.read([key]), { code: 'corrupt', where: `/output/Responses/${table}/0/version` });
  await assert.rejects(ledger.query({ partition: 'p' }), { code: 'corrupt', where: '/output/Items/0/version' });
});

test('what a server refuses, and what no server hears', async () => {
  const nowhere = new DynamoDbLedger({ client, table: 'nowhere' });
  const noTable = { code: 'unknown_reference' };
  await assert.rejects(nowhere.read([key]), noTable);
  await assert.rejects(nowhere.query({ partition: 'p' }), noTable);
  await assert.rejects(nowhere.commit(put('{}')), noTable);
  const deaf = clientOf('http://127.0.0.1:1', { maxAttempts: 1 });
  const unheard = new DynamoDbLedger({ client: deaf, table: 'ledger' });
  await assert.rejects(unheard.commit(put('{}')), {
    name: 'DenwabanError',
    code: 'unavailable',
    message: /ECONNREFUSED/,
  });
  deaf.destroy();
});

test('arguments are checked, and a signal ends it with its reason', async () => {
  assert.throws(() => new DynamoDbLedger({ table: 'ledger' }), { code: 'wrong_type' });
  assert.throws(() => new DynamoDbLedger({ client }), { code: 'wrong_type' });
  const ledger = await makeLedger(client);
  await assert.rejects(ledger.read([{ partition: 'p' }]), { code: 'missing_key', where: '/0' });
  await assert.rejects(ledger.read('['), { code: 'malformed_json' });
  const reason = new Error('enough');
  const aborted = new DynamoDbLedger({ client, table: 'ledger', signal: AbortSignal.abort(reason) });
  await assert.rejects(aborted.read([key]), (error) => error === reason);
});

test('an errand runs on it', async () => {
  const ledger = await makeLedger(client);
  await assert.rejects(run(ledger, { nothing: {} }), DenwabanError);
  assert.equal(await run(ledger, { find_restaurant: { id: 'r1' } }), null);
});

test('the CloudFormation template is the same table', () => {
  const template = JSON.parse(readFileSync(new URL('../../examples/lambda/table.json', import.meta.url), 'utf8'));
  const { TimeToLiveSpecification, PointInTimeRecoverySpecification, StreamSpecification, ...table } =
    template.Resources.Ledger.Properties;
  const { TableName, ...definition } = tableDefinition('ledger');
  assert.equal(TableName, 'ledger');
  assert.deepEqual(table, definition);
  assert.deepEqual({ TableName, TimeToLiveSpecification }, timeToLive('ledger'));
  assert.deepEqual(StreamSpecification, { StreamViewType: 'NEW_AND_OLD_IMAGES' });
  assert.deepEqual(PointInTimeRecoverySpecification, { PointInTimeRecoveryEnabled: true });
});
