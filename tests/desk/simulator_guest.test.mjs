// The evening's sixty callers: who they are, and that they can be talked with to the end.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evening, lines } from '../../bindings/browser/simulator/evening.mjs';
import { hear, makeClock, opens } from '../../bindings/browser/simulator/index.mjs';
import { makeScene } from './simulated_scene.mjs';

const callers = evening();
const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/restaurants/${name}`, import.meta.url), 'utf8'));

test('sixty callers, to the lines of all the restaurants, the same for the same seed', () => {
  assert.equal(callers.length, 60);
  assert.deepEqual(
    lines,
    read('restaurants.json').map(({ lines: [{ number }] }) => number),
  );
  assert.deepEqual(new Set(callers.map(({ dialled }) => dialled)), new Set(lines));
  assert.deepEqual(evening(), callers);
  assert.notDeepEqual(evening({ seed: 2 }), callers);
  assert.equal(callers.filter(({ guest }) => guest.language === 'en').length, 3);
  assert.equal(callers.filter(({ number }) => number === null).length, 3);
  assert.deepEqual(
    callers.map(({ after }) => after),
    callers.map(({ after }) => after).sort((a, b) => a - b),
  );
  for (const { number, patience } of callers) {
    assert.match(number ?? '+819000000000', /^\+\d{11,12}$/);
    assert.ok(patience >= 30_000 && patience < 120_000);
  }
});

test('some come over from the bot, with what it heard', () => {
  const heard = callers.map(({ attributes }) => attributes.heard).filter(Boolean);
  assert.ok(heard.length >= 4);
  for (const text of heard) {
    const { purpose, heard: slots, lines: said, notes } = JSON.parse(text);
    assert.deepEqual([purpose, slots.map(({ slot }) => slot)], ['book', ['day', 'time', 'party', 'name']]);
    assert.ok(said.length > 3 && notes.startsWith('ご用件：ご予約'));
  }
});

/** What an agent says who books a table, and what is to be heard in answer. */
const scripts = {
  ja: [
    ['お電話ありがとうございます。鮨かねさかでございます。', 'goal'],
    ['お日にちとお時間はいつがよろしいでしょうか。', 'time'],
    ['何名様でいらっしゃいますか。', 'party'],
    ['お名前とお電話番号をお願いいたします。', 'name'],
    ['少々お待ちください。', 'waits'],
    ['ご予約を承りました。', 'thanks'],
    ['ほかに何かございますか。', 'nothing'],
    ['ありがとうございました。失礼いたします。', 'bye'],
  ],
  en: [
    ['Thank you for calling. How can I help you?', 'goal'],
    ['What day and what time would you like?', 'time'],
    ['How many people?', 'party'],
    ['May I have your name and phone number?', 'name'],
    ['One moment, please.', 'waits'],
    ['You are all set.', 'thanks'],
    ['Anything else?', 'nothing'],
    ['Have a nice day. Goodbye.', 'bye'],
  ],
};
test('everybody answers what they are asked, and hangs up at the end', () => {
  for (const { guest: first } of callers) {
    let guest = first;
    let last = null;
    for (const [text, what] of scripts[first.language]) {
      last = hear(guest, text);
      guest = last.guest;
      assert.ok(last.says && !/[{}]|undefined/.test(last.says), last.says);
      assert.ok(guest.told.includes(what === 'goal' ? first.goal : what), `${text} ${last.says}`);
    }
    assert.equal(last.hangsUp, true);
    assert.deepEqual(JSON.parse(JSON.stringify(guest)), guest);
  }
});

const booker = {
  language: 'ja',
  goal: 'book',
  name: '佐藤',
  party: 4,
  children: 1,
  date: '明日',
  time: '19:00',
  flexible: 60,
};
for (const [text, answer] of [
  ['あいにく満席でございます。', /ほかの時間|近い時間/],
  ['19時半でしたらご用意できますが、いかがでしょうか。', /はい|それで/],
  ['７時はいかがでしょうか。', /はい|それで/],
  ['21時でしたらご用意できますが、いかがでしょうか。', /難しい|厳しい/],
  ['明日の19時、4名様でよろしいでしょうか。', /はい|それで/],
  ['明日の19時、3名様でよろしいでしょうか。', /大人3人と子ども1人/],
  ['お名前をいただけますか。', /佐藤/],
  ['アレルギーはございますか。', /ないです/],
  ['にゃあ', /もう一度|何ですか|聞こえなくて/],
]) {
  test(`「${text}」`, () => assert.match(hear(opens(booker).guest, text).says, answer));
}

test('who is offered too much that does not suit gives up', () => {
  let { guest } = opens(booker);
  const said = Array.from({ length: 3 }, () => {
    const heard = hear(guest, '22時はいかがでしょうか。');
    guest = heard.guest;
    return heard.says;
  });
  assert.match(said[2], /結構です|また電話/);
});

test('a guest opens, is not heard on hold, and hangs up after good-bye', async () => {
  const scene = makeScene();
  const { simulated, adapter, comesTo, pass } = scene;
  const said = [];
  simulated.said(({ who, text }) => said.push([who, text]));
  simulated.script([callers[3]], { speed: 0 });
  assert.equal(simulated.next(), true);
  assert.equal(simulated.next(), false);
  assert.equal(await comesTo(adapter.accept(), 2000), 'connected');
  assert.deepEqual(
    said.map(([who]) => who),
    ['guest'],
  );
  const { contactId } = scene.told.callStatus$.at(-1);
  simulated.hear(contactId, 'お名前をお願いします。');
  await pass(1000);
  assert.match(said.at(-1)[1], new RegExp(callers[3].guest.name));
  await comesTo(adapter.hold());
  simulated.hear(contactId, '何名様ですか。');
  await pass(1000);
  assert.equal(said.at(-1)[0], 'agent');
  await comesTo(adapter.resume());
  simulated.hear(contactId, '失礼いたします。');
  await pass(3000);
  assert.equal(scene.call(), 'after_contact_work');
  const again = [];
  simulated.said((line) => again.push(line))();
  assert.equal(again.length, said.length);
  scene.end();
});

test('the evening goes on by itself: who is not answered waits, and is gone', async () => {
  const scene = makeScene({ clock: makeClock(), settings: { autoAccept: true, afterContactWork: 10_000 } });
  const abandoned = [];
  scene.simulated.on(({ type, waited }) => type === 'abandoned' && abandoned.push(waited));
  scene.simulated.script(callers, { speed: 10 });
  await scene.pass(30_000);
  const [contact] = scene.simulated.centre.contacts;
  assert.equal(contact.state, 'connected');
  await scene.pass(400_000);
  assert.equal(scene.simulated.centre.coming.length, 0);
  assert.ok(abandoned.length > 40);
  scene.end();
});
