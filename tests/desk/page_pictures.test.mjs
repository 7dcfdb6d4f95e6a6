// Pictures of the desk for the README: a call while it is booked, and the evening. `DENWABAN_UPDATE=1` takes them anew;
// otherwise the page is compared with what it was, as far as fonts and the browser let it be.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { answered, concerns, isAnswered, isSaved, onPage, root, useDesk } from './page_desk.mjs';

useDesk();

const folder = `${root}examples/desk/pictures/`;
/** How many pixels of a hundred may differ, and by how much each of a colour's parts. */
const most = 12;
const slack = 48;

/** The part of pixels that differ, in the page's own canvas. */
const difference = (page, one, other) =>
  page.evaluate(
    async ([a, b, tolerance]) => {
      const pixels = async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height);
      };
      const [first, second] = [await pixels(a), await pixels(b)];
      if (first.width !== second.width || first.height !== second.height) return 100;
      let differ = 0;
      for (let at = 0; at < first.data.length; at += 4) {
        const isOther = [0, 1, 2].some((part) => Math.abs(first.data[at + part] - second.data[at + part]) > tolerance);
        if (isOther) differ += 1;
      }
      return (differ * 400) / first.data.length;
    },
    [one.toString('base64'), other.toString('base64'), slack],
  );

const takes = async (page, name) => {
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const path = `${folder}${name}.png`;
  if (process.env.DENWABAN_UPDATE) {
    await mkdir(folder, { recursive: true });
    return writeFile(path, taken);
  }
  const differing = await difference(page, taken, await readFile(path));
  assert.ok(differing <= most, `${name}: ${differing.toFixed(1)} of a hundred pixels differ`);
};

onPage('a picture of a call that is booked', { who: 'suzuki' }, async (page) => {
  await page.setViewportSize({ width: 1280, height: 760 });
  await answered(page);
  await page.locator('#booking-line').fill('6 20:00 個室');
  await isAnswered(page);
  await concerns(page, 'allergy');
  await isSaved(page);
  await takes(page, 'call');
});

onPage('a picture of an evening', { who: 'suzuki', path: '#/day', scheme: 'dark' }, async (page) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator('desk-floor button').first().waitFor();
  await takes(page, 'evening');
});
