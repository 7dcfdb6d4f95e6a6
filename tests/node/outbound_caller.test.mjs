import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import Ajv from 'ajv/dist/2020.js';
import {
  DenwabanError,
  Directory,
  OutboundCallerPolicy,
  agentConnect,
  outboundWhisper,
  startOutboundVoiceContact,
} from 'denwaban';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const vectors = readdirSync(new URL('../data/outbound_caller_vectors/', import.meta.url)).map((name) => [
  name,
  read(`tests/data/outbound_caller_vectors/${name}`),
]);
const { policy: document, restaurants, events } = read('tests/data/outbound_caller_vectors/outbound_whisper.json');
const { contacts } = read('tests/data/outbound_caller_vectors/start_outbound_voice_contact.json');

/** A chosen caller as the vectors have it. */
const written = ({ passedOver, ...answer }) => ({
  ...answer,
  passed_over: passedOver.map(({ source, reason, number }) => [source, reason, number].filter(Boolean).join(' ')),
});
const inCamelCase = (object) =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key.replace(/_(.)/g, (_, letter) => letter.toUpperCase()), value]),
  );
/** What `ask` gives, or its errors. */
const outcome = (ask) => {
  try {
    return ask();
  } catch (error) {
    assert.ok(error instanceof DenwabanError, error);
    return error.errors.map(({ code, where }) => `${code} ${where}`);
  }
};

for (const [name, { policy, restaurants, cases = [], events = [], contacts = [], connects = [] }] of vectors) {
  test(name, () => {
    const numbers = policy && OutboundCallerPolicy.fromJson(policy);
    const directory = restaurants && Directory.fromJson(restaurants);
    for (const { says, call, answer } of cases) {
      const restaurant = call.restaurant && directory.restaurants.find(({ id }) => id === call.restaurant);
      assert.deepEqual(written(numbers.choose({ ...inCamelCase(call), restaurant })), answer, says);
    }
    for (const { says, event, attributes } of events) {
      assert.deepEqual(outboundWhisper(event, numbers, directory), attributes, says);
      assert.deepEqual(outboundWhisper(JSON.stringify(event), numbers, directory), attributes, says);
    }
    for (const { says, contact, request, errors } of contacts) {
      assert.deepEqual(
        outcome(() => startOutboundVoiceContact(inCamelCase(contact))),
        request ?? errors,
        says,
      );
    }
    for (const { says, call, parameters, errors } of connects) {
      assert.deepEqual(
        outcome(() => agentConnect(inCamelCase(call))),
        parameters ?? errors,
        says,
      );
    }
    assert.ok([...cases, ...events, ...contacts, ...connects].length > 0);
  });
}

test('what is no event gets an answer, too', () => {
  const policy = OutboundCallerPolicy.fromJson(document);
  const directory = Directory.fromJson(restaurants);
  const circle = {};
  circle.self = circle;
  for (const event of [undefined, null, 7, 'hello', [], circle, 1n]) {
    const { result, problem, callerId } = outboundWhisper(event, policy, directory);
    assert.deepEqual([result, problem, callerId], ['fallback', 'malformed_event', '+81350009999']);
  }
});

test('a policy is read from objects or text, and written as it was', () => {
  const policy = OutboundCallerPolicy.fromJson(document);
  assert.deepEqual(JSON.parse(JSON.stringify({ policy })), { policy: document });
  assert.equal(OutboundCallerPolicy.fromJson(JSON.stringify(document)).toJson(), policy.toJson());
  assert.throws(() => new OutboundCallerPolicy(), TypeError);
});

test('what is wrong of a request is told at its place, all of it', () => {
  const good = { destination: '+819012345678', instanceId: 'i', contactFlowId: 'f', source: '+81312345678' };
  const places = (contact) => {
    try {
      return startOutboundVoiceContact(contact);
    } catch ({ errors }) {
      return errors.map(({ code, where }) => `${code} ${where}`);
    }
  };
  assert.deepEqual(places(null), ['wrong_type ']);
  assert.deepEqual(places({ ...good, attributes: { a: 4 }, ringTimeoutSeconds: 30.5, trafic: 'GENERAL' }), [
    'unknown_key /trafic',
    'wrong_type /RingTimeoutInSeconds',
    'wrong_type /Attributes/a',
  ]);
  for (const attributes of [new Map([['a', 'b']]), new Date(), ['x'], 'x']) {
    assert.deepEqual(places({ ...good, attributes }), ['wrong_type /Attributes']);
  }
  assert.deepEqual(places({ ...good, attributes: Object.assign(Object.create(null), { a: 'b' }) }).Attributes, {
    a: 'b',
  });
  assert.deepEqual(places({ ...good, trafficType: 'SPAM' }), ['invalid_value /TrafficType']);
  assert.equal(places({ ...good, trafficType: 'GENERAL' }).TrafficType, 'GENERAL');
});

test('arguments of the wrong kind are refused', () => {
  const policy = OutboundCallerPolicy.fromJson(document);
  const refused = [
    [() => policy.choose({ callee: 81312345678 }), 'wrong_type'],
    [() => policy.choose({ callee: '110' }), 'not_a_phone_number'],
    [() => policy.choose({ queues: 'arn:' }), 'wrong_type'],
    [() => policy.choose({ queues: [7] }), 'wrong_type'],
    [() => startOutboundVoiceContact({ ...inCamelCase(contacts[0].contact), ringTimeoutSeconds: 1.5 }), 'wrong_type'],
    [() => startOutboundVoiceContact({ ...inCamelCase(contacts[0].contact), attributes: { guests: 4 } }), 'wrong_type'],
    [() => OutboundCallerPolicy.fromJson('{}'), 'missing_key'],
  ];
  for (const [ask, code] of refused) assert.throws(ask, { name: 'DenwabanError', code });
  assert.throws(() => policy.choose({ restaurant: 'toribee' }), TypeError);
  assert.deepEqual(policy.choose().number, '+81350009999');
});

test('CommonJS has the same', () => {
  const required = createRequire(import.meta.url)('denwaban');
  assert.equal(required.OutboundCallerPolicy, OutboundCallerPolicy);
  assert.equal(required.startOutboundVoiceContact, startOutboundVoiceContact);
});

test('the AWS SDK sends the whole of a request', async () => {
  let sent;
  const client = new ConnectClient({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'offline', secretAccessKey: 'offline' },
    requestHandler: {
      handle: async (request) => {
        sent = request;
        throw new Error('not sent');
      },
    },
    maxAttempts: 1,
  });
  for (const { contact, request } of contacts.filter(({ request }) => request)) {
    const input = startOutboundVoiceContact({ ...inCamelCase(contact), clientToken: 'callback-42' });
    await assert.rejects(client.send(new StartOutboundVoiceContactCommand(input)), /not sent/);
    assert.deepEqual([sent.method, sent.path], ['PUT', '/contact/outbound-voice']);
    assert.deepEqual(JSON.parse(sent.body), { ...request, ClientToken: 'callback-42' });
  }
});

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema([read('docs/schema/rules.schema.json'), read('docs/schema/restaurant.schema.json')]);
const validate = ajv.compile(read('docs/schema/outbound_caller.schema.json'));

test('the schema accepts the policies of the examples and the vectors, as written and as read back', () => {
  const policies = vectors.flatMap(([, { policy }]) => policy ?? []);
  for (const policy of [...validate.schema.examples, ...policies]) {
    for (const json of [policy, OutboundCallerPolicy.fromJson(policy).toJSON()]) {
      assert.ok(validate(json), ajv.errorsText(validate.errors));
    }
  }
});

const refused = {
  'nothing claimed at all': {},
  'an unknown key': { claimed: [], colour: 'red' },
  'an empty order': { claimed: [], order: [] },
  'a source twice': { claimed: [], order: ['chain', 'chain'] },
  'a source that is none': { claimed: [], order: ['queue'] },
  'a queue by its name': { claimed: [{ number: '03-1234-5678', queues: ['予約'] }] },
  'a chain without restaurants': {
    claimed: [{ number: '03-1234-5678' }],
    chains: [{ name: 'a', number: '03-1234-5678' }],
  },
};
for (const [name, json] of Object.entries(refused)) {
  test(`schema and reader both refuse ${name}`, () => {
    assert.equal(validate(json), false);
    assert.throws(() => OutboundCallerPolicy.fromJson(json), DenwabanError);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'denwaban-'));
before(() => {
  writeFileSync(join(folder, 'restaurants.json'), JSON.stringify(restaurants));
  writeFileSync(join(folder, 'outbound-caller.json'), JSON.stringify(document));
});
after(() => rmSync(folder, { recursive: true }));

/** The handler as a cold start with these numbers finds it. */
const coldStart = async (numbers) => {
  process.env.DENWABAN_RESTAURANTS = join(folder, 'restaurants.json');
  process.env.DENWABAN_OUTBOUND_CALLER = join(folder, numbers);
  const { outboundCaller } = await import(`../../examples/lambda/outbound-caller.mjs?${numbers}`);
  return outboundCaller;
};

test('the Lambda answers a whisper flow, and says in its log what it could not do', async (t) => {
  const warn = t.mock.method(console, 'warn', () => {});
  const outboundCaller = await coldStart('outbound-caller.json');
  for (const { says, event, attributes } of events) assert.deepEqual(await outboundCaller(event), attributes, says);
  assert.equal(warn.mock.callCount(), events.filter(({ attributes }) => attributes.problem).length);
});

test('a Lambda without its numbers leaves the number to the queue', async (t) => {
  t.mock.method(console, 'error', () => {});
  const attributes = await (await coldStart('nowhere.json'))(events[0].event);
  assert.deepEqual([attributes.result, attributes.callerId], ['unavailable', '']);
  assert.deepEqual(Object.keys(attributes), Object.keys(events[0].attributes));
  assert.equal(console.error.mock.callCount(), 1);
});
