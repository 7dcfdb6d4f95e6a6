// A cold start of the bot's Lambda: milliseconds from a new process of node to the first answer of the hook, on books in
// memory, beside a process that does nothing. Medians.
import { execFileSync } from 'node:child_process';

const bot = `
import { KeptRestaurants, Restaurant, SqliteLedger, TalkDesk } from 'denwaban';
import { hookOf } from './examples/lambda/bot.mjs';
const now = Date.parse('2026-11-25T03:00:00Z');
const restaurant = Restaurant.fromJson({
  id: 'r1',
  name: '花丸',
  hours: { rules: [{ when: 'every_day', services: [{ name: 'dinner', opens: '17:00', closes: '23:00' }] }] },
});
const ledger = await SqliteLedger.open(':memory:');
await new KeptRestaurants(ledger).put(restaurant, { now });
await new KeptRestaurants(ledger).putBookTemplate('r1', { floor_plan: { tables: [{ id: 'A', most: 4 }] } }, { now });
const desk = new TalkDesk(ledger, restaurant);
const answer = await hookOf({ deskFor: async () => desk, clock: () => now })({
  inputMode: 'Speech',
  sessionId: 's1',
  inputTranscript: '明日の夜7時に大人3人で予約をお願いします',
  sessionState: { sessionAttributes: { caller: '+819012345678' }, intent: { name: 'FallbackIntent' } },
});
if (!answer.messages[0].content.includes('名前')) throw new Error(JSON.stringify(answer));
`;
const rounds = 21;
const root = new URL('../..', import.meta.url);
const median = (program) => {
  const times = Array.from({ length: rounds }, () => {
    const begin = process.hrtime.bigint();
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root });
    return Number(process.hrtime.bigint() - begin) / 1e6;
  }).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)];
};
const empty = median('');
const cold = median(bot);
console.log(
  `cold start: ${cold.toFixed(0)} ms to the first answer, ${empty.toFixed(0)} ms an empty node, ` +
    `${(cold - empty).toFixed(0)} ms of ours`,
);
