// The JSON Schema accepts what the reader accepts, and refuses what it can of what the reader refuses.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { Restaurant } from 'denwaban';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(read('docs/schema/rules.schema.json'));
const validate = ajv.compile(read('docs/schema/restaurant.schema.json'));

const service = { opens: '17:00', closes: '26:00' };
const restaurant = (rule, more = {}) => ({ id: 'r1', name: 'とりべえ', hours: { rules: [rule] }, ...more });
const open = { when: 'every_day', services: [service] };

test('the schema accepts every restaurant of the examples and the vectors, as written and as read back', () => {
  const vectors = readdirSync(new URL('../data/vectors/', import.meta.url)).map(
    (name) => read(`tests/data/vectors/${name}`).restaurant,
  );
  for (const json of [...read('examples/restaurants/restaurants.json'), ...vectors]) {
    for (const document of [json, JSON.parse(Restaurant.fromJson(json).toJson())]) {
      assert.ok(validate(document), `${json.name}: ${ajv.errorsText(validate.errors)}`);
    }
  }
});

const refused = {
  'no hours': { id: 'r1', name: 'とりべえ' },
  'an unknown key': restaurant(open, { colour: 'red' }),
  'an empty name': restaurant(open, { name: '' }),
  'a time past 48:00': restaurant({ when: 'every_day', services: [{ opens: '17:00', closes: '48:01' }] }),
  'a time without its zero': restaurant({ when: 'every_day', services: [{ opens: '9:00', closes: '17:00' }] }),
  'a rule that both opens and closes': restaurant({ ...open, closed: true }),
  'a rule that does neither': restaurant({ when: 'every_day' }),
  'a condition with two keys': restaurant({ ...open, when: { weekdays: ['mon'], months: [1] } }),
  'a weekday that is none': restaurant({ ...open, when: { weekdays: ['monday'] } }),
  'no weekday at all': restaurant({ ...open, when: { weekdays: [] } }),
  'a sixth Tuesday': restaurant({ ...open, when: { nth_weekday: { nth: [6], weekdays: ['tue'] } } }),
  'a thirteenth month': restaurant({ ...open, when: { months: [13] } }),
  'every week': restaurant({ ...open, when: { every_weeks: { interval: 1, from: '2026-11-02' } } }),
  'a displacement that is none': {
    ...restaurant(open),
    hours: { rules: [open], closings: [{ when: 'every_day', on_holiday: 'moves' }] },
  },
  'two destinations': restaurant(open, { routing: { otherwise: { queue: 'a', bot: 'b' } } }),
  'no destination': restaurant(open, { routing: { routes: [] } }),
};
for (const [name, document] of Object.entries(refused)) {
  test(`schema and reader both refuse ${name}`, () => {
    assert.equal(validate(document), false);
    assert.throws(() => Restaurant.fromJson(document), { name: 'DenwabanError' });
  });
}
