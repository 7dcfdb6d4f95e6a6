import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { remembering } from '../../examples/desk/server/identity.mjs';
import { settingsOf } from '../../examples/desk/server/settings.mjs';
import { permissions } from '../../examples/desk/server/permissions.mjs';
import { audience } from './issuer.mjs';
import { openDesk, refused } from './desk.mjs';

const desk = await openDesk();
after(() => desk.close());
const { ask, sign, issuer } = desk;
const session = (token) => ask('/api/session', { token });
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('tokens that are not good are refused, whatever else they say', async () => {
  const good = await sign();
  const [header, payload, signature] = good.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url'));
  const secret = new TextEncoder().encode(JSON.stringify(issuer.jwk));
  const cases = {
    'no algorithm': `${part({ alg: 'none' })}.${payload}.`,
    'no algorithm, in another case': `${part({ alg: 'nOnE' })}.${payload}.${signature}`,
    'a changed role': `${header}.${part({ ...claims, 'cognito:groups': ['supervisor'] })}.${signature}`,
    'changed restaurants': `${header}.${part({ ...claims, 'custom:restaurants': 'r02' })}.${signature}`,
    'the public key as a secret': await sign({}, { key: secret, header: { alg: 'HS256', kid: 'k1' } }),
    'another’s key': await sign({}, { key: issuer.strangersKey }),
    'a key that nobody has': await sign({}, { header: { alg: 'RS256', kid: 'k2' } }),
    'another issuer': await sign({ iss: 'https://example.com' }),
    'the development issuer': await sign({ iss: 'urn:denwaban:desk:development' }),
    'another client': await sign({ client_id: 'another' }),
    'an ID token for another': await sign({ token_use: 'id', aud: 'another', client_id: audience }),
    'an access token that names us in aud alone': await sign({ client_id: undefined, aud: audience }),
    nobody: await sign({ sub: undefined }),
    'no end': await sign({ exp: undefined }),
    'its time is over': await sign({ expires: -60 }),
    'its time is to come': await sign({ nbf: Math.floor(Date.now() / 1000) + 86_400 }),
    'half of one': good.slice(0, -20),
    words: 'suzuki',
  };
  assert.equal((await session(good)).status, 200);
  for (const [what, token] of Object.entries(cases)) {
    const answer = await session(token);
    assert.equal(answer.status, 401, what);
    refused(answer, 'unauthenticated');
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
  }
});

test('no token, and no token in an address', async () => {
  refused(await ask('/api/session'), 'unauthenticated', 401);
  refused(await ask(`/api/session?access_token=${await sign()}`), 'unauthenticated', 401);
  refused(await ask('/api/session', { headers: { authorization: 'Basic c3V6dWtpOg==' } }), 'unauthenticated', 401);
  refused(await ask('/api/development/login?as=supervisor'), 'not_found', 404);
});

test('a token that was good is gone by for a minute, and never beyond its time; one that was not is looked at anew', async () => {
  let now = Date.parse('2026-11-27T09:00:00Z');
  const looked = [];
  const verify = async (token) => {
    looked.push(token);
    if (token === 'bad') throw new Error('is not good');
    return { who: token, expires: new Date(now + (token === 'short' ? 5_000 : 3_600_000)).toISOString() };
  };
  const known = remembering(verify, () => now);
  for (const token of ['long', 'long', 'short', 'short', 'long']) assert.equal((await known(token)).who, token);
  assert.deepEqual(looked.splice(0), ['long', 'short']);
  now += 5_000;
  for (const token of ['long', 'short']) await known(token);
  assert.deepEqual(looked.splice(0), ['short']);
  now += 55_000;
  await known('long');
  for (let time = 0; time < 2; ++time) await assert.rejects(known('bad'));
  assert.deepEqual(looked.splice(0), ['long', 'bad', 'bad']);
  for (let other = 0; other < 1000; ++other) await known(`other${other}`);
  await known('long');
  assert.equal(looked.at(-1), 'long');
});

test('an ID token that is for us is as good', async () => {
  const { body } = await session(await sign({ token_use: 'id', client_id: undefined, aud: [audience], name: '鈴木' }));
  assert.equal(body.name, '鈴木');
  const { body: plain } = await session(await sign({ token_use: undefined, client_id: undefined, aud: audience }));
  assert.equal(plain.role, 'agent');
});

test('a token without a role or restaurants is nobody’s and nothing’s', async () => {
  refused(await session(await sign({ role: null })), 'forbidden', 403);
  refused(await session(await sign({ role: 'admin' })), 'forbidden', 403);
  const token = await sign({ restaurants: undefined, 'custom:restaurants': undefined });
  assert.deepEqual((await session(token)).body.restaurants, []);
  refused(await desk.errand('find_day_book', token, { restaurant: 'r01', date: '2026-11-27' }), 'forbidden', 403);
  const several = await sign({ 'cognito:groups': ['restaurant', 'supervisor', 'others'] });
  assert.equal((await session(several)).body.role, 'supervisor');
});

test('a role asks what its row of the table has, and nothing else', async () => {
  for (const role of ['agent', 'supervisor', 'restaurant', 'guest']) {
    const token = await sign({ role });
    const before = await desk.ledger.newestChange();
    for (const [name, { may }] of Object.entries(permissions)) {
      const { status, body } = await desk.errand(name, token, {}, `${role}-${name}`);
      if (may.includes(role)) assert.notEqual(body?.place, '/errand', `${role} ${name}`);
      else assert.deepEqual([status, body.code, body.place], [403, 'forbidden', '/errand'], `${role} ${name}`);
    }
    assert.equal(await desk.ledger.newestChange(), before);
  }
});

test('who asks too often is asked to wait', async () => {
  const busy = await openDesk({ settings: { page: null, rate: 3 } });
  const one = await busy.sign({ who: 'suzuki' });
  const other = await busy.sign({ who: 'tanaka' });
  for (let time = 0; time < 3; ++time) assert.equal((await busy.ask('/api/session', { token: one })).status, 200);
  refused(await busy.ask('/api/session', { token: one }), 'too_many_requests', 429);
  assert.equal((await busy.ask('/api/session', { token: other })).status, 200);
  for (let time = 0; time < 60; ++time) refused(await busy.ask('/api/session', { token: 'guess' }), 'unauthenticated');
  refused(await busy.ask('/api/session', { token: 'guess' }), 'too_many_requests', 429);
  assert.equal((await busy.ask('/api/session', { token: other })).status, 200);
  await busy.close();
});

test('settings that would let anybody in are no settings', () => {
  const refuses = (env, words) => assert.throws(() => settingsOf(env), words);
  refuses({ NODE_ENV: 'production' }, /DESK_ISSUER/);
  refuses({ DESK_HOST: '0.0.0.0' }, /loopback alone/);
  refuses({ DESK_ISSUER: 'https://issuer.example' }, /DESK_AUDIENCE/);
  refuses({ DESK_ISSUER: 'http://issuer.example', DESK_AUDIENCE: 'a' }, /https/);
  const real = settingsOf({
    DESK_ISSUER: 'https://issuer.example',
    DESK_AUDIENCE: 'a',
    NODE_ENV: 'production',
    DESK_NOW: '2026-01-01',
  });
  assert.deepEqual([real.seed, real.begin], [false, null]);
});
