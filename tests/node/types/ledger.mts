import {
  CallDesk,
  KeptCustomers,
  Outbox,
  ReservationDesk,
  SqliteLedger,
  run,
  type Commitment,
  type CommitResult,
  type Customer,
  type DayBook,
  type Errand,
  type KeptCall,
  type KeptDecision,
  type Ledger,
  type LedgerDocument,
  type LedgerPage,
  type Restaurant,
  type SlotState,
} from 'denwaban';

const ledger: SqliteLedger = await SqliteLedger.open({ href: 'file:///tmp/l' }, { check: 'none', busy: 100 });
const [found]: (LedgerDocument | null)[] = await ledger.read([{ partition: 'p', sort: 'a' }]);
export const body: string = found?.body ?? '';
export const page: LedgerPage = await ledger.query({ partition: 'p', prefix: 'book#', after: null });
export const between: LedgerPage = await ledger.query({ partition: 'p', first: 'a', last: 'b', order: 'descending' });
const result: CommitResult = await ledger.commit({
  writes: [
    { put: { partition: 'p', sort: 'a', expected: 'absent', body: '1' } },
    { check: { partition: 'p', sort: 'b' } },
  ],
  answer: { request: 'k', about: '', answer: '', keep_until: new Date() },
  now: new Date(),
});
export const answered: string = result.result === 'replayed' ? result.answer.keep_until : result.result;
await ledger[Symbol.asyncDispose]();

class Mine implements Ledger {
  async read(): Promise<null[]> {
    return [];
  }
  async query(): Promise<LedgerPage> {
    return { documents: [], next: null };
  }
  async commit(): Promise<CommitResult> {
    return { result: 'conflict', keys: [] };
  }
}
const restaurant = await run(new Mine(), { find_restaurant: { id: 'r1' } });
export const answer: { id: string } | null = restaurant;
export const opens: string | undefined = restaurant?.name;
const kept = await ledger.run({ find_booking: { id: 'b1' } }, { deadline: 100 });
export const commitment: Commitment | undefined = kept?.reservation.commitment;
const [day] = await run(ledger, { availability: { restaurant: 'r1', date: '2026-11-27', question: { party: 2 } } });
export const state: SlotState | undefined = day?.state;
declare const made: Restaurant;
export const put: { id: string } = await ledger.run({ put_restaurant: { restaurant: made, now: new Date() } });
const errands: Errand[] = [{ find_customer: { id: 'c1' } }, { find_agent: { agent: 'a', now: '2026-11-27T00:00Z' } }];
export const asJson: unknown = await run(ledger, JSON.stringify(errands[0]));
export const any: unknown = await run(ledger, errands[0]!);

// @ts-expect-error: there may be none
restaurant.id;
// @ts-expect-error: no such errand
await run(ledger, { find_restauran: { id: 'r1' } });
// @ts-expect-error: a slip of the pen in what is asked
await run(ledger, { find_booking: { id: 'b1', identity: 'b1' } });
// @ts-expect-error: needs a time
await ledger.run({ find_agent: { agent: 'a' } });
// @ts-expect-error: no number is a time here
await ledger.run({ find_messages: { until: 0 } });

// @ts-expect-error: a prefix or both ends
await ledger.query({ partition: 'p', prefix: 'a', first: 'b', last: 'c' });
// @ts-expect-error: both ends
await ledger.query({ partition: 'p', first: 'b' });
// @ts-expect-error: one of put, erase and check
await ledger.commit({ writes: [{ update: { partition: 'p', sort: 'a' } }], now: new Date() });
// @ts-expect-error: nothing there
found.body;
// @ts-expect-error: no ledger
await run({ read: async () => [] }, {});

const desk = new ReservationDesk(new Mine());
const by = { key: 'k', now: new Date(), messages: [{ id: 'm', due: 0 }] };
const at = { restaurant: 'r1', date: '2026-11-27' };
const booked: KeptDecision = await desk.book({ ...at, id: 'b1', begin: '19:00', party: 2 }, by);
export const tables: string[] = booked.reservation?.tables ?? [];
export const changed: KeptDecision = await desk.change('b1', { party: 3 }, by);
export const book: DayBook = await desk.dayBook(at);
export const slots: string[] = (await desk.availability({ ...at, party: 2, now: 0 })).map(({ begin }) => begin);
const calls = new CallDesk(ledger);
export const closed: KeptCall = await calls.complete('ct1', { by: 'a1' }, { now: 0, handOvers: [{ id: 'm', due: 0 }] });
export const due: Date = (await calls.followUps({ until: new Date() })).followUps[0].due;
export const customers: Customer[] = await new KeptCustomers(ledger).byName('ヤマ', { most: 3 });
export const sent: number = (await new Outbox(ledger).drop([], { now: 0 })).sent;

// @ts-expect-error: needs a key
await desk.confirm('b1', { now: new Date() });
// @ts-expect-error: which book
await desk.book({ id: 'b1', begin: '19:00', party: 2 }, by);
// @ts-expect-error: no change of a call
await calls.change('ct1', { dance: 1 }, { now: 0 });
// @ts-expect-error: may be null
(await desk.find('b1')).reservation;
