import type { Disposition, FieldValue } from '../api/types.ts';
import type { Entry, Field } from './catalogue.ts';

/** What is typed of a disposition, as the form has it: a string each, or codes. */
export interface Draft {
  code: string;
  fields: Record<string, string | string[]>;
  note: string;
}
const offset = '+09:00';

const valueOf = ({ type }: Field, typed: string | string[]): FieldValue | null => {
  const text = typeof typed === 'string' ? typed.trim() : '';
  switch (type) {
    case 'multi_choice':
      return Array.isArray(typed) && typed.length > 0 ? { multi_choice: typed } : null;
    case 'date_time':
      return text ? { date_time: `${text}:00${offset}` } : null;
    case 'text':
      return text ? { text } : null;
    case 'choice':
      return text ? { choice: text } : null;
    case 'phone':
      return text ? { phone: text } : null;
    case 'booking':
      return text ? { booking: text } : null;
    case 'photo':
      return text ? { photo: text } : null;
  }
};
export const dispositionOf = (entry: Entry, { code, fields, note }: Draft): Disposition => {
  const values = (entry.fields ?? []).flatMap((field) => {
    const value = valueOf(field, fields[field.key] ?? '');
    return value ? [[field.key, value] as const] : [];
  });
  return { code, fields: Object.fromEntries(values), ...(note ? { note } : {}) };
};

const typedOf = (value: FieldValue): string | string[] => {
  if ('multi_choice' in value) return value.multi_choice;
  if ('date_time' in value) return localOf(value.date_time);
  return Object.values(value)[0] as string;
};
/** `2026-11-27T19:00`, by the restaurant's clock. */
const localOf = (instant: string): string =>
  new Date(new Date(instant).getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
export const draftOf = ({ code, fields = {}, note = '' }: Disposition): Draft => ({
  code,
  fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typedOf(value)])),
  note,
});

/** Keys of what must still be said. */
export const missing = (entry: Entry, draft: Draft): string[] =>
  (entry.fields ?? [])
    .filter((field) => field.requirement === 'required' && !valueOf(field, draft.fields[field.key] ?? ''))
    .map(({ key }) => key);
