import type { Call, Nouns, WrapUpRules } from '../api/types.ts';

/** What must be said before a call is done, and how long that may take, in seconds; the back end's. */
export type WrapUpPolicy = WrapUpRules['policy'];
const ends: readonly Nouns['call_occurrence']['event'][] = ['ended', 'failed', 'contact_gone'];

/** When wrap-up is over, in milliseconds since 1970; null where no time is set, before it begins and once it is done. */
export const dueAt = ({ occurrences = [], extensions = 0, record }: Call, { timer }: WrapUpPolicy): number | null => {
  const ended = occurrences.find(({ event }) => ends.includes(event));
  const wasAnswered = occurrences.some(({ event }) => event === 'answered');
  if (!timer || !ended || !wasAnswered || record) return null;
  return Date.parse(ended.at) + (timer.limit + timer.extension * extensions) * 1000;
};
