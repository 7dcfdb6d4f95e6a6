const labels: Record<string, string> = {
  intent: $localize`ご用件`,
  name: $localize`お名前`,
  party: $localize`人数`,
  date: $localize`日付`,
  time: $localize`時刻`,
  begin: $localize`時刻`,
  phone: $localize`電話番号`,
  needs: $localize`ご希望`,
  course: $localize`コース`,
};

/** What the bot has heard, slot by slot, in words; nothing that it has not. */
export const heardSlots = (heard: Record<string, unknown> | null): { name: string; value: string }[] => {
  const slots = (heard?.['slots'] ?? heard ?? {}) as Record<string, unknown>;
  return Object.entries(slots).flatMap(([name, value]) => {
    const words = wordsOf(value);
    return words ? [{ name: labels[name] ?? name, value: words }] : [];
  });
};
const wordsOf = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('、');
  if (typeof value !== 'object') return String(value);
  const { heard, value: inner, words } = value as Record<string, unknown>;
  if (heard !== undefined || inner !== undefined || words !== undefined) return wordsOf(words ?? inner ?? heard);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${wordsOf(part)}`)
    .join('、');
};
