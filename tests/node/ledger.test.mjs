import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { DenwabanError, SqliteLedger } from 'denwaban';
import { countUp } from './ledgers/count_up.mjs';
import { MapLedger } from './ledgers/map_ledger.mjs';

const folder = new URL('../data/ledger/', import.meta.url);
const vectors = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);
const program = (name) => fileURLToPath(new URL(`ledgers/${name}`, import.meta.url));

const key = { partition: 'p', sort: 'a' };
const now = '2026-11-27T03:00:00Z';
const put = (body, at = key) => ({ writes: [{ put: { ...at, body } }], now });
const bodyAt = async (ledger, at = key) => (await ledger.read([at]))[0]?.body ?? null;

/** A folder that goes with the test. */
const place = (t) => {
  const path = mkdtempSync(join(tmpdir(), 'denwaban-'));
  t.after(() => rmSync(path, { recursive: true }));
  return (name) => join(path, name);
};
const opened = async (t, path = ':memory:', options) => {
  const ledger = await SqliteLedger.open(path, options);
  t.after(() => ledger.close());
  return ledger;
};

/** The bodies of everything that a query gives, page after page. */
const bodiesOf = async (ledger, query) => {
  const bodies = [];
  for (let after = query.after; ;) {
    const { documents, next } = await ledger.query({ ...query, after });
    assert.ok(documents.length <= (query.limit ?? 100));
    bodies.push(...documents.map(({ body }) => body));
    if (next === null) return bodies;
    after = next;
  }
};
const answerTo = (ledger, { commit, read, query, bodies }) => {
  if (commit) return ledger.commit(commit);
  if (read) return ledger.read(read);
  return bodies ? bodiesOf(ledger, query) : ledger.query(query);
};
const follow = async (ledger, steps) => {
  for (const step of steps) {
    const answer = answerTo(ledger, step);
    if (!step.errors) {
      assert.deepEqual(await answer, step.gives ?? step.bodies, JSON.stringify(step));
      continue;
    }
    const error = await answer.then(
      () => assert.fail('must be refused'),
      (thrown) => thrown,
    );
    assert.ok(error instanceof DenwabanError, error);
    assert.deepEqual(
      error.errors.map(({ code, where }) => `${code} ${where}`),
      step.errors,
    );
  }
};

test('there are vectors', () => assert.ok(vectors.length >= 5));

for (const [name, { about, steps }] of vectors) {
  test(`SQLite, ${name}: ${about}`, async (t) => {
    await follow(await opened(t), steps);
    await follow(await opened(t, place(t)('l')), steps);
  });
  if (!steps.some(({ errors }) => errors)) {
    test(`a Map, ${name}: ${about}`, () => follow(new MapLedger(), steps));
  }
}

const names = fc.constantFrom('a', 'ab', 'b', 'ヤ', '🍣', '～');
const keys = fc.record({ partition: fc.constantFrom('p', 'q'), sort: names });
const expected = fc.constantFrom(null, 'absent', 1, 2, 3);
const targets = fc.record({ key: keys, expected }).map((one) => ({ ...one.key, expected: one.expected }));
const writes = fc.oneof(
  fc.record({
    put: fc.record({ target: targets, body: fc.string() }).map((one) => ({ ...one.target, body: one.body })),
  }),
  fc.record({ erase: targets }),
  fc.record({ check: targets }),
);
const nameOf = (write) => Object.values(write).map(({ partition, sort }) => partition + sort)[0];
const minutes = fc
  .integer({ min: 0, max: 59 })
  .map((minute) => new Date(Date.UTC(2026, 10, 27, 3, minute)).toISOString());
const answers = fc.record({
  request: fc.constantFrom('k1', 'k2'),
  about: fc.string(),
  answer: fc.string(),
  keep_until: minutes,
});
const sorts = fc.tuple(names, names).map((pair) => pair.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
const ranges = fc.oneof(
  fc.record({ prefix: fc.constantFrom('', 'a', 'ヤ', '🍣') }),
  sorts.map(([first, last]) => ({ first, last })),
);
const questions = fc.oneof(
  fc.record({
    commit: fc.record(
      { writes: fc.uniqueArray(writes, { selector: nameOf, maxLength: 6 }), answer: answers, now: minutes },
      { requiredKeys: ['writes', 'now'] },
    ),
  }),
  fc.record({ read: fc.uniqueArray(keys, { selector: ({ partition, sort }) => partition + sort }) }),
  fc
    .tuple(
      ranges,
      fc.record({
        partition: fc.constantFrom('p', 'q'),
        order: fc.constantFrom('ascending', 'descending'),
        limit: fc.integer({ min: 1, max: 4 }),
        after: fc.option(names),
      }),
    )
    .map(([range, query]) => ({ query: { ...range, ...query } })),
);

test('whatever is asked, SQLite answers as a Map does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(questions, { maxLength: 30 }), async (asked) => {
      const ledger = await SqliteLedger.open(':memory:');
      const model = new MapLedger();
      // Time goes on: what is forgotten would be known again if it went back.
      const inOrder = asked.flatMap(({ commit }) => commit?.now ?? []).sort();
      for (const { commit, ...others } of asked) {
        const question = commit ? { commit: { ...commit, now: inOrder.shift() } } : others;
        assert.deepEqual(await answerTo(ledger, question), await answerTo(model, question), JSON.stringify(question));
      }
      await ledger.close();
    }),
    { numRuns: 200 },
  );
});

test('what was committed is there when the file is opened again', async (t) => {
  const path = place(t)('l');
  const first = await SqliteLedger.open(pathToFileURL(path));
  await first.commit({ ...put('一'), now: new Date(now) });
  await first.close();
  const again = await opened(t, path, { check: 'none', busy: 100 });
  assert.deepEqual(await again.read([key]), [{ ...key, version: 1, body: '一' }]);
});

test('a file that is none of ours is refused and left as it is', async (t) => {
  const path = place(t)('l');
  await (await SqliteLedger.open(path)).close();
  const bytes = readFileSync(path);
  const refused = async (code, change) => {
    const changed = change(Buffer.from(bytes));
    writeFileSync(path, changed);
    await assert.rejects(SqliteLedger.open(path), { name: 'DenwabanError', code });
    assert.deepEqual(readFileSync(path), changed);
  };
  // "Database File Format": the user version is at 60, the application id at 68.
  await refused('newer_version', (file) => (file.writeUInt32BE(99, 60), file));
  await refused('invalid_value', (file) => (file.writeUInt32BE(99, 68), file));
  await refused('corrupt', (file) => file.fill(0xaa, 4096, 6000));
  await refused('corrupt', () => Buffer.alloc(4096, 'x'));
  await assert.rejects(SqliteLedger.open(join(path, 'no/such')), { code: 'invalid_value' });
  await refused('corrupt', () => Buffer.alloc(0));
});

test('a ledger that would keep nothing, and a backup that would be none, are refused', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'));
  await ledger.commit({ ...put('1'), now: new Date(now) });
  const refused = (promise) => assert.rejects(promise, { name: 'DenwabanError', code: 'invalid_value' });
  for (const path of ['', `${at('l')}\0.never`]) await refused(SqliteLedger.open(path));
  for (const path of ['', ':memory:', `${at('b')}\0x`, at('l')]) {
    await refused(ledger.backup(path));
    await refused(ledger.exportTo(path));
    if (path !== at('l')) await refused(ledger.importFrom(path));
  }
  assert.deepEqual(await ledger.read([key]), [{ ...key, version: 1, body: '1' }]);
});

test('what is wrong with a question is told with its place', async (t) => {
  const ledger = await opened(t);
  await assert.rejects(ledger.read([{ partition: 'p' }]), { code: 'missing_key', where: '/0' });
  await assert.rejects(ledger.query({ partition: 'p', limit: 0 }), { code: 'out_of_range', where: '/limit' });
  await assert.rejects(ledger.commit('{'), { code: 'malformed_json' });
  await assert.rejects(ledger.read(), { code: 'wrong_type' });
  await assert.rejects(SqliteLedger.open(3), { code: 'wrong_type' });
  await assert.rejects(SqliteLedger.open(':memory:', { check: 'some' }), { code: 'wrong_type' });
  await assert.rejects(SqliteLedger.open(':memory:', { busy: 0.5 }), { code: 'wrong_type' });
  assert.throws(() => new SqliteLedger(), TypeError);
});

test('once it is closed everything is refused, and what had begun is done', async (t) => {
  const path = place(t)('l');
  const ledger = await SqliteLedger.open(path);
  const working = Array.from({ length: 50 }, (_, each) =>
    ledger.commit(put(String(each), { partition: 'p', sort: `${each}` })),
  );
  const closing = ledger.close();
  await assert.rejects(ledger.read([key]), { code: 'not_allowed', message: 'the ledger is closed' });
  await closing;
  for (const { result } of await Promise.all(working)) assert.equal(result, 'committed');
  await ledger.close();
  await ledger[Symbol.asyncDispose]();
  assert.equal((await bodiesOf(await opened(t, path), { partition: 'p' })).length, 50);
  assert.deepEqual(
    readdirSync(join(path, '..')).filter((name) => name.endsWith('-wal')),
    ['l-wal'],
  );
});

test('a forgotten ledger is closed', async (t) => {
  const path = place(t)('l');
  const source = `
    const { SqliteLedger } = require('denwaban');
    const { existsSync } = require('node:fs');
    const wal = process.argv[1] + '-wal';
    const forget = async () => {
      const ledger = await SqliteLedger.open(process.argv[1]);
      await ledger.commit({ writes: [{ put: { partition: 'p', sort: 'a', body: '1' } }], now: '${now}' });
      console.log(existsSync(wal));
    };
    (async () => {
      await forget();
      for (let wait = 0; existsSync(wal) && wait < 100; ++wait) {
        gc();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      console.log(existsSync(wal));
    })();`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '-e', source, path], { encoding: 'utf8' });
  assert.equal(stdout, 'true\nfalse\n', stderr);
});

test('a backup is all of it as of one moment, and overwrites nothing', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'));
  await ledger.commit(put('1'));
  await ledger.backup(at('copy'));
  await ledger.commit(put('2'));
  await assert.rejects(ledger.backup(at('copy')), DenwabanError);
  assert.equal(await bodyAt(await opened(t, at('copy'))), '1');
});

test('what is exported and imported is the same ledger', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'));
  const answer = { request: 'k', about: 'a', answer: '"はい"', keep_until: '2026-11-28T03:00:00Z' };
  await ledger.commit({ ...put('"一"\n'), answer });
  await ledger.commit(put('2', { partition: 'p', sort: 'b' }));
  await ledger.exportTo(at('lines'));
  assert.equal(readFileSync(at('lines'), 'utf8').split('\n').length, 6);
  const copy = await opened(t);
  await copy.importFrom(pathToFileURL(at('lines')));
  await copy.exportTo(at('again'));
  assert.deepEqual(readFileSync(at('again')), readFileSync(at('lines')));
  assert.equal((await copy.commit({ writes: [], answer, now })).result, 'replayed');
  await assert.rejects(copy.importFrom(at('lines')), { code: 'duplicate_id', where: '/2' });
});

test('an import is all or nothing, and an export leaves nothing half done', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'));
  const line = JSON.stringify({ ...key, version: 3, body: '1' });
  writeFileSync(at('lines'), `${line}\n{"partition":"p","sort":"b","version":0,"body":""}\n`);
  await assert.rejects(ledger.importFrom(at('lines')), { code: 'out_of_range', where: '/2/version' });
  assert.deepEqual(await ledger.read([key]), [null]);
  await assert.rejects(ledger.importFrom(at('nothing')), { code: 'invalid_value' });
  await assert.rejects(ledger.importFrom(at('')), { code: 'invalid_value' });
  await assert.rejects(ledger.exportTo(at('no/such/folder')), { code: 'invalid_value' });
  await assert.rejects(ledger.exportTo(at('')), { code: 'invalid_value' });
  writeFileSync(at('lines'), line);
  await ledger.importFrom(at('lines'));
  assert.equal((await ledger.read([key]))[0].version, 3);
  await ledger.exportTo(at('lines'));
  const sealed = readFileSync(at('lines'), 'utf8');
  assert.equal(sealed.split('\n')[1], line);
  const other = await opened(t);
  writeFileSync(at('cut'), sealed.split('\n').slice(0, 2).join('\n') + '\n');
  await assert.rejects(other.importFrom(at('cut')), { code: 'corrupt' });
  assert.deepEqual(await other.read([key]), [null]);
  rmSync(at('cut'));
  assert.deepEqual(readdirSync(at('')).sort(), ['l', 'l-shm', 'l-wal', 'lines']);
});

test('processes and worker threads that write one file at once each get their answer', async (t) => {
  const path = place(t)('l');
  const ledger = await opened(t, path);
  const rounds = 40;
  const children = [1, 2].map(() =>
    spawn(process.execPath, [program('count_up.mjs'), path, rounds], { stdio: 'inherit' }),
  );
  const workers = [1, 2].map(() => new Worker(program('count_up.mjs'), { workerData: { file: path, rounds } }));
  const ends = [...children, ...workers].map((one) => once(one, 'exit'));
  await Promise.all([countUp(ledger, rounds), countUp(ledger, rounds)]);
  for (const [status] of await Promise.all(ends)) assert.equal(status, 0);
  assert.equal(await bodyAt(ledger, { partition: 'p', sort: 'counter' }), String(6 * rounds));
});

test('a worker thread may end amid its work', async (t) => {
  const path = place(t)('l');
  const ledger = await opened(t, path);
  for (let round = 0; round < 5; ++round) {
    const worker = new Worker(program('count_up.mjs'), { workerData: { file: path, rounds: 1e6 } });
    await once(worker, 'online');
    await sleep(100 * round);
    await worker.terminate();
  }
  await ledger.commit(put('1'));
  assert.equal(await bodyAt(ledger), '1');
});

/** Another process holds the lock of a file until it is told to let go. */
const lock = async (t, path, pipe) => {
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
  const child = spawn(process.execPath, [program('hold_lock.mjs'), path, pipe], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  const held = await open(pipe, 'w');
  let letting;
  const letGo = () => (letting ??= held.close().then(() => ended));
  t.after(letGo);
  const probe = await SqliteLedger.open(path, { busy: 0 });
  while ((await probe.commit({ writes: [], now }).catch(({ code }) => code)) !== 'unavailable') await sleep(5);
  await probe.close();
  return async () => assert.deepEqual(await letGo(), [0, null]);
};

test('whoever waits for a lock keeps nobody else waiting', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'), { busy: 60_000 });
  const letGo = await lock(t, at('l'), at('pipe'));
  let done = 0;
  const waiting = Array.from({ length: 40 }, (_, each) =>
    ledger.commit(put('1', { partition: 'p', sort: `${each}` })).then(() => ++done),
  );
  // Of libuv's threads, the event loop's, and of those that read.
  await readFile(at('l'));
  for (let tick = 0; tick < 30; ++tick) await sleep(1);
  assert.deepEqual(await ledger.read([key]), [null]);
  assert.equal(done, 0);
  await letGo();
  await Promise.all(waiting);
  assert.equal(done, 40);
});

test('a worker thread ends although it waits for a lock that another process holds', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'));
  const letGo = await lock(t, at('l'), at('pipe'));
  const worker = new Worker(program('wait_for_lock.mjs'), { workerData: at('l') });
  await once(worker, 'message');
  await sleep(100);
  const begun = performance.now();
  await worker.terminate();
  assert.ok(performance.now() - begun < 10_000);
  await letGo();
  assert.equal((await ledger.commit(put('1'))).result, 'committed');
});

test('whoever has waited long enough is told so, and nothing is written', async (t) => {
  const at = place(t);
  const ledger = await opened(t, at('l'), { busy: 20 });
  const letGo = await lock(t, at('l'), at('pipe'));
  await assert.rejects(ledger.commit(put('1')), { code: 'unavailable' });
  assert.deepEqual(await ledger.read([key]), [null]);
  await letGo();
  assert.equal((await ledger.commit(put('1'))).result, 'committed');
});
