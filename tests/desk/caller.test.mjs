// A scripted agent, headless, takes calls end to end against the desk's back end: pop, booking, wrap-up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AmazonConnectAdapter } from '../../bindings/browser/index.mjs';
import { simulateConnect } from '../../bindings/browser/simulator/index.mjs';
import connect from '../../bindings/browser/simulator/node.cjs';
import { takeCall } from './caller.mjs';
import { date, openDesk } from './desk.mjs';

const settings = { acknowledged: 1, settled: 2, thinks: 2 };
const guest = { language: 'ja', goal: 'book', name: '佐藤', party: 4, date: '今日', time: '20:00' };
const calls = ['+819022220001', '+819022220002'].map((number) => ({ number, dialled: '+81350000002', guest }));

test('two who want the only table for four: one is booked, both are wrapped up, and all of it is kept', async () => {
  const desk = await openDesk();
  const token = await desk.sign({ who: 'suzuki' });
  const ask = async (path, body, key) => {
    const headers = key ? { 'idempotency-key': key } : {};
    const answer = await (body ? desk.post(path, token, body, headers) : desk.ask(path, { token }));
    if (answer.status !== 200) throw answer.body;
    return answer.body;
  };
  const simulated = simulateConnect({ connect, settings });
  const adapter = new AmazonConnectAdapter({ connect });
  const results = [];
  for (const caller of calls) results.push(await takeCall({ adapter, simulated, ask, date }, caller));
  const [first, second] = results;
  assert.deepEqual([first.booking, second.booking], [first.contactId, null]);
  assert.match(second.said.at(-3).text, /ほかの時間|近い時間/);
  const { bookings } = await ask('/api/errands/list_bookings', { phone: calls[0].number, from: date, to: date });
  assert.deepEqual(
    bookings.map(({ reservation }) => reservation.id),
    [first.contactId],
  );
  const { calls: kept } = await ask('/api/errands/find_calls', { restaurant: 'r02', date, limit: 100 });
  const codes = kept
    .filter(({ call }) => results.some(({ contactId }) => call.contacts.includes(contactId)))
    .flatMap(({ call }) => call.record.dispositions.map(({ code }) => code));
  assert.deepEqual(codes.sort(), ['booking.full', 'booking.new']);
  assert.equal(simulated.centre.contacts.length, 0);
  adapter.dispose();
  simulated.dispose();
  await desk.close();
});
