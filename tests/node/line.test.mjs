// A webhook of LINE, put events as LINE signs and sends them.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { KeptRestaurants, ReservationDesk, Restaurant, SqliteLedger, TalkDesk } from 'denwaban';
import { keptIn, webhookOf } from '../../examples/lambda/line.mjs';

const start = Date.parse('2026-11-25T03:00:00Z');
const secret = 'a channel secret';
const dinner = { name: 'dinner', opens: '17:00', closes: '23:00', last_order: { food: '21:30' } };
const restaurant = Restaurant.fromJson({
  id: 'r1',
  name: '花丸',
  hours: { rules: [{ when: 'every_day', services: [dinner] }] },
});

let messages = 0;
const wrote = (text, id = `event-${++messages}`) => ({
  type: 'message',
  webhookEventId: id,
  replyToken: `token-${id}`,
  source: { type: 'user', userId: 'U1' },
  message: { type: 'text', id: '1', text },
});
const signed = (events, more = {}) => {
  const body = JSON.stringify({ destination: 'D', events });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return { body, headers: { 'x-line-signature': signature }, isBase64Encoded: false, ...more };
};

const withLine = async (what, options) => {
  const ledger = await SqliteLedger.open(':memory:');
  await new KeptRestaurants(ledger).put(restaurant, { now: start });
  await new KeptRestaurants(ledger).putBookTemplate(
    'r1',
    { floor_plan: { tables: [{ id: 'A', most: 4 }] } },
    { now: start },
  );
  const clock = { now: start };
  const replies = [];
  const notes = [];
  const webhook = webhookOf({
    open: async () => ({
      desk: new TalkDesk(ledger, restaurant, options),
      kept: keptIn(ledger),
      handOver: async (from, { notes: text }) => notes.push([from, text]),
    }),
    secret,
    reply: async (token, text) => replies.push([token, text]),
    clock: () => clock.now,
  });
  /** What is answered to a text. */
  const write = async (text, id) => {
    assert.equal((await webhook(signed([wrote(text, id)]))).statusCode, 200);
    return replies.at(-1)[1];
  };
  await what({ webhook, write, replies, notes, clock, ledger });
  await ledger.close();
};
const confirmedIn = async (ledger) => {
  const { reservations } = await new ReservationDesk(ledger).dayBook({ restaurant: 'r1', date: '2026-11-26' });
  return reservations.filter(({ commitment }) => commitment === 'confirmed').length;
};

test('a booking is typed, and a message that is delivered again books nothing', () =>
  withLine(async ({ write, ledger, clock }) => {
    assert.match(await write('明日の夜7時に3人で予約したいです'), /お名前/);
    assert.match(await write('やまだです'), /お電話番号/);
    assert.match(await write('090-1234-5678です'), /ヤマダ様/);
    const booked = await write('はい', 'yes');
    assert.match(booked, /ご予約を承りました/);
    assert.equal(await write('はい', 'yes'), booked);
    assert.equal(await confirmedIn(ledger), 1);
    assert.match(await write('ありません'), /失礼いたします/);
    clock.now += 60_000;
    assert.match(await write('駐車場はありますか'), /分かりかねます/);
  }));

test('who comes is greeted; pictures and groups without a sender are passed over', () =>
  withLine(async ({ webhook, replies }) => {
    const events = [
      { type: 'follow', replyToken: 't1', source: { type: 'user', userId: 'U2' } },
      { ...wrote(''), message: { type: 'image', id: '2' } },
      { ...wrote('はい'), source: { type: 'group', groupId: 'G' } },
      { type: 'unfollow', source: { type: 'user', userId: 'U2' } },
    ];
    assert.equal((await webhook(signed(events))).statusCode, 200);
    assert.deepEqual(
      replies.map(([token]) => token),
      ['t1'],
    );
    assert.match(replies[0][1], /花丸でございます/);
  }));

test('what is not signed is refused, and what API Gateway encoded is read', () =>
  withLine(async ({ webhook, replies }) => {
    const right = signed([wrote('予約したいです')]);
    for (const headers of [
      {},
      { 'x-line-signature': 'AAAA' },
      { 'x-line-signature': `${right.headers['x-line-signature']}=` },
    ]) {
      const forged = { ...right, headers, body: right.body.replace('予約', '取消') };
      assert.equal((await webhook(forged)).statusCode, 401);
    }
    assert.equal(replies.length, 0);
    const encoded = { ...right, body: Buffer.from(right.body).toString('base64'), isBase64Encoded: true };
    assert.equal((await webhook(encoded)).statusCode, 200);
    assert.match(replies[0][1], /日にち/);
  }));

test('an hour later it begins anew; who wants a human is handed over with notes', () =>
  withLine(async ({ write, notes, clock }) => {
    assert.match(await write('明日予約したいです'), /お時間/);
    clock.now += 61 * 60_000;
    assert.match(await write('3人です'), /日にち|ご用件/);
    await write('お店の人に代わってください');
    assert.deepEqual(
      notes.map(([from]) => from),
      ['U1'],
    );
    assert.match(notes[0][1], /担当者をご希望/);
  }));

test('two messages at once are answered one after the other', () =>
  withLine(async ({ webhook, replies }) => {
    await webhook(signed([wrote('予約したいです')]));
    await Promise.all([webhook(signed([wrote('明日です')])), webhook(signed([wrote('夜7時です')]))]);
    assert.equal(replies.length, 3);
    assert.ok(
      replies.some(([, text]) => /何名様/.test(text)),
      JSON.stringify(replies),
    );
  }));
