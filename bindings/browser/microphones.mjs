// Whose microphone is off. Streams keeps one for each call, turns that of the call which was active last, and says only "off"
// or "on"; it says "on" too when it tidies up after a call that is over.
import { isActive } from './desk.mjs';

export const noMicrophones = Object.freeze({ active: null, off: new Set(), live: new Map(), ends: [], turnedOn: null });

/** What is heard of an end, and the "on" that streams says with it, lie no further apart. */
const together = 10_000;

const isTalkedOn = (state) =>
  isActive(state) && !['incoming', 'pending', 'connecting', 'held', 'paused'].includes(state);

/** Whether streams turns the microphone of this call. Of a sole one it does, whatever was not seen. */
export const isOfMicrophone = ({ active, live }, { id }) => active === id || (active === null && live.size <= 1);

/** After a snapshot that shows these calls: the one that was put through or taken up again is active from then on. */
export const followMicrophones = (before, calls, now) => {
  const live = new Map(calls.filter(({ state }) => isActive(state)).map(({ id, state }) => [id, state]));
  const takenUp = [...live].filter(([id, state]) => isTalkedOn(state) && !isTalkedOn(before.live.get(id)));
  const [[id] = [null]] = takenUp;
  const ended = [...before.live.keys()].filter((id) => !live.has(id));
  const off = new Set([...before.off].filter((id) => live.has(id)));
  const { turnedOn } = before;
  // The "on" that came just before was for this end.
  const isTidied = ended.length > 0 && turnedOn !== null && !ended.includes(turnedOn.id);
  const wasForEnd = isTidied && now - turnedOn.at <= together && live.has(turnedOn.id);
  if (wasForEnd) off.add(turnedOn.id);
  return {
    active: takenUp.length > 1 || live.size === 0 ? null : (id ?? before.active),
    off,
    live,
    ends: [...before.ends, ...ended.slice(wasForEnd ? 1 : 0).map(() => now)].filter((at) => now - at <= together),
    turnedOn: wasForEnd ? null : turnedOn,
  };
};

/** After streams' word that the microphone is off or on; `isAsked`: it was asked for here. */
export const turnMicrophone = (before, isOff, isAsked, now) => {
  const ends = before.ends.filter((at) => now - at <= together);
  if (!isOff && !isAsked && ends.length > 0) return { ...before, ends: ends.slice(1) };
  const whose = before.active === null ? [...before.live.keys()] : [before.active];
  const off = new Set(before.off);
  for (const id of whose)
    if (isOff) off.add(id);
    else off.delete(id);
  const [id] = whose;
  const wasOff = !isOff && !isAsked && before.off.has(id);
  return { ...before, off, ends, turnedOn: wasOff ? { id, at: now } : null };
};
