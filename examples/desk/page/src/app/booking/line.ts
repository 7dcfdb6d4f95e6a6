import { daysLater, weekdayOf } from '../shared/minutes.ts';
import type { Needs } from '../api/types.ts';

/** What an agent types while talking: 「6 19:30 個室」 */
export interface Line {
  adults: number | null;
  children: number;
  infants: number;
  /** Minutes from midnight of the business date. */
  begin: number | null;
  /** A business date; null is the one that is shown. */
  date: string | null;
  needs: Needs;
  name: string;
  phone: string;
  /** What was not understood. */
  unread: string[];
  /** Whether some of it is a date, a time or a party that cannot be, or is another than was said before. */
  isDoubtful: boolean;
}
export interface LineContext {
  /** The business date that it is now. */
  today: string;
}
/** `false`: it is a date, a time or a party, and cannot be taken. */
type Reader = (found: RegExpExecArray, line: Line, context: LineContext) => unknown;
type Kind = NonNullable<Needs['kinds']>[number];

const evening = (hour: number): number => (hour >= 1 && hour <= 10 ? hour + 12 : hour);
const minuteOf = (hour: number, minute: number): number | null =>
  hour <= 47 && minute <= 59 ? hour * 60 + minute : null;

const begins =
  (of: (found: RegExpExecArray) => number | null): Reader =>
  (found, line) => {
    const begin = of(found);
    if (begin === null || line.begin !== null) return false;
    line.begin = begin;
    return true;
  };
const kinds: Record<string, Kind> = {
  個室: 'private_room',
  private: 'private_room',
  座敷: 'tatami',
  tatami: 'tatami',
  カウンター: 'counter',
  counter: 'counter',
  テラス: 'terrace',
  terrace: 'terrace',
  テーブル: 'table',
  table: 'table',
};
const days: Record<string, number> = {
  今日: 0,
  本日: 0,
  今夜: 0,
  today: 0,
  tonight: 0,
  明日: 1,
  あした: 1,
  あす: 1,
  tomorrow: 1,
  明後日: 2,
  あさって: 2,
};
const weekdays: Record<string, number> = { 日: 0, 月: 1, 火: 2, 水: 3, 木: 4, 金: 5, 土: 6 };
const englishDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const two = (value: number) => String(value).padStart(2, '0');
const exists = (date: string) => !Number.isNaN(Date.parse(date)) && daysLater(date, 0) === date;
/** The next such day of the calendar, today too. */
const nextDate = (month: number, day: number, today: string): string | null => {
  const year = Number(today.slice(0, 4));
  for (const of of [year, year + 1, year + 2, year + 3, year + 4]) {
    const date = `${of}-${two(month)}-${two(day)}`;
    if (date >= today && exists(date)) return date;
  }
  return null;
};
const dayOfMonth = (day: number, today: string): string | null => {
  for (let ahead = 0; ahead < 62; ahead++) {
    const date = daysLater(today, ahead);
    if (Number(date.slice(8)) === day) return date;
  }
  return null;
};
/** The next such weekday; `weeks` after, those of the week that begins on Monday. */
const nextWeekday = (weekday: number, today: string, isNextWeek: boolean): string => {
  if (!isNextWeek) return daysLater(today, (weekday - weekdayOf(today) + 7) % 7);
  const monday = daysLater(today, 7 - ((weekdayOf(today) + 6) % 7));
  return daysLater(monday, (weekday + 6) % 7);
};
const dated =
  (of: (found: RegExpExecArray, today: string) => string | null): Reader =>
  (found, line, { today }) => {
    const date = of(found, today);
    if (!date || line.date) return false;
    line.date = date;
    return true;
  };
const party =
  (of: 'adults' | 'children' | 'infants'): Reader =>
  (found, line) => {
    const count = Number(found[1]);
    if (of === 'adults') {
      if (line.adults !== null || count === 0) return false;
      line.adults = count;
    } else line[of] += count;
    return true;
  };

/** The first that fits, wins; a word ends where the next begins, so that none needs a space. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/(0\d{1,4}-\d{1,4}-\d{3,4}|0\d{9,10}|\+\d{8,15})(?!\d)/y, ([, phone = ''], line) => void (line.phone = phone)],
  [
    /(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|年(\d{1,2})月)(\d{1,2})(?!\d)日?/y,
    dated(([, year, a, b, c, day]) => {
      const date = `${year}-${two(Number(a ?? b ?? c))}-${two(Number(day))}`;
      return exists(date) ? date : null;
    }),
  ],
  [/(\d{1,2})\/(\d{1,2})(?!\d)/y, dated(([, m, d], today) => nextDate(Number(m), Number(d), today))],
  [/(\d{1,2})月(\d{1,2})日?/y, dated(([, m, d], today) => nextDate(Number(m), Number(d), today))],
  [/(\d{1,2})日(?!間)/y, dated(([, d], today) => dayOfMonth(Number(d), today))],
  [
    /(明後日|あさって|今日|本日|今夜|明日|あした|あす|today|tonight|tomorrow)/iy,
    dated(([word], today) => daysLater(today, days[word.toLowerCase()] ?? 0)),
  ],
  [
    /(来週の?)?([日月火水木金土])曜日?/y,
    dated(([, next, day = ''], today) => nextWeekday(weekdays[day] ?? 0, today, next !== undefined)),
  ],
  [
    /(next )?(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|rs|rsday|urday)?(?![a-z])/iy,
    dated(([, next, day = ''], today) =>
      nextWeekday(englishDays.indexOf(day.toLowerCase()), today, next !== undefined),
    ),
  ],
  [
    /(再来週|来週|先週|週末|今月|来月|再来月|一昨日|おととい|昨日|きのう|yesterday|weekend|next (?:week|month))/iy,
    () => false,
  ],
  [
    /(\d{1,2})(?::(\d{2}))? ?(am|pm)\b/iy,
    begins(([, h, m = '0', half = '']) =>
      minuteOf((Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0), Number(m)),
    ),
  ],
  [/(\d{1,2}):(\d{2})(?!\d)/y, begins(([, h, m]) => minuteOf(Number(h), Number(m)))],
  [
    /(午前|午後|昼|夜|夕方)?(\d{1,2})時(半|(\d{1,2})分)?/y,
    begins(([, part, h, half, m]) => {
      const hour = part === '午前' ? Number(h) : evening(Number(h));
      return minuteOf(hour, half === '半' ? 30 : Number(m ?? 0));
    }),
  ],
  [/([12]\d|4[0-7])([0-5]\d)(?![\d名人])/y, begins(([, h, m]) => minuteOf(Number(h), Number(m)))],
  [/(?:子供|子ども|こども|小人|kids?|child(?:ren)?) ?(\d{1,2})(?:名様?|人)?/iy, party('children')],
  [/(?:幼児|乳児|赤ちゃん|infants?) ?(\d{1,2})(?:名様?|人)?/iy, party('infants')],
  [/(?:大人|adults?) ?(\d{1,3})(?:名様?|人)?/iy, party('adults')],
  [/(\d{1,3})(?:名様?|人|pax|ppl|p\b)/iy, party('adults')],
  [/\+(\d{1,2})(?!\d)/y, party('children')],
  [/(\d{1,3})(?![\d:/時月日])/y, party('adults')],
  [
    /(個室|座敷|カウンター|テラス|テーブル|private|tatami|counter|terrace|table)/iy,
    ([word], { needs }) => {
      const kind = kinds[word.toLowerCase()];
      if (kind) needs.kinds = [...(needs.kinds ?? []), kind];
    },
  ],
  [/(禁煙|non-?smoking)/iy, (_, { needs }) => void (needs.smoking = 'forbidden')],
  [/(喫煙|smoking)/iy, (_, { needs }) => void (needs.smoking = 'allowed')],
  [/(車椅子|車いす|wheelchair)/iy, (_, { needs }) => void (needs.access = 'wheelchair')],
  [/([^\s\d]{1,20}?)(様|さま|さん)/y, ([, name = ''], line) => void (line.name = name)],
  [/@(\S+)/y, ([, name = ''], line) => void (line.name = name)],
  [/[のにでを]/y, () => {}],
];

const emptyLine = (): Line => ({
  adults: null,
  children: 0,
  infants: 0,
  begin: null,
  date: null,
  needs: {},
  name: '',
  phone: '',
  unread: [],
  isDoubtful: false,
});

/** One line, read as far as it goes; what was not understood is said. */
export const readLine = (typed: string, context: LineContext): Line => {
  const text = typed.normalize('NFKC').replace(/[、,。]/g, ' ');
  const line = emptyLine();
  for (let at = 0; at < text.length;) {
    const step = stepAt(text, at, line, context);
    at += Math.max(1, step);
  }
  return line;
};

const stepAt = (text: string, at: number, line: Line, context: LineContext): number => {
  if (/\s/.test(text[at] ?? '')) return 1;
  for (const [pattern, read] of readers) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) continue;
    if (read(found, line, context) !== false) return found[0].length;
    // Nor is it something else: the year of a date that there is not is no time.
    line.isDoubtful = true;
    break;
  }
  const word = /\S+/y;
  word.lastIndex = at;
  const [found = ''] = word.exec(text) ?? [];
  line.unread.push(found);
  return found.length;
};

/** Whether enough is known to ask whether they can come. */
export const isAskable = (line: Line): line is Line & { adults: number; begin: number } =>
  line.adults !== null && line.begin !== null && !line.isDoubtful;

export const partyOf = ({ adults, children, infants }: Line) => ({
  adults: adults ?? 0,
  ...(children ? { children } : {}),
  ...(infants ? { infants } : {}),
});
