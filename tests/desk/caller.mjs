// An agent by a script: the adapter and the simulator in Node, and the desk's back end. They take a call from the ring to the
// end of its wrap-up, and talk with the guest meanwhile.
import { filter, firstValueFrom } from 'rxjs';

/** Says it, and hears what the guest says next. */
const talkWith = (simulated, contactId) => (text) =>
  new Promise((resolve) => {
    const stop = simulated.on(({ type, contact, who, text: answer }) => {
      if (type !== 'said' || contact !== contactId || who !== 'guest') return;
      stop();
      resolve(answer);
    });
    simulated.hear(contactId, text);
  });

/** What came of the call: the booking, or null where there was no table, and what was said. */
export const takeCall = async ({ adapter, simulated, ask, date }, caller) => {
  const said = [];
  const stop = simulated.said(({ who, text }) => said.push({ who, text }));
  const ringing = firstValueFrom(adapter.onInboundCallIncoming);
  simulated.arrive(caller);
  const { contactId, number, contact } = await ringing;
  const dialled = encodeURIComponent(contact.systemEndpoint);
  const pop = await ask(`/api/calls/incoming?dialled=${dialled}&caller=${encodeURIComponent(number)}`);
  const restaurant = pop.restaurant.id;
  await adapter.accept({ contactId });
  const errand = (name, body, key) => ask(`/api/errands/${name}`, body, key && `${contactId}-${key}`);
  const call = { contacts: [contactId], direction: 'inbound', other: number, restaurant };
  const { opened } = await errand('open_call', { call }, 'open');

  const say = talkWith(simulated, contactId);
  await say(`お電話ありがとうございます。${pop.restaurant.name}でございます。`);
  await say('お時間は何時がよろしいでしょうか。');
  await say('何名様でしょうか。');
  const { time: begin, party, name } = caller.guest;
  await errand('propose', { restaurant, date, question: { party, begin } });
  const command = { do: 'book', id: contactId, begin, party, details: { name, phone: number } };
  const decided = await errand('decide', { restaurant, date, command }, 'book').catch((refused) => refused);
  const booking = decided.booking ?? null;
  await say(booking ? 'ご予約を承りました。' : 'あいにく満席でございます。');
  await say('ありがとうございました。失礼いたします。');
  await firstValueFrom(adapter.callStatus$.pipe(filter(({ state }) => state === 'after_contact_work')));
  const dispositions = [{ code: booking ? 'booking.new' : 'booking.full' }];
  const apply = ['answered', 'ended'].map((event) => ({ id: event, event, at: opened }));
  const change = { apply, complete: { dispositions } };
  await errand('change_call', { contact: contactId, change }, 'close');
  await adapter.completeWrapUp({ contactId });
  stop();
  return { contactId, restaurant, booking, said };
};
