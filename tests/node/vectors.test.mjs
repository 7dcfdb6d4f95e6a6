import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Directory, Restaurant, contactFlow } from 'denwaban';

const folder = new URL('../data/vectors/', import.meta.url);
const names = readdirSync(folder);
const number = '+81350000042';

/** An instant as Japan writes it, `2026-11-23T02:00:00+09:00`: the form in which the vectors have it. */
const inJapan = (date) => date && `${new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;

test('there are vectors', () => assert.ok(names.length >= 8));

for (const name of names) {
  test(name, () => {
    const { restaurant, cases } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const { hours } = Restaurant.fromJson(restaurant);
    const directory = Directory.fromJson([{ ...restaurant, lines: [{ number }] }]);
    for (const { at, status: expected, say } of cases) {
      const status = hours.status(new Date(at));
      const { state, service, businessDate, reason } = status;
      const [closesAt, lastOrder, nextOpening] = [status.closesAt, status.lastOrder, status.nextOpening].map(inJapan);
      assert.deepEqual({ state, service, businessDate, closesAt, lastOrder, nextOpening, reason }, expected, at);
      assert.equal(hours.isOpen(new Date(at)), expected.state === 'open');

      const event = { Details: { ContactData: { SystemEndpoint: { Address: number } } } };
      const answer = contactFlow(event, directory, new Date(at));
      for (const [key, value] of Object.entries(expected)) assert.equal(answer[key], value ?? '', `${at} ${key}`);
      if (say) assert.equal(answer.say, say);
    }
  });
}
