import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { permissions } from '../../examples/desk/server/permissions.mjs';
import { date, openDesk, people, refused, restaurants, template } from './desk.mjs';

const desk = await openDesk();
after(() => desk.close());
const { errand, ask, sign } = desk;

const theirs = { restaurant: 'r02', date };
const call = { contacts: ['new'], direction: 'inbound' };
const cancel = { do: 'cancel', booking: 'b-r02' };
const book = { do: 'book', id: 'new', begin: '21:30', party: 1 };
const visits = [{ restaurant: 'r02', booking: 'x', date, outcome: 'visited' }];

/** What is another restaurant's, however it is named, and where the refusal stands. */
const others = [
  ['put_restaurant', { restaurant: restaurants[1] }, '/restaurant/id'],
  ['put_restaurant', { restaurant: { ...restaurants[0], id: 'r03' } }, '/restaurant/id'],
  ['find_restaurant', { id: 'r02' }, ''],
  ['find_restaurant', { number: '03-5000-0002' }, ''],
  ['find_restaurant', { id: 'r99' }, ''],
  ['put_book_template', { restaurant: 'r02', ...template }, '/restaurant'],
  ['find_book_template', { restaurant: 'r02' }, '/restaurant'],
  ['decide', { ...theirs, command: book }, '/restaurant'],
  ['decide', { command: book }, '/restaurant'],
  ['decide', { command: cancel }, '/command/booking'],
  ['decide', { command: { ...cancel, booking: 'nobody' } }, '/command/booking'],
  ['decide', { restaurant: 'r01', date, command: cancel }, '/command/booking'],
  ['decide', { command: { do: 'swap', booking: 'b-r01', with: 'b-r02' } }, '/command/with'],
  [
    'decide',
    { restaurant: 'r01', date, command: { ...book, details: { customer: 'c2' } } },
    '/command/details/customer',
  ],
  ['move_booking', { date: '2026-11-28', command: { ...cancel, do: 'change' } }, '/command/booking'],
  ['edit_day_book', { ...theirs, edit: { policy: {} } }, '/restaurant'],
  ['refresh_day_books', { restaurant: 'r02', from: date }, '/restaurant'],
  ['business_date', { restaurant: 'r02' }, '/restaurant'],
  ['availability', { ...theirs, question: { party: 2 } }, '/restaurant'],
  ['vacancies', { restaurant: 'r02', from: date, to: date, question: { party: 2 } }, '/restaurant'],
  ['propose', { ...theirs, question: { party: 2, begin: '19:00' } }, '/restaurant'],
  ['late_parties', { ...theirs, question: {} }, '/restaurant'],
  ['waiting_list', { ...theirs, question: {} }, '/restaurant'],
  ['find_day_book', theirs, '/restaurant'],
  ['find_booking', { id: 'b-r02' }, '/id'],
  ['find_booking', { id: 'nobody' }, '/id'],
  ['list_bookings', { restaurant: 'r02', from: date, to: date }, '/restaurant'],
  ['put_customer', { customer: { ...people.tanaka, notes: 'forged' } }, '/customer/id'],
  ['put_customer', { customer: { id: 'c9', visits } }, '/customer/visits/0/restaurant'],
  ['merge_customers', { keep_id: 'c1', absorb_id: 'c2' }, ''],
  ['unmerge_customers', { id: 'c2' }, ''],
  ['list_duplicates', {}, ''],
  ['find_customer', { id: 'c2' }, '/id'],
  ['find_customer', { id: 'nobody' }, '/id'],
  ['erase_customer', { id: 'c1' }, ''],
  ['export_customer', { id: 'c1' }, ''],
  ['forget_before', { before: date }, ''],
  ['open_call', { call: { ...call, restaurant: 'r02' } }, '/call/restaurant'],
  ['open_call', { call }, '/call/restaurant'],
  ['open_call', { call: { ...call, contacts: ['ct-r02'], restaurant: 'r01' } }, '/call/contacts/0'],
  ['open_call', { call: { ...call, restaurant: 'r01', customer: 'c2' } }, '/call/customer'],
  ['open_call', { call: { ...call, restaurant: 'r01', booking: 'b-r02' } }, '/call/booking'],
  ['change_call', { contact: 'ct-r02', change: { note: 'forged' } }, '/contact'],
  ['change_call', { contact: 'nobody', change: { note: 'forged' } }, '/contact'],
  ['change_call', { contact: 'ct-r01', change: { assign: { restaurant: 'r02' } } }, '/change/assign/restaurant'],
  ['change_call', { contact: 'ct-r01', change: { assign: { booking: 'b-r02' } } }, '/change/assign/booking'],
  ['change_call', { contact: 'ct-r01', change: { assign: { customer: 'c2' } } }, '/change/assign/customer'],
  ['change_call', { contact: 'ct-r01', change: { transfer: 'ct-r02' } }, '/change/transfer'],
  ['find_call', { contact: 'ct-r02' }, '/contact'],
  ['find_calls', { restaurant: 'r02', date }, '/restaurant'],
  ['finish_follow_up', { contact: 'ct-r02', name: 'call_back' }, '/contact'],
  ['find_messages', { until: '2026-12-31T00:00:00Z' }, ''],
  ['drop_messages', { messages: [] }, ''],
  ['follow_agent', { agent: 'suzuki', records: [] }, ''],
  ['call_tool', { restaurant: 'r02', tool: 'hours', session: 's' }, '/restaurant'],
];
/** These say less to whoever has not all, and so refuse nothing; an agent's state is the agent's. */
const narrowed = ['list_restaurants', 'list_customers', 'find_customers', 'find_follow_ups', 'find_agent'];

test('what is another restaurant’s is refused at its place, to every role that may ask, and nothing changes', async () => {
  const before = await desk.ledger.newestChange();
  for (const role of ['agent', 'supervisor', 'restaurant', 'guest']) {
    const token = await sign({ role, restaurants: 'r01' });
    for (const [place, [name, question, where]] of others.entries()) {
      if (!permissions[name].may.includes(role)) continue;
      const answer = await errand(name, token, question, `others-${place}`);
      assert.equal(answer.status, 403, `${role} ${name} ${JSON.stringify(answer.body)}`);
      refused(answer, 'forbidden');
      assert.equal(answer.body.place, where, `${role} ${name}`);
    }
  }
  assert.equal(await desk.ledger.newestChange(), before);
});

test('every errand that somebody may ask is asked so, or is narrowed', () => {
  const may = Object.keys(permissions).filter((name) => permissions[name].may.length > 0);
  const tried = new Set([...others.map(([name]) => name), ...narrowed]);
  assert.deepEqual(
    may.filter((name) => !tried.has(name)),
    [],
  );
});

test('lists have what is theirs alone', async () => {
  const token = await sign({ role: 'supervisor', restaurants: 'r01' });
  const idsOf = async (name, question, member, id) => (await errand(name, token, question)).body[member].map(id);
  assert.deepEqual(await idsOf('list_restaurants', {}, 'restaurants', ({ id }) => id), ['r01']);
  assert.deepEqual(await idsOf('list_customers', {}, 'customers', ({ id }) => id), ['c1']);
  assert.deepEqual(await idsOf('list_bookings', { from: date, to: date }, 'bookings', ({ restaurant }) => restaurant), [
    'r01',
  ]);
  assert.deepEqual(
    await idsOf('list_bookings', { phone: '090-8765-4321' }, 'bookings', ({ restaurant }) => restaurant),
    [],
  );
  assert.deepEqual(await idsOf('find_calls', { customer: 'c2' }, 'calls', () => 1), []);
  const until = '2026-12-31T00:00:00Z';
  assert.deepEqual(await idsOf('find_follow_ups', { until }, 'follow_ups', ({ restaurant }) => restaurant), ['r01']);
  assert.deepEqual((await errand('find_customers', token, { name: '田中' })).body, []);
});

test('of a customer of several restaurants, one is told of their own visits', async () => {
  const all = await sign();
  const details = { customer: 'c1', name: '山田 太郎', phone: '+819012345678' };
  const wanted = { ...theirs, command: { ...book, id: 'second', party: 2, details } };
  assert.equal((await errand('decide', all, wanted, 'second')).status, 200);
  const token = await sign({ role: 'restaurant', restaurants: 'r01' });
  const { body } = await errand('find_customer', token, { id: 'c1' });
  assert.deepEqual(
    body.visits.map(({ restaurant }) => restaurant),
    ['r01'],
  );
  const own = await errand('find_customer', all, { id: 'c1' });
  assert.deepEqual(own.body.visits.map(({ restaurant }) => restaurant).sort(), ['r01', 'r02']);
});

test('what is theirs they may do', async () => {
  const token = await sign({ role: 'restaurant', who: 'toribee', restaurants: 'r01,r03' });
  const { body } = await errand('decide', token, { command: { ...cancel, booking: 'b-r01' } }, 'own');
  const { by, who } = body.reservation.history.at(-1);
  assert.deepEqual([body.reservation.commitment, by, who], ['cancelled', 'restaurant', 'toribee']);
});

test('routes are of their restaurants too', async () => {
  const token = await sign({ restaurants: 'r01' });
  const supervisor = await sign({ role: 'supervisor', restaurants: 'r01' });
  const paths = [
    [token, '/api/restaurants/r02/now'],
    [token, '/api/restaurants/r99/now'],
    [token, '/api/calls/incoming?dialled=%2B81350000002'],
    [token, '/api/calls/incoming?dialled=%2B81399999999'],
    [token, '/api/outbound?restaurant=r02&number=09012345678'],
    [token, '/api/events?restaurant=r02'],
    [supervisor, `/api/day?date=${date}&restaurant=r02`],
    [supervisor, '/api/agents'],
  ];
  for (const [asker, path] of paths) refused(await ask(path, { token: asker }), 'forbidden', 403);
  const { body } = await ask(`/api/day?date=${date}`, { token: supervisor });
  assert.equal(body.calls, 1);
  const ringing = await ask('/api/calls/incoming?dialled=%2B81350000001&caller=%2B819087654321', { token });
  assert.deepEqual([ringing.body.customers, ringing.body.bookings], [[], []]);
});

test('a guest’s tool is in the guest’s own session', async () => {
  const tools = { restaurant: 'r01', session: 'chat' };
  const wish = { date: '2026-11-28', time: '19:00', party: 2, name: '高橋', phone: '090-2222-3333' };
  const guest = await sign({ role: 'guest', who: 'g1' });
  const stranger = await sign({ role: 'guest', who: 'g2' });
  const { body } = await errand('call_tool', guest, { ...tools, tool: 'propose', arguments: wish });
  const token = body.read_back?.token ?? body.token;
  assert.ok(token, JSON.stringify(body));
  const order = { ...tools, tool: 'book', arguments: { token } };
  refused(await errand('call_tool', stranger, order), 'foreign_token', 409);
  assert.equal((await errand('call_tool', guest, order)).status, 200);
});
