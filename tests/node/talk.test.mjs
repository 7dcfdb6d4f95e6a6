import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { DenwabanError, LiveTranscript, Rules, understand } from 'denwaban';

const data = (name) => readFileSync(new URL(`../data/talk/${name}`, import.meta.url), 'utf8');
const hours = Rules.fromJson(data('rules.json')).hours();
const vectors = data('vectors.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

for (const { text, hearing, open, meaning } of vectors) {
  test(`Node hears what all hear: ${text}`, () => {
    assert.deepEqual(understand(text, { ...hearing, ...(open ? { hours } : {}) }), meaning);
  });
}

test('what is offered, what is known and what was asked decide', () => {
  const now = new Date('2026-11-24T06:00:00Z');
  assert.equal(understand('大丈夫です', { now }).polarity, 'unclear');
  assert.equal(understand('大丈夫です', { now, asked: 'read_back' }).polarity, 'yes');
  const later = understand('8時のほうで', { now, asked: 'offer', offered: ['18:30', '20:00'] });
  assert.deepEqual(later.slots.time.readings, [{ at: '20:00' }]);
});

test('a hearing that is none is refused where it is wrong', () => {
  const refused = (hearing, where) =>
    assert.throws(
      () => understand('はい', hearing),
      (error) => error instanceof DenwabanError && error.errors.some((each) => each.where === where),
    );
  refused({ now: '15:00' }, '/now');
  refused({ now: '2026-11-24T06:00:00Z', asked: 'weather' }, '/asked');
  refused({ now: '2026-11-24T06:00:00Z', zone: 'Mars/Base' }, '/zone');
});

for (const line of data('transcripts.jsonl').trim().split('\n')) {
  const { about, steps } = JSON.parse(line);
  test(`Node settles a transcript as all do: ${about}`, () => {
    const live = new LiveTranscript();
    for (const { event, settled, unsettled } of steps) {
      live.apply(event);
      assert.equal(live.settled(), settled);
      assert.equal(live.unsettled(), unsettled);
    }
    assert.equal(live.settled(), '');
  });
}

test('what is no event of a transcription is refused', () => {
  const live = new LiveTranscript();
  assert.throws(() => live.apply({}), { name: 'DenwabanError', code: 'missing_key' });
  assert.throws(() => live.apply('{'), { name: 'DenwabanError', code: 'malformed_json' });
  assert.equal(live.unsettled(), '');
});
