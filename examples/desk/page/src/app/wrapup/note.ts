import type { Entry } from './catalogue.ts';
import { inLanguage } from './catalogue.ts';
import type { Draft } from './draft.ts';

export interface NoteParts {
  restaurant: string;
  agent: string;
  /** When the call was. */
  time: string;
  number: string;
  booking: string;
  notes: string;
}
const shown = (entry: Entry, key: string, typed: string | string[]): string => {
  const choices = entry.fields?.find((field) => field.key === key)?.choices ?? [];
  const word = (code: string) => choices.find((choice) => choice.code === code)?.label.ja ?? code;
  return (Array.isArray(typed) ? typed : [typed]).map((one) => word(one).replace('T', ' ')).join('、');
};

/** The note to the restaurant (申し送り), as it will be sent; in Japanese, whatever the agent reads. */
export const noteOf = (parts: NoteParts, drafts: readonly { entry: Entry; draft: Draft }[]): string => {
  const about = drafts.flatMap(({ entry, draft }) => [
    `■${inLanguage(entry.label, 'ja')}`,
    ...(entry.fields ?? [])
      .filter(({ key, type }) => type !== 'booking' && draft.fields[key]?.length)
      .map(({ key, label }) => `　${label.ja}: ${shown(entry, key, draft.fields[key] ?? '')}`),
    ...(draft.note ? [`　${draft.note}`] : []),
  ]);
  return [
    `${parts.restaurant} 様`,
    `${parts.time} お電話: ${parts.number || '非通知'}`,
    ...about,
    ...(parts.booking ? [`予約: ${parts.booking}`] : []),
    ...(parts.notes ? [parts.notes] : []),
    `担当 ${parts.agent}`,
  ].join('\n');
};
/** Whether what was recorded is something that the restaurant must hear of. */
export const mustBeTold = (entries: readonly Entry[]): boolean =>
  entries.some(({ follow_ups = [] }) => follow_ups.some((one) => 'tell_restaurant' in one));
