import type { Call, Nouns } from '../api/types.ts';

export interface WrapUpPolicy {
  demand: 'not_allowed' | 'optional' | 'required' | 'required_with_data';
  timer: { limit: number; extension: number; extensions: number };
  default_outcome: string;
}
/** This centre's: what must be said before a call is done, and how long that may take, in seconds. */
export const policy: WrapUpPolicy = {
  demand: 'required_with_data',
  timer: { limit: 60, extension: 30, extensions: 2 },
  default_outcome: 'other',
};
const ends: readonly Nouns['call_occurrence']['event'][] = ['ended', 'failed', 'contact_gone'];

/** When wrap-up is over, in milliseconds since 1970; null before it begins and once it is done. */
export const dueAt = ({ occurrences = [], extensions = 0, record }: Call): number | null => {
  const ended = occurrences.find(({ event }) => ends.includes(event));
  const wasAnswered = occurrences.some(({ event }) => event === 'answered');
  if (!ended || !wasAnswered || record) return null;
  const { limit, extension } = policy.timer;
  return Date.parse(ended.at) + (limit + extension * extensions) * 1000;
};
