import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDesk, refused } from './desk.mjs';

const root = mkdtempSync(join(tmpdir(), 'desk-page-'));
for (const language of ['ja', 'en']) {
  mkdirSync(join(root, language));
  writeFileSync(
    join(root, language, 'index.html'),
    `<html lang="${language}"><body><desk-root></desk-root></body></html>`,
  );
  writeFileSync(join(root, language, 'main-ABCDEF12.js'), `console.log('${language}');\n`.repeat(200));
}
const desk = await openDesk({ settings: { page: root, frames: ['https://centre.my.connect.aws'] } });
after(async () => {
  await desk.close();
  rmSync(root, { recursive: true });
});

test('the page is in the language that is accepted, at every path of its own', async () => {
  const { headers } = await fetch(`${desk.base}/?ccpUrl=x`, {
    redirect: 'manual',
    headers: { 'accept-language': 'en' },
  });
  assert.equal(headers.get('location'), '/en/?ccpUrl=x');
  assert.match((await desk.ask('/')).body, /lang="ja"/);
  assert.match((await desk.ask('/en/day/2026-11-27')).body, /lang="en"/);
  refused(await desk.ask('/api/nothing'), 'not_found', 404);
  refused(await desk.ask('/ja/missing.js'), 'not_found', 404);
  refused(await desk.ask('/..%2f..%2fetc/passwd.txt'), 'not_found', 404);
});

test('styles are let in under a nonce that is never the same, and nothing inline beside', async () => {
  const nonces = [];
  for (let time = 0; time < 2; ++time) {
    const { body, headers } = await desk.ask('/ja/');
    const [, nonce] = /<desk-root ngCspNonce="([^"]+)">/.exec(body);
    const policy = headers.get('content-security-policy');
    assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`));
    assert.match(policy, /script-src 'self';/);
    assert.match(policy, /frame-src https:\/\/centre\.my\.connect\.aws;/);
    assert.equal(headers.get('cache-control'), 'no-cache');
    nonces.push(nonce);
  }
  assert.notEqual(nonces[0], nonces[1]);
});

test('files with a hash are kept for a year, and sent small', async () => {
  const { headers, body } = await desk.ask('/ja/main-ABCDEF12.js', { headers: { 'accept-encoding': 'br' } });
  assert.match(headers.get('cache-control'), /immutable/);
  assert.equal(headers.get('content-encoding'), 'br');
  assert.match(body, /console/);
});
