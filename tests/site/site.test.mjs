// The built site: every link leads somewhere, axe finds nothing, search finds Japanese, and nothing leaves loopback.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

import { filesOf, root, site, useSite } from './site.mjs';

const { AxeBuilder } = createRequire(join(root, 'docs/site/package.json'))('@axe-core/playwright');
const { onPage } = useSite();
const files = new Set(filesOf(site));
const pages = [...files].filter((name) => name.endsWith('.html'));
const read = (name) => readFileSync(join(site, name), 'utf8');
const without = (html) => html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '');

test('every link leads to a page of the site and to a place on it', () => {
  const places = new Map(
    pages.map((name) => [name, new Set([...read(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const dead = new Set();
  let count = 0;
  for (const name of pages) {
    const here = new URL(name.replace(/index\.html$/, ''), 'http://site/');
    for (const [, address] of without(read(name)).matchAll(/\s(?:href|src)="([^"]+)"/g)) {
      const { protocol, host, pathname, hash } = new URL(address.replaceAll('&amp;', '&'), here);
      if (host !== 'site' || protocol !== 'http:') continue;
      ++count;
      const path = decodeURIComponent(pathname).slice(1);
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const place = decodeURIComponent(hash.slice(1));
      const isThere = files.has(target) && (!place || !places.has(target) || places.get(target).has(place));
      if (!isThere) dead.add(`${name}: ${address}`);
    }
  }
  assert.ok(count > 1000, `${count} links`);
  assert.deepEqual([...dead], []);
});

test('the guide, the shapes, the notebooks and every header have their pages', () => {
  const named = (...names) => names.filter((name) => !files.has(`${name}index.html`));
  const headers = filesOf(join(root, 'build/reference'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => `reference/${name.replace(/\.md$/, '/')}`);
  assert.ok(headers.length > 100);
  const japanese = ['ja/', 'ja/hours/', 'ja/japanese_listings/', 'ja/languages/'];
  const others = [
    '',
    'hours/',
    'languages/',
    'agents/',
    'schema/rules/',
    'schema/tools/',
    'notebooks/a_month_of_calls/',
  ];
  assert.deepEqual(named(...headers, ...japanese, ...others), []);
  for (const name of japanese) {
    assert.match(read(`${name}index.html`), /<html lang="ja"/);
    assert.doesNotMatch(read(`${name}index.html`), /まだ日本語訳がありません/);
  }
});

const visited = {
  home: '/',
  ホーム: '/ja/',
  hours: '/hours/',
  営業時間の決まり方: '/ja/hours/',
  掲載文の読み取り: '/ja/japanese_listings/',
  'three languages': '/languages/',
  '3つの言語から使う': '/ja/languages/',
  'the diagrams of reservations': '/reservations/',
  'the tables of agents': '/agents/',
  'a shape': '/schema/rules/',
  'a header': '/reference/hours/hours/',
  'a notebook': '/notebooks/a_nights_seating/',
};
for (const scheme of ['light', 'dark']) {
  for (const [name, path] of Object.entries(visited)) {
    test(`axe finds nothing in ${name} (${scheme})`, { timeout: 120_000 }, () =>
      onPage(path, { scheme }, async (page) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 200)]),
          [],
        );
      }),
    );
  }
}

for (const [name, path] of Object.entries(visited)) {
  test(`a telephone's width is enough for ${name}`, { timeout: 60_000 }, () =>
    onPage(path, { width: 390 }, async (page) => {
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(wide <= seen, `${wide} of ${seen}`);
    }),
  );
}

const searched = { '/': ['祝前日', 'pacing', 'last order'], '/ja/': ['祝前日', '定休日', 'ラストオーダー'] };
for (const [path, queries] of Object.entries(searched)) {
  for (const query of queries) {
    test(`search finds ${query} from ${path}`, { timeout: 60_000 }, () =>
      onPage(path, {}, async (page) => {
        await page.locator('site-search button[data-open-modal]:enabled').click();
        await page.locator('.pagefind-ui__search-input').fill(query);
        const first = page.locator('.pagefind-ui__result').first();
        await first.waitFor();
        const marked = await first.locator('mark').allTextContents();
        assert.ok(marked.length > 0);
        if (query === '祝前日') assert.match(await first.textContent(), /祝前日/);
      }),
    );
  }
}

test('the three languages stand side by side, as README has them', () =>
  onPage('/languages/', {}, async (page) => {
    assert.deepEqual(
      await page
        .getByRole('tab')
        .allTextContents()
        .then((all) => all.map((one) => one.trim())),
      ['C++', 'Python', 'Node'],
    );
    const shown = async (label) => {
      await page.getByRole('tab', { name: label }).click();
      return (await page.locator('[role=tabpanel]:not([hidden]) pre .ec-line').allTextContents()).join('\n').trim();
    };
    const lines = (text) =>
      text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter(Boolean);
    for (const [label, example] of [
      ['C++', 'hello.cpp'],
      ['Python', 'hello.py'],
      ['Node', 'hello.mjs'],
    ]) {
      const stands = lines(readFileSync(join(root, 'examples', example), 'utf8'));
      assert.deepEqual(
        lines(await shown(label)).map((line) => line.trimStart()),
        stands.map((line) => line.trimStart()),
      );
    }
  }));
