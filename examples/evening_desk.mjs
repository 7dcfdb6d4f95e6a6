// The agents' desk of the evening: what is booked and recorded is kept in an SQLite file, and a second run finds it.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  CallDesk,
  DenwabanError,
  KeptCustomers,
  KeptRestaurants,
  Outbox,
  ReservationDesk,
  SqliteLedger,
} from 'denwaban';

const file = process.env.DENWABAN_EVENING ?? fileURLToPath(new URL('../build/evening.sqlite', import.meta.url));
const friday = '2026-11-27';
const agent = 'suzuki';
const policy = { demand: 'required', timer: { limit: 60 } };
const template = {
  floor_plan: {
    tables: [
      { id: 'T1', most: 2 },
      { id: 'T2', most: 2 },
      { id: 'F1', least: 2, most: 4 },
      { id: '個室', least: 2, most: 6, kind: 'private_room' },
    ],
    combinations: [{ tables: ['T1', 'T2'], least: 3, most: 4 }],
  },
  policy: { buffer: 15 },
};

/** What callers want, in turn: of a restaurant with a book of its own, or of a reservation made before. */
const talks = [
  { name: '山田', want: { begin: '19:00', party: { adults: 6 } } },
  { name: '佐藤', want: { begin: '19:00', party: { adults: 4 } } },
  { name: '田中', want: { begin: '18:30', party: { adults: 2 } } },
  { name: '山田', change: { of: 0, begin: '19:30' } },
  { name: '高橋', want: { begin: '19:00', party: { adults: 6 } } },
  { name: '佐藤', cancel: { of: 1 } },
  { name: '伊藤', lost: '黒い傘' },
];
const restaurant = 'r01';

const later = (at, seconds) => new Date(at + seconds * 1000).toISOString();

/** What a desk does during one call, in one person's words: its line in the log, and what the call was about. */
const serve = async (desks, { talk, number, at, contact }) => {
  const by = { actor: 'agent', who: agent, now: later(at, 20), key: `${contact}/decide` };
  const id = `evening-${number}`;
  if (talk.want) {
    const message = {
      id: `${id}/sms`,
      due: '2026-11-26T03:00:00Z',
      channel: 'sms',
      to: talk.phone,
      text: `明日${talk.want.begin}、お待ちしております。`,
    };
    const details = { name: talk.name, phone: talk.phone, customer: talk.phone, contact };
    const wanted = { restaurant, date: friday, id, ...talk.want, details };
    try {
      const { reservation, moved } = await desks.reservations.book(wanted, { ...by, messages: [message] });
      const places = moved.map(({ from, to }) => `（${from.join('+')}の方は${to.join('+')}へ）`).join('');
      return {
        said: `予約 ${reservation.begin} ${reservation.tables.join('+')}${places}`,
        booking: id,
        code: 'booking.new',
        fields: { booking: id },
      };
    } catch (error) {
      if (!(error instanceof DenwabanError)) throw error;
      return { said: `お断り（${error.code}）`, code: 'booking.full', fields: {} };
    }
  }
  if (talk.change) {
    const { of, ...changes } = talk.change;
    const { reservation } = await desks.reservations.change(`evening-${of}`, changes, by);
    return {
      said: `変更 ${reservation.begin}へ`,
      booking: `evening-${of}`,
      code: 'booking.change',
      fields: { booking: `evening-${of}`, what: ['time'] },
    };
  }
  if (talk.cancel) {
    const { booking } = await desks.reservations.cancel(`evening-${talk.cancel.of}`, by, { reason: 'guest' });
    return { said: '取消', booking, code: 'booking.cancel', fields: { booking } };
  }
  return { said: `忘れ物 ${talk.lost}`, code: 'lost_property', fields: { item: talk.lost } };
};

/** A call from its first ring to its record and the note to the restaurant. */
const take = async (desks, { talk, number, at }) => {
  const contact = `evening-contact-${number}`;
  const { phone } = talk;
  await desks.customers.put({ id: phone, name: talk.name, phones: [phone] }, { now: later(at, 0) });
  await desks.calls.open(
    { contacts: [contact], direction: 'inbound', other: phone, restaurant, customer: phone, agent },
    { now: later(at, 0), key: `${contact}/open` },
  );
  const { said, booking, code, fields } = await serve(desks, { talk, number, at, contact });
  const occurrences = [
    { id: 'answered', event: 'answered', at: later(at, 5) },
    { id: 'ended', event: 'ended', at: later(at, 90) },
  ];
  await desks.calls.change(
    contact,
    { apply: occurrences, complete: { dispositions: [{ code, fields }], policy, by: agent }, assign: { booking } },
    {
      now: later(at, 100),
      key: `${contact}/close`,
      handOvers: [
        {
          id: `${contact}/note`,
          due: later(at, 100),
          channel: 'mail',
          to: 'torihei@example.com',
          restaurant: 'とりべえ',
        },
      ],
    },
  );
  return { line: `${talk.name}様　${said}`, served: { at, contact, phone, code, booking } };
};

const bookOf = async (desks) => (await desks.reservations.dayBook({ restaurant, date: friday })).reservations;

/** What the file holds of the evening. */
const kept = async (desks) => {
  const { calls } = await desks.calls.calls({ restaurant, date: '2026-11-22', order: 'ascending' });
  const { messages } = await desks.outbox.due({ until: '2026-12-31T00:00:00Z' });
  const { followUps } = await desks.calls.followUps({ until: '2026-12-31T00:00:00Z' });
  const lines = (await bookOf(desks)).map(
    ({ begin, details, commitment, tables }) => `  ${begin}　${details.name}様　${commitment}　${tables.join('+')}`,
  );
  return {
    count: calls.length,
    text: [`通話 ${calls.length}、送信待ち ${messages.length}、要対応 ${followUps.length}、27日の予約:`, ...lines].join(
      '\n',
    ),
  };
};

/** Serves the callers whom the evening has sent to the agents, at those moments; answers which calls those were. */
export const serveAtTheDesk = async (moments) => {
  mkdirSync(dirname(file), { recursive: true });
  const ledger = await SqliteLedger.open(file);
  const desks = {
    reservations: new ReservationDesk(ledger),
    calls: new CallDesk(ledger),
    customers: new KeptCustomers(ledger),
    outbox: new Outbox(ledger),
  };
  const restaurants = new KeptRestaurants(ledger);
  const now = later(moments[0], -60);
  const hours = { rules: [{ when: 'every_day', services: [{ opens: '17:00', closes: '24:00' }] }] };
  await restaurants.put({ id: restaurant, name: '居酒屋 とりべえ 新橋', hours }, { now });
  await restaurants.putBookTemplate(restaurant, template, { now });

  const before = await kept(desks);
  if (before.count > 0) console.log(`\n前回の記録（${file}）\n${before.text}`);
  console.log('\nオペレーターの席');
  const calls = [];
  for (const [number, talk] of talks.entries()) {
    const phone = `+8190${String(10_000_000 + talks.findIndex(({ name }) => name === talk.name))}`;
    const { line, served } = await take(desks, { talk: { ...talk, phone }, number, at: moments[number] });
    console.log(`  ${line}`);
    calls.push({ ...served, restaurant });
  }
  console.log(`\n保存した記録\n${(await kept(desks)).text}`);
  const booked = (await bookOf(desks)).map(({ id, details, party }) => ({ id, contact: details.contact, party }));
  await ledger.close();
  return { calls, booked };
};
