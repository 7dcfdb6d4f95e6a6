// Every screen of the desk's page in a telephone's width.
import assert from 'node:assert/strict';

import { answered, asking, date, drawn, onPage, useDesk } from './page_desk.mjs';
import { screens } from './screens.mjs';

useDesk();

const lengthy = '寿限無'.repeat(20);
for (const { name, path, ready, as, call } of screens) {
  const options = { as, who: `narrow-${as}`, scheme: 'dark', path, width: 390 };
  onPage(`a telephone's width is enough for ${name}, with names that are long or turn`, options, async (page) => {
    await page.locator(ready).first().waitFor();
    if (call) {
      const ask = await asking();
      for (const [place, guest] of [lengthy, 'محمد صلاح', '𠮷野 髙﨑邉'].entries()) {
        const id = `narrow-${place}`;
        const details = { name: guest, phone: `+81901111222${place}` };
        const command = { do: 'book', id, begin: '25:00', party: 2, details, by: {} };
        await ask('decide', { restaurant: 'r01', date, command }, id);
      }
      await answered(page, { number: '+819011112220' });
      await page.locator('desk-caller', { hasText: lengthy }).waitFor();
    }
    await drawn(page);
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(wide <= seen, `${wide} of ${seen}`);
    if (process.env.DESK_SHOTS)
      await page.screenshot({ path: `${process.env.DESK_SHOTS}/narrow-${as}-${path.slice(2)}.png`, fullPage: true });
  });
}
