import type { Nouns } from '../api/types.ts';

export type Catalogue = Nouns['Catalogue'];
export type Entry = Nouns['catalogue.catalogue_entry'];
export type Field = Nouns['catalogue.field'];
export type Label = Nouns['catalogue.label'];

export const inLanguage = (label: Label, locale: string): string =>
  locale.startsWith('en') ? (label.en ?? label.ja) : label.ja;

/** A code that others stand below is a group, and is never recorded itself. */
export const recordable = ({ entries }: Catalogue): Entry[] =>
  entries.filter(
    ({ code, standing }) => standing !== 'retired' && !entries.some((other) => other.code.startsWith(`${code}.`)),
  );
export const groupOf = ({ entries }: Catalogue, code: string): Entry | null => {
  const [group = ''] = code.split('.');
  return group === code ? null : (entries.find((entry) => entry.code === group) ?? null);
};
/** Whose label, group or code has all the words. */
export const found = (catalogue: Catalogue, typed: string): Entry[] => {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return recordable(catalogue).filter((entry) => {
    const group = groupOf(catalogue, entry.code);
    const text = [entry.code, entry.label, group?.label]
      .map((part) => (typeof part === 'string' ? part : `${part?.ja ?? ''} ${part?.en ?? ''}`))
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
