// The evening once more, as Amazon Connect reports it afterwards: contact records in a Kinesis stream, late, twice and in
// no order; the Lambda makes rows of them, and the rows are the report of the evening.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import * as denwaban from 'denwaban';

import { recordsOf } from './lambda/records.mjs';

const restaurants = JSON.parse(
  readFileSync(fileURLToPath(new URL('restaurants/restaurants.json', import.meta.url)), 'utf8'),
);
const directory = denwaban.Directory.fromJson(restaurants);
const queue = { ARN: 'arn:aws:connect:ap-northeast-1:123456789012:instance/i/queue/booking', Name: '予約受付' };
const agent = 'arn:aws:connect:ap-northeast-1:123456789012:instance/i/agent/suzuki';
const threshold = 20_000;

const later = (at, seconds) => new Date(at + seconds * 1000).toISOString();
const endpoint = (number) => number && { Address: number, Type: 'TELEPHONE_NUMBER' };

/** One leg; `seconds` after the call began it was in the queue, answered, over. */
const leg = ({ contact, at, caller, dialled, attributes = {} }, { queued, answered, over, reason, ...more }) => ({
  ContactId: contact,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: later(at, 0),
  ConnectedToSystemTimestamp: later(at, 0),
  DisconnectTimestamp: later(at, over),
  DisconnectReason: reason,
  LastUpdateTimestamp: later(at, over + 60),
  CustomerEndpoint: endpoint(caller),
  SystemEndpoint: endpoint(dialled),
  Attributes: attributes,
  Queue:
    queued === undefined
      ? null
      : { ...queue, EnqueueTimestamp: later(at, queued), DequeueTimestamp: later(at, answered ?? over) },
  Agent:
    answered === undefined
      ? null
      : {
          ARN: agent,
          Username: 'suzuki',
          ConnectedToAgentTimestamp: later(at, answered),
          AgentInteractionDuration: over - answered,
          AfterContactWorkDuration: 25,
        },
  ...more,
});

/** What became of a call by where its flow sent it: the waits differ, and every sixth in the queue gives up. */
const legsOf = (call, number) => {
  if (call.route === 'restaurant') {
    const moved = { ...call, contact: `${call.contact}-2`, at: call.at + 12_000 };
    const link = { InitiationMethod: 'TRANSFER', InitialContactId: call.contact, PreviousContactId: call.contact };
    return [
      leg(call, { over: 12, reason: 'CONTACT_FLOW_DISCONNECT', NextContactId: moved.contact }),
      leg(moved, { over: 80, reason: 'CUSTOMER_DISCONNECT', ...link }),
    ];
  }
  if (call.route !== 'queue') return [leg(call, { over: 25, reason: 'CONTACT_FLOW_DISCONNECT' })];
  if (!call.served && number % 6 === 5)
    return [leg(call, { queued: 12, over: 12 + number, reason: 'CUSTOMER_DISCONNECT' })];
  const answered = 16 + ((number * 7) % 23);
  return [leg(call, { queued: 12, answered, over: answered + 60 + number, reason: 'AGENT_DISCONNECT' })];
};

/** A stream in two shards, every record twice, the last first, some in gzip; and one that nobody can read. */
const batchesOf = (records) => {
  const texts = [...records, ...records].reverse().map((record) => JSON.stringify(record));
  const data = [...texts.map((text, n) => (n % 3 ? Buffer.from(text) : gzipSync(text))), Buffer.from('{"ContactId":')];
  const placed = data.map((bytes, n) => ({
    eventID: `shardId-00000000000${n % 2}:${n}`,
    kinesis: { sequenceNumber: String(n), data: bytes.toString('base64') },
  }));
  return Array.from({ length: Math.ceil(placed.length / 25) }, (_, n) => ({
    Records: placed.slice(n * 25, (n + 1) * 25),
  }));
};

/** The rows that the Lambda leaves: of each call the last revision. */
const rowsOf = async (records) => {
  const ledger = await denwaban.SqliteLedger.open(':memory:');
  const rows = new Map();
  const letters = [];
  const handler = recordsOf({
    open: async () => ({
      denwaban,
      directory,
      calls: new denwaban.KeptCallFacts(ledger),
      write: async (written, replaced) => {
        for (const { json } of written) if (!(rows.get(json.id)?.revision > json.revision)) rows.set(json.id, json);
        for (const id of replaced) rows.delete(id);
      },
      bury: async (more) => letters.push(...more),
    }),
  });
  for (const batch of batchesOf(records)) {
    const { batchItemFailures } = await handler(batch);
    if (batchItemFailures.length > 0) throw new Error('a batch has failed');
  }
  await ledger.close();
  return { rows, letters };
};

const percent = (share) => (share === null ? '—' : `${Math.round(share * 100)}%`);
const seconds = (span) => (span === null ? '—' : `${Math.round(span)}秒`);

/** Tells the evening: `calls` as they came in, those that agents served, and what was booked. */
export const reportTheEvening = async (calls, { calls: served, booked }) => {
  const taken = new Map(served.map((one) => [one.at, one]));
  const records = calls.flatMap((call, number) => {
    const desk = taken.get(call.at);
    if (!desk) return legsOf(call, number);
    const attributes = { disposition: desk.code, ...(desk.booking && { bookingId: desk.booking }) };
    return legsOf({ ...call, contact: desk.contact, caller: desk.phone, served: true, attributes }, number);
  });
  const { rows, letters } = await rowsOf(records);
  const facts = new denwaban.CallFacts();
  for (const record of records) facts.add(record);
  const whole = facts.all();
  if (rows.size !== whole.length || whole.some(({ id, revision }) => rows.get(id)?.revision !== revision)) {
    throw new Error('the rows are not the calls');
  }

  const bookings = booked.map(({ id, contact, party }) => ({
    booking: id,
    made: later(served.find((one) => one.contact === contact).at, 20),
    restaurant: 'r01',
    contact,
    covers: Object.values(party).reduce((sum, people) => sum + (Number(people) || 0), 0),
  }));
  const terms = { bookings, directory, from: later(calls[0].at, 0), until: later(calls.at(-1).at, 60) };
  const figures = facts.serviceFigures({ threshold });
  const results = facts.results(terms);
  const eve = facts.serviceFiguresBy('day_kind', { threshold, directory }).holiday_eve;
  console.log(
    `\n今夜の報告（コンタクトレコード ${records.length * 2}件 → 通話 ${rows.size}件、読めないもの ${letters.length}件）`,
  );
  console.log(
    `  着信 ${figures.offered}　応答 ${figures.answered}　放棄 ${figures.abandoned}（うち祝前日 ${eve.abandoned}）`,
  );
  console.log(
    `  20秒以内の応答率 ${percent(figures.serviceLevel.answeredOfAll)}　平均応答時間 ${seconds(figures.speedOfAnswer)}` +
      `　平均処理時間 ${seconds(figures.handleTime)}`,
  );
  console.log(`  予約になった通話 ${results.booked}　予約 ${results.bookings}件 ${results.covers}名`);
};
