/** `26:00` as minutes from midnight of the business date. */
export const minutesOf = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const zone = 'Asia/Tokyo';
const formats = new Map<string, Intl.DateTimeFormat>();
const format = (locale: string, options: Intl.DateTimeFormatOptions, at: Date): string => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  formats.set(key, known);
  return known.format(at);
};
/** `19:05`, by the restaurant's clock. */
export const timeIn = (at: Date | string): string =>
  format('en-GB', { hour: '2-digit', minute: '2-digit' }, new Date(at));
/** `2026-11-27` */
export const dateIn = (at: Date | string): string =>
  format('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }, new Date(at));
/** `11月27日(金)`, `Fri, 27 Nov` */
export const dateWords = (date: string, locale: string): string =>
  format(locale, { month: 'short', day: 'numeric', weekday: 'short' }, new Date(`${date}T12:00:00+09:00`));

export const daysLater = (date: string, days: number): string => {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
};
/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
/** `4:05` of milliseconds. */
export const lasting = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
/** A moment as minutes of a business date. */
export const minuteOn = (date: string, at: Date): number =>
  Math.floor((at.getTime() - new Date(`${date}T00:00:00+09:00`).getTime()) / 60_000);
