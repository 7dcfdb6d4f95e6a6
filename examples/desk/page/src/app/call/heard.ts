const labels: Record<string, string> = {
  name: $localize`お名前`,
  party: $localize`人数`,
  day: $localize`日付`,
  time: $localize`時刻`,
  phone: $localize`電話番号`,
  needs: $localize`ご希望`,
  course: $localize`コース`,
  allergies: $localize`アレルギー`,
};

interface Heard {
  /** Each slot, as it was understood, and in the guest's own words. */
  heard?: { slot: string; value: string; words?: string }[];
  lines?: { who: string; text: string }[];
}
export interface HeardSlot {
  name: string;
  value: string;
  words: string;
}

/** What the bot has heard, slot by slot; nothing that it has not. */
export const heardSlots = (handed: object | null): HeardSlot[] =>
  ((handed as Heard | null)?.heard ?? []).map(({ slot, value, words = '' }) => ({
    name: labels[slot] ?? slot,
    value,
    words,
  }));
/** What the guest said to the bot. */
export const heardLines = (handed: object | null): string[] =>
  ((handed as Heard | null)?.lines ?? []).filter(({ who }) => who === 'caller').map(({ text }) => text);
