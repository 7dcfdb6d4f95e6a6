// WebAssembly in Chromium: a module script, a strict Content-Security-Policy, and the vectors that all languages share.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const executablePath = spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
const root = new URL('../../', import.meta.url);
const types = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const page = {
  '/': ['text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="/page.mjs"></script>'],
  '/page.mjs': ['text/javascript', "window.denwaban = await import('/bindings/browser/wasm/index.mjs');"],
};
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const read = async (path) => {
  if (page[path]) return page[path];
  const ending = path.match(/^\/bindings\/browser\/wasm\/[\w/]+(\.\w+)$/)?.[1];
  return types[ending] ? [types[ending], await readFile(new URL(`.${path}`, root))] : null;
};
const server = createServer(async (request, response) => {
  const found = await read(new URL(request.url, 'http://localhost').pathname).catch(() => null);
  response.writeHead(found ? 200 : 404, {
    'content-type': found?.[0] ?? 'text/plain',
    'content-security-policy': policy,
  });
  response.end(found?.[1]);
});

let browser;
let tab;
const wrong = [];
before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath, args });
  tab = await browser.newPage();
  tab.on('pageerror', (error) => wrong.push(String(error)));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction(() => window.denwaban, null, { timeout: 60_000 });
});
after(async () => {
  await browser?.close();
  server.close();
});

const data = new URL('tests/data/', root);
const vectorsOf = (folder) =>
  readdirSync(new URL(folder, data)).map((name) => [
    name,
    JSON.parse(readFileSync(new URL(folder + name, data), 'utf8')),
  ]);

for (const [name, { restaurant, cases }] of vectorsOf('vectors/')) {
  test(`hours in Chromium: ${name}`, async () => {
    const told = await tab.evaluate(
      ([restaurant, times]) => {
        const { hours } = window.denwaban.Restaurant.fromJson(restaurant);
        const inJapan = (date) =>
          date && `${new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
        return times.map((at) => {
          const { state, service, businessDate, reason, ...times } = hours.status(new Date(at));
          const [closesAt, lastOrder, nextOpening] = [times.closesAt, times.lastOrder, times.nextOpening].map(inJapan);
          const status = { state, service, businessDate, closesAt, lastOrder, nextOpening, reason };
          return [status, hours.isOpen(Date.parse(at))];
        });
      },
      [restaurant, cases.map(({ at }) => at)],
    );
    assert.deepEqual(
      told,
      cases.map(({ status }) => [status, status.state === 'open']),
    );
  });
}

for (const [name, { format, text, rules }] of vectorsOf('rules_vectors/')) {
  test(`rules in Chromium: ${name}`, async () => {
    const read = await tab.evaluate(
      ([format, text]) => {
        const { Rules } = window.denwaban;
        const readers = {
          japanese: ({ open, close }) => Rules.fromJapanese(open, close),
          json: Rules.fromJson,
          osm: Rules.fromOsm,
          amazon_connect: Rules.fromAmazonConnect,
          schema_org: Rules.fromSchemaOrg,
          google: Rules.fromGoogle,
        };
        return readers[format](text).toJSON();
      },
      [format, text],
    );
    assert.deepEqual(read, rules);
  });
}

test('callers in Chromium', async () => {
  const lines = readFileSync(new URL('talk/vectors.jsonl', data), 'utf8').trim().split('\n');
  const vectors = lines.map((line) => JSON.parse(line));
  const meanings = await tab.evaluate(
    ([rules, vectors]) => {
      const { Rules, understand } = window.denwaban;
      const hours = Rules.fromJson(rules).hours();
      return vectors.map(({ text, hearing, open }) => understand(text, { ...hearing, ...(open ? { hours } : {}) }));
    },
    [readFileSync(new URL('talk/rules.json', data), 'utf8'), vectors],
  );
  assert.ok(vectors.length >= 29);
  for (const [index, { text, meaning }] of vectors.entries()) assert.deepEqual(meanings[index], meaning, text);
});

test('a refusal in Chromium says where', async () => {
  const said = await tab.evaluate(() => {
    try {
      return window.denwaban.Rules.fromJson('{ "rules": [{ "when": "every_dey", "services": [] }] }');
    } catch (error) {
      return [error instanceof window.denwaban.DenwabanError, error.name, error.code, error.where];
    }
  });
  assert.deepEqual(said, [true, 'DenwabanError', 'invalid_value', '/rules/0/when']);
});

test('a page with a strict policy has nothing to complain of', () => assert.deepEqual(wrong, []));
