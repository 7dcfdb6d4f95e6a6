// A conversation in a page: its ledger is whoever has run(errand), here a single day's book.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DayBook, ReservationDesk, Restaurant, TalkDesk } from 'denwaban/wasm';

const now = new Date('2026-11-25T03:00:00Z');
const dinner = { name: 'dinner', opens: '17:00', closes: '23:00', last_order: { food: '21:30' } };
const restaurant = Restaurant.fromJson({
  id: 'r1',
  name: '花丸',
  hours: { rules: [{ when: 'every_day', services: [dinner] }] },
});

class Page {
  asked = [];
  book = DayBook.fromJson({
    restaurant: 'r1',
    date: '2026-11-26',
    floor_plan: { tables: [{ id: 'A', most: 4 }] },
    periods: restaurant.hours.periods('2026-11-26'),
  });
  async run(errand) {
    const [[what, about]] = Object.entries(errand);
    this.asked.push(what);
    switch (what) {
      case 'find_customers':
        return [];
      case 'propose':
        return this.book.propose(about.question);
      case 'decide': {
        const { book, ...decision } = this.book.decide(about.command);
        this.book = book;
        return decision;
      }
      default:
        throw new Error(what);
    }
  }
}

test('a booking is taken by a page that keeps one book', async () => {
  const page = new Page();
  const desk = new TalkDesk(page, restaurant);
  let turn = desk.greet({ id: 'c1', caller: '090-1234-5678' }, now);
  for (const text of ['明日の夜7時に大人3人で予約をお願いします', 'やまだです', 'はい、お願いします']) {
    turn = await desk.hear(turn.conversation, { text }, now);
  }
  assert.match(turn.say.text, /ご予約を承りました/);
  const [{ begin, party, details }] = page.book.reservations;
  assert.deepEqual([begin, party.adults, details.kana], ['19:00', 3, 'ヤマダ']);
  assert.deepEqual([...new Set(page.asked)].sort(), ['decide', 'find_customers', 'propose']);
});

test('a desk whose ledger only keeps is told that nothing is kept here', async () => {
  const desk = new ReservationDesk({ read: async () => [], query: async () => [], commit: async () => ({}) });
  await assert.rejects(desk.find('b1'), /the ledger of a desk is to have run\(errand\)/);
});
