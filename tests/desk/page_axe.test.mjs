// Every screen of the desk's page by axe, light and dark; what it weighs at first paint.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { answered, concerns, files, isAccessible, isAnswered, onPage, useDesk } from './page_desk.mjs';
import { screens } from './screens.mjs';

useDesk();

for (const scheme of ['light', 'dark']) {
  for (const { name, path, ready, as, call } of screens) {
    onPage(`axe finds nothing in ${name} (${scheme})`, { as, who: `axe-${as}`, scheme, path }, async (page) => {
      await page.locator(ready).first().waitFor();
      if (call) {
        await answered(page);
        await concerns(page, 'allergy');
        await page.locator('#booking-line').fill('6 19:30 個室');
        await isAnswered(page);
      }
      await isAccessible(page);
    });
  }
}

/** What the page's own file loads by itself, the first screen, and what they load. */
const firstPaint = (language) => {
  const read = (name) => readFileSync(`${files}/${language}/${name}`);
  const named = (text, pattern) => [...String(text).matchAll(pattern)].map(([, name]) => name);
  const html = read('index.html');
  const all = new Set(named(html, /(?:src|href)="([\w.-]+\.(?:js|css))"/g));
  const isFirstScreen = (name) => name.endsWith('.js') && String(read(name)).includes('"desk-desk-page"');
  for (const name of readdirSync(`${files}/${language}`).filter(isFirstScreen)) all.add(name);
  for (const name of all) {
    if (name.endsWith('.js')) for (const other of named(read(name), /from\s?"\.\/([\w.-]+\.js)"/g)) all.add(other);
  }
  return [html, ...[...all].map(read)].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
};
for (const language of ['ja', 'en']) {
  test(`at first paint the page weighs at most 250 kB (${language})`, () => {
    const weight = firstPaint(language);
    assert.ok(weight > 50_000 && weight <= 250_000, String(weight));
  });
}
