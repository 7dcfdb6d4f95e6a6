// Loads denwaban twice over one addon, as two bundles do, or a test runner that resets its modules.
const assert = require('node:assert/strict');

const copy = () => {
  for (const path of Object.keys(require.cache)) {
    if (/bindings.node.[a-z_]+\.js$/.test(path)) delete require.cache[path];
  }
  return require('denwaban');
};

const first = copy();
const second = copy();
assert.notEqual(first.Hours, second.Hours);

const openNow = ({ Rules }, text) => {
  const hours = Rules.fromJapanese(text).hours();
  return (at) => hours.status(Date.parse(at));
};
const izakaya = openNow(first, '17時～翌2時');
const cafe = openNow(second, '8時～16時');
for (let round = 0; round < 2; round++) {
  assert.equal(izakaya('2026-11-22T12:00+09:00').state, 'closed');
  assert.equal(cafe('2026-11-22T12:00+09:00').closesAt.toISOString(), '2026-11-22T07:00:00.000Z');
  assert.equal(izakaya('2026-11-22T18:00+09:00').closesAt.toISOString(), '2026-11-22T17:00:00.000Z');
  assert.equal(cafe('2026-11-22T18:00+09:00').state, 'closed');
}
for (const { Rules } of [first, second]) {
  for (const { DenwabanError } of [first, second]) assert.throws(() => Rules.fromJson('{'), DenwabanError);
}
