import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import holidayJp from '@holiday-jp/holiday_jp';
import { HolidayCalendar } from 'denwaban';

const japaneseHolidays = createRequire(import.meta.url)('japanese-holidays');
const japan = HolidayCalendar.japan();

/** Every date of some years, as `YYYY-MM-DD` and as a local Date. */
function* dates(firstYear, lastYear) {
  for (const date = new Date(firstYear, 0, 1); date.getFullYear() <= lastYear; date.setDate(date.getDate() + 1)) {
    const civil = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    yield { civil: civil.map((part) => String(part).padStart(2, '0')).join('-'), local: new Date(date) };
  }
}

test('holidays are those of @holiday-jp/holiday_jp, 1970 to 2050', () => {
  const theirs = new Set(
    holidayJp
      .between(new Date('1970-01-01T00:00:00Z'), new Date('2050-12-31T23:59:59Z'))
      .map(({ date }) => date.toISOString().slice(0, 10)),
  );
  assert.ok(theirs.size > 1200);
  for (const { civil } of dates(1970, 2050)) assert.equal(japan.isHoliday(civil), theirs.has(civil), civil);
});

test('holidays are those of japanese-holidays, 1949 to 2099', () => {
  let holidays = 0;
  for (const { civil, local } of dates(1949, 2099)) {
    const theirs = japaneseHolidays.isHoliday(local) !== undefined;
    assert.equal(japan.isHoliday(civil), theirs, civil);
    if (theirs) holidays++;
  }
  assert.ok(holidays > 2000);
});

const list = new URL('../../../shared/data/holidays/japan_1955_2027.csv', import.meta.url);
test(
  "holidays are those of the Cabinet Office's list, 1955 to 2027",
  { skip: existsSync(list) ? false : 'the list is not here' },
  () => {
    const official = new Set(
      readFileSync(list, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 10)),
    );
    for (const { civil } of dates(1955, 2027)) assert.equal(japan.isHoliday(civil), official.has(civil), civil);
  },
);

test('祝前日 is the day before any holiday, 祝後日 the day after', () => {
  assert.equal(japan.name('2026-09-22'), '国民の休日');
  assert.equal(japan.name('2032-09-21'), '国民の休日');
  assert.equal(japan.isPreHoliday('2026-11-22'), true);
  assert.equal(japan.isPostHoliday('2026-05-07'), true);
  assert.equal(japan.name('2026-11-24'), null);
  assert.equal(japan.isProjected('2028-01-01'), true);
  assert.throws(() => japan.name('2026-02-30'), { name: 'DenwabanError', code: 'invalid_value' });
});
