// What hostile values, dying workers and addons that are not there must not do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import {
  Call,
  Customers,
  DayBook,
  DenwabanError,
  Directory,
  HolidayCalendar,
  OutboundCallerPolicy,
  Rules,
  SqliteLedger,
  googleBatchAvailabilityLookup,
  readSchemaOrgReservation,
} from 'denwaban';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const evening = Date.parse('2026-11-22T18:00+09:00');
const hours = Rules.fromJapanese('17:00～23:00').hours();
const wrongType = { name: 'DenwabanError', code: 'wrong_type' };

for (const question of ['status', 'isOpenMany', 'parsePhoneNumber', 'name', 'contactFlow', 'hours', 'refusal']) {
  test(`a worker may be ended in the midst of ${question}`, () => {
    const { status, stderr } = spawnSync(process.execPath, [pathOf('workers/terminate.mjs'), question], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
}

test('an error is made anew from its clone, with its code and all places', () => {
  let thrown;
  try {
    Rules.fromJson({ rules: [{ when: 'sometimes', services: 3 }] });
  } catch (error) {
    thrown = error;
  }
  assert.ok(thrown.errors.length > 1);
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(thrown);
  const { message: posted } = receiveMessageOnPort(port2);
  port1.close();
  for (const clone of [posted, structuredClone(thrown)]) {
    const again = new DenwabanError(clone.cause);
    assert.ok(again instanceof DenwabanError);
    assert.deepEqual([again.code, again.where, again.message], [thrown.code, thrown.where, clone.message]);
    assert.deepEqual(again.errors, thrown.errors);
  }
});

test('whatever the length says, nothing is written behind a buffer', () => {
  class Short extends Float64Array {
    get length() {
      return 1;
    }
  }
  const one = Object.defineProperty(new Float64Array(65_536).fill(evening), 'length', { value: 1 });
  for (const times of [new Short(1_000).fill(evening), new Short(1_000_000).fill(evening), one]) {
    for (const answers of [hours.isOpenMany(times), hours.states(times)]) {
      assert.ok(answers.every((answer) => answer === 1));
      assert.equal(answers.length, times.byteLength / 8);
    }
  }
});

test('what is no list of times is of the wrong type', () => {
  const forged = Object.create(Float64Array.prototype);
  for (const times of [5, {}, null, undefined, '2026', [null], new BigInt64Array(2), forged]) {
    assert.throws(() => hours.isOpenMany(times), wrongType);
    assert.throws(() => hours.states(times), wrongType);
  }
  assert.deepEqual(hours.isOpenMany(new Set([evening, new Date(evening)])), Uint8Array.of(1, 1));
});

test('two copies over one addon answer each for itself', () => {
  const { status, stderr } = spawnSync(process.execPath, [pathOf('workers/copies.cjs')], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('the handle of another class is refused', () => {
  const native = createRequire(import.meta.url)('../../build/node/denwaban.node');
  const calendar = native.japan();
  const book = native.customers('[]');
  const rules = native.readRules('json', '{"rules":[]}');
  for (const stranger of [book, rules, {}, 5, null, undefined, new (class {})()]) {
    assert.throws(() => rules.hours(stranger, 'Asia/Tokyo'), TypeError);
    assert.throws(() => native.googleBatchAvailabilityLookup('{}', [stranger], 'Asia/Tokyo', 0), TypeError);
  }
  assert.throws(() => book.recordVisit(calendar, 'b1'), TypeError);
  assert.throws(
    () => native.googleBatchAvailabilityLookup('{}', { length: 1, 0: calendar }, 'Asia/Tokyo', 0),
    TypeError,
  );
  for (const handle of [calendar, book, rules]) assert.throws(() => new handle.constructor(), TypeError);
  assert.equal(rules.hours(calendar, 'Asia/Tokyo').zone(), 'Asia/Tokyo');
});

test('nobody gets at a handle through what is public', () => {
  assert.equal(Rules.of, undefined);
  const forged = { map: () => [HolidayCalendar.japan()] };
  assert.throws(() => googleBatchAvailabilityLookup({}, { books: [forged], now: 0 }), TypeError);
  assert.throws(() => Call.prototype.apply.call({}, 'answered'), TypeError);
  assert.throws(() => DayBook.prototype.propose.call({}, {}), TypeError);
  assert.throws(() => Directory.prototype.find.call({}, '1'), TypeError);
});

test('what is no longer used is let go before it fills the memory', async () => {
  const rules = Rules.fromJapanese('17:00～23:00', '月');
  const before = process.memoryUsage().rss;
  let most = 0;
  for (let round = 0; round < 500; round++) {
    for (let i = 0; i < 10; i++) rules.hours();
    await new Promise(setImmediate);
    most = Math.max(most, process.memoryUsage().rss);
  }
  assert.ok(most - before < 200_000_000, `${most - before} bytes more than before`);
});

/** denwaban as an installation leaves it whose script did not run; `addon`, if given, stands where the addon should. */
const installed = (addon) => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
  const there = join(folder, 'node_modules/denwaban');
  mkdirSync(join(there, 'build/node'), { recursive: true });
  cpSync(pathOf('../../package.json'), join(there, 'package.json'));
  cpSync(pathOf('../../bindings/node'), join(there, 'bindings/node'), { recursive: true });
  cpSync(pathOf('../../examples/lambda'), join(folder, 'lambda'), {
    recursive: true,
    filter: (source) => !source.includes('node_modules'),
  });
  if (addon) writeFileSync(join(there, 'build/node/denwaban.node'), addon);
  return folder;
};
const answered = (folder, type, script) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return [stdout.trim(), stderr];
};

for (const [what, addon, code] of [
  ['is missing', undefined, 'addon_not_built'],
  ['is none', 'no ELF', 'addon_not_loaded'],
]) {
  test(`an addon that ${what} is an error to catch, and no end of the telephone`, (t) => {
    const folder = installed(addon);
    t.after(() => rmSync(folder, { recursive: true }));
    const said = /run "node node_modules\/denwaban\/bindings\/node\/build\.mjs"/;
    for (const [type, script] of [
      ['module', "import('denwaban').catch((e) => { console.log(e.code); console.log(e.message); })"],
      [
        'module',
        "import('denwaban/dynamodb').catch(() => {}); import('denwaban').catch((e) => { console.log(e.code); console.log(e.message); })",
      ],
      ['commonjs', "try { require('denwaban'); } catch (e) { console.log(e.code); console.log(e.message); }"],
    ]) {
      const [told] = answered(folder, type, script);
      assert.match(told, new RegExp(`^${code}\n`));
      assert.match(told, said);
    }
    const handler =
      "const { answer } = await import('./lambda/handler.mjs'); console.log(JSON.stringify(await answer({})));";
    const [told, complaint] = answered(folder, 'module', handler);
    assert.equal(JSON.parse(told).result, 'unavailable');
    assert.match(complaint, said);
  });
}

test('an option that nobody knows is refused, wherever options are taken', async () => {
  const rules = Rules.fromJapanese('17:00～23:00');
  const call = Call.fromJson({ contacts: ['k'], direction: 'inbound' });
  const policy = { demand: 'optional' };
  const plan = { tables: [{ id: 'A', most: 2 }] };
  const periods = [{ name: 'dinner', opens: '17:00', closes: '23:00', last_entry: '21:00' }];
  const now = new Date('2026-11-27T03:00:00Z');
  const by = { now, actor: 'agent' };
  const wanted = { id: 'b1', begin: '19:00', party: 2 };
  const { book } = DayBook.fromJson({ restaurant: 'r', date: '2026-11-27', floor_plan: plan, periods }).book(
    wanted,
    by,
  );
  const typo = { wrnog: 1 };
  const asked = [
    () => rules.hours(typo),
    () => rules.renderSvg('2026-11', typo),
    () => rules.renderHtml('2026-11', typo),
    () => rules.toGoogle('2026-11-01', '2026-11-30', typo),
    () => rules.toAmazonConnect('2026-11-01', '2026-11-30', typo),
    () => Directory.fromJson([], typo),
    () => call.handOver(typo),
    () => call.contactAttributes(typo),
    () => call.followUps(typo),
    () => call.draft([], { policy, ...typo }),
    () => call.extend({ policy, at: now, ...typo }),
    () => call.complete({ policy, by: 'a', at: now, ...typo }),
    () => call.amend([], { by: 'a', at: now, ...typo }),
    () => book.propose({ party: 2, begin: '19:00', now }, typo),
    () => book.availability({ party: 2, now, ...typo }),
    () => book.lateParties({ now, ...typo }),
    () => book.waitingList({ now, ...typo }),
    () => book.cancel('b1', by, typo),
    () => book.confirm('b1', by, typo),
    () => book.seat('b1', by, typo),
    () => book.renew('b1', by, { heldUntil: '2026-11-27T04:00:00Z', ...typo }),
    () => book.replaceFloorPlan(plan, by, typo),
    () => book.toSchemaOrg('b1', typo),
    () => OutboundCallerPolicy.fromJson({ claimed: [] }).choose(typo),
    () => googleBatchAvailabilityLookup({}, { books: [], now, ...typo }),
    () => readSchemaOrgReservation({}, typo),
    () => Customers.fromJson().byName('a', typo),
  ];
  for (const ask of asked) {
    assert.throws(ask, { name: 'DenwabanError', code: 'unknown_key', where: '/wrnog' }, String(ask));
  }
  await assert.rejects(SqliteLedger.open(':memory:', typo), { code: 'unknown_key' });
  const ledger = await SqliteLedger.open(':memory:');
  await assert.rejects(ledger.run({ find_customer: { id: 'c1' } }, typo), { code: 'unknown_key' });
  await assert.rejects(ledger.follow(typo).next(), { code: 'unknown_key' });
  await ledger.close();
});

test('what is of another kind is told by the kind that is wanted', () => {
  const call = Call.fromJson({ contacts: ['k'], direction: 'inbound' });
  assert.throws(() => call.followUps({ catalogue: {} }), { name: 'TypeError', message: 'a Catalogue is wanted' });
  const wrong = { name: 'TypeError', message: 'a DayBook is wanted' };
  assert.throws(() => Customers.fromJson().recordVisit({}, 'b1'), wrong);
  assert.throws(() => googleBatchAvailabilityLookup({}, { books: [{}], now: 0 }), wrong);
});
