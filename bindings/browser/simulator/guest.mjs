// A guest who answers in text: a value and a table of what is said to what. They understand little, but what an agent asks.
import { acts, inWords, slots, ways } from './guest_lines.mjs';

const told = (guest, what) => (guest.told ?? []).includes(what);
const tells = (guest, what) => ({ ...guest, told: [...(guest.told ?? []), what], count: (guest.count ?? 0) + 1 });

/** A way of saying it: another every time, and another for every guest. */
const wayOf = (guest, what) => {
  const all = ways[guest.language][what];
  const way = all[((guest.manner ?? 0) + (guest.count ?? 0)) % all.length];
  const words = way.replaceAll(/\{(\w+)\}/g, (_, word) => {
    const say = inWords[guest.language][word];
    return say ? say(guest) : guest[word];
  });
  return words.charAt(0).toUpperCase() + words.slice(1);
};
const say = (guest, what, more = {}) => ({
  guest: tells(guest, what),
  says: wayOf(guest, what),
  hangsUp: false,
  ...more,
});

/** With what they come, before they are asked: unless they did already. */
export const opens = (guest) => say(guest, guest.goal);

const minutes = (time) => {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
};
const half = 12 * 60;
/** The times in the agent's words, in minutes; 7時 may be both of the day's. */
const timesIn = (text) =>
  [...text.normalize('NFKC').matchAll(/(\d{1,2})(?:時(半|\d{1,2})?|:(\d{2})| ?(?=[ap]m))/gi)].map(
    ([, hour, japanese, english]) => Number(hour) * 60 + (japanese === '半' ? 30 : Number(japanese ?? english ?? 0)),
  );
const farFrom = (time, wanted) => Math.min(Math.abs(time - wanted), Math.abs(time + half - wanted));

/** An offer is taken where its time is near enough, or names none; after three that are not, they give up. */
const toOffer = (guest, text) => {
  const wanted = guest.time ? minutes(guest.time) : null;
  const times = timesIn(text);
  const isFine =
    wanted === null || times.length === 0 || times.some((time) => farFrom(time, wanted) <= (guest.flexible ?? 60));
  if (isFine) return say(guest, 'yes');
  const declined = (guest.told ?? []).filter((what) => what === 'no').length;
  return declined >= 2 ? say(guest, 'gives_up') : say(guest, 'no');
};
const toRefusal = (guest) => (told(guest, 'else') ? say(guest, 'gives_up') : say(guest, 'else'));

/** Who is said to be more or fewer than they are, says so. */
const toConfirm = (guest, text) => {
  const [, party] = /(\d+) ?(?:名|人|people|guests|of you)/i.exec(text.normalize('NFKC')) ?? [];
  return say(
    guest,
    party === undefined || guest.party === undefined || Number(party) === guest.party ? 'yes' : 'wrong',
  );
};

/** What they say to what the agent does. */
const answers = {
  bye: (guest) => say(guest, 'bye', { hangsUp: true }),
  wait: (guest) => say(guest, 'waits'),
  anything_else: (guest) => say(guest, 'nothing'),
  offer: toOffer,
  refusal: toRefusal,
  confirm: toConfirm,
  apology: (guest) => say(guest, 'waits'),
  done: (guest) => say(guest, 'thanks'),
};

const isQuestion = (text) => /[?？]|か[。？]?$|お願い|いただ|ください|please/i.test(text);
/** 「いつがよろしいでしょうか」 asks; 「明日でよろしいでしょうか」 wants a yes. */
const isOpen = (text) => /いつ|何|どちら|どの|\b(which|what|when|how many)\b/i.test(text);
const asked = (guest, text) => slots[guest.language].filter(([, pattern]) => pattern.test(text)).map(([slot]) => slot);
const wordFor = (guest, slot) => {
  if (slot === 'phone' && !guest.phone) return 'no_phone';
  if (slot === 'wish') return guest.goal;
  return slot;
};
const isKnown = (guest, slot) => !['party', 'date', 'time'].includes(slot) || guest[slot] !== undefined;
const joined = { ja: (before, says) => before + says, en: (before, says) => `${before} ${says}`.trim() };
/** All that is asked for, one after another. */
const toQuestions = (guest, all) =>
  all.reduce(
    (answer, slot) => {
      const { guest: next, says } = say(answer.guest, wordFor(guest, slot));
      return { guest: next, says: joined[guest.language](answer.says, says), hangsUp: false };
    },
    { guest, says: '', hangsUp: false },
  );

/** What the guest answers to what the agent says: the same to the same, by the guest. */
export const hear = (guest, text) => {
  const [act] = acts[guest.language].find(([, pattern]) => pattern.test(text)) ?? [];
  if (act === 'bye' || act === 'anything_else') return answers[act](guest, text);
  const all = asked(guest, text).filter((slot) => isKnown(guest, slot));
  const wishes = all.filter((slot) => slot === 'wish');
  if (wishes.length > 0 && all.length === wishes.length)
    return told(guest, guest.goal) ? say(guest, 'waits') : opens(guest);
  const wantsYes = (act === 'confirm' || act === 'offer') && !isOpen(text);
  const isAsking = all.length > 0 && !wantsYes && isQuestion(text);
  if (isAsking)
    return toQuestions(
      guest,
      all.filter((slot) => slot !== 'wish'),
    );
  if (act) return answers[act](guest, text);
  // Whoever only wanted to know something knows it now.
  if (['ask', 'ask_hours', 'lost', 'late'].includes(guest.goal) && told(guest, guest.goal)) return say(guest, 'thanks');
  return told(guest, guest.goal) ? say(guest, 'again') : opens(guest);
};
