// The playground: of the built site where that has the module, else of a trial, whose module is the Node addon over loopback.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Rules } from 'denwaban';

import { markedPieces } from '../../docs/site/src/playground/marked.mjs';
import { root, site, useSite } from './site.mjs';
import { standIn } from './stand_in.mjs';

const { AxeBuilder } = createRequire(join(root, 'docs/site/package.json'))('@axe-core/playwright');
const hasModule = existsSync(join(site, 'wasm/index.mjs'));
const { onPage } = useSite(hasModule ? {} : { folder: join(root, 'build/site-trial'), answers: standIn });
const pasted = '月～金 17:00～翌2:00 定休日 日曜(祝前日は営業)';

test('the site has a playground if it has the module', () => {
  for (const page of ['playground/index.html', 'ja/playground/index.html']) {
    assert.equal(existsSync(join(site, page)), hasModule);
  }
});

test('words are marked by their bytes, the heaviest finding first, and none is lost', () => {
  const text = '𠮷野 17:00～ 日曜';
  const [doubt, note] = [
    { weight: 'doubt', where: '8-13', message: '' },
    { weight: 'note', where: '8-16', message: '' },
  ];
  const pieces = markedPieces(text, [note, doubt, { weight: 'loss', where: '', message: '' }]);
  assert.deepEqual(pieces, [
    { text: '𠮷野 ', about: [] },
    { text: '17:00', about: [doubt, note] },
    { text: '～', about: [note] },
    { text: ' 日曜', about: [] },
  ]);
});

test('what is pasted shows its month, its findings upon their words, and each format', () =>
  onPage('/playground/', {}, async (page) => {
    const rules = Rules.fromJapanese(pasted, '');
    await page.locator('#answer .picture svg').waitFor();
    assert.equal(await page.locator('#open').inputValue(), pasted);
    await page.locator('#answer .verdict').waitFor();
    const textOf = (source) => new DOMParser().parseFromString(source, 'image/svg+xml').documentElement.textContent;
    const drawn = await page.locator('#answer .picture svg').evaluate((svg) => svg.textContent);
    const expected = await page.evaluate(textOf, rules.renderSvg('2026-11'));
    const squeezed = (text) => text.replaceAll(/\s+/g, '');
    assert.ok(squeezed(expected).includes('勤労感謝の日'));
    assert.equal(squeezed(drawn), squeezed(expected));
    assert.equal(await page.locator('#answer .listing').textContent(), pasted);
    assert.ok(rules.findings.length > 0);
    assert.equal(await page.locator('#answer > .findings > li').count(), rules.findings.length);
    for (const { words } of rules.findings) {
      const marks = (await page.locator('#answer mark').allTextContents()).join('');
      assert.ok(marks.includes(words), words);
    }
    const written = {
      OpenStreetMap: rules.toOsm().text,
      'schema.org': rules.toSchemaOrg('2026-11-01', '2027-10-31').text,
      'Google Business Profile': rules.toGoogle('2026-11-01', '2027-10-31').text,
      'Amazon Connect': rules.toAmazonConnect('2026-11-01', '2027-10-31').text,
      'denwaban (JSON)': rules.toJson(),
    };
    const plain = (text) => (/^[[{]/.test(text) ? JSON.parse(text) : text);
    for (const [name, text] of Object.entries(written)) {
      const shown = await page.locator(`#answer pre[aria-label="${name}"]`).textContent();
      assert.deepEqual(plain(shown), plain(text), name);
    }
  }));

test('another text, another answer; one that is understood says so', () =>
  onPage('/ja/playground/', {}, async (page) => {
    await page.locator('#answer .verdict').waitFor();
    await page.locator('#open').fill('11:30～14:00 17:00～22:00');
    await page.locator('#close').fill('月曜（祝日の場合は翌日）');
    await page.locator('#answer .verdict', { hasText: '疑問なく読み取れました' }).waitFor();
    await page.locator('#answer .listing').nth(1).waitFor(); // the first text alone is read without a doubt, too
    assert.equal(await page.locator('#answer .listing').count(), 2);
    await page.locator('#open').fill('昼 11:30～14:00 夜 5:30～10:00');
    await page.locator('#close').fill('水曜、年末年始');
    await page.locator('#answer mark', { hasText: '年末年始' }).waitFor();
    assert.deepEqual(await page.locator('#answer mark').allTextContents(), ['5:30～10:00', '年末年始']);
    await page.locator('#open').fill('<img src=x onerror=alert(1)>');
    await page.locator('#answer .listing', { hasText: '<img' }).waitFor();
    assert.equal(await page.locator('#answer img').count(), 0);
  }));

for (const scheme of ['light', 'dark']) {
  for (const path of ['/playground/', '/ja/playground/']) {
    test(`axe finds nothing in ${path} (${scheme}), nor is a telephone too narrow`, { timeout: 120_000 }, () =>
      onPage(path, { scheme, width: 390 }, async (page) => {
        await page.locator('#answer .verdict').waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 200)]),
          [],
        );
        const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        assert.ok(wide <= seen, `${wide} of ${seen}`);
      }),
    );
  }
}
