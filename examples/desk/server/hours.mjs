import { HolidayCalendar, Rules } from 'denwaban';

/** Why a day is as it is, in English: what rules are called by their restaurants stays as they call it. */
const causes = {
  unlisted: 'nothing is said of this day',
  any_day: 'as every day',
  weekday: 'as on this weekday',
  nth_weekday: 'as on this weekday of the month',
  day_after_holiday: 'the day after a national holiday',
  holiday_eve: 'the eve of a national holiday',
  holiday: 'a national holiday',
  season: 'of the season',
  closing: 'a regular closing day',
  moved_closing: 'a closing day that has moved',
  dated: 'of this date',
};

const clockIn = (zone) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' });

const sayInEnglish = ({ state, closesAt, lastOrder, nextOpening }, zone) => {
  const time = (at) => clockIn(zone).format(at);
  const next = nextOpening ? ` Opens next on ${time(nextOpening)}.` : '';
  if (state === 'unknown') return `It is not known whether they are open.${next}`;
  if (state === 'closed') return `Closed now.${next}`;
  const until = closesAt ? `Open until ${time(closesAt)}` : 'Open';
  return `${until}${lastOrder ? `, last order ${time(lastOrder)}` : ''}.`;
};

/** What a restaurant's hours say at a moment, in words. */
export const hoursNow = (restaurant, at, language) => {
  const { hours } = restaurant;
  const status = hours.status(at);
  const isJapanese = language !== 'en';
  return {
    restaurant: restaurant.id,
    name: restaurant.name,
    at: new Date(at).toISOString(),
    zone: restaurant.zone,
    status: status.state,
    say: isJapanese ? hours.say(at) : sayInEnglish(status, restaurant.zone),
    closesAt: status.closesAt,
    lastOrders: status.lastOrders,
    nextOpening: status.nextOpening,
    reason: isJapanese ? status.reason : causes[status.cause],
    cause: status.cause,
    service: status.service,
    businessDate: status.businessDate,
    holiday: status.holiday,
  };
};

export const languageOf = ({ 'accept-language': accepted = '' }) => (/^\s*en\b/i.test(accepted) ? 'en' : 'ja');

const calendars = new Map();
/** The date on a zone's calendar. */
export const dateIn = (timeZone, at) => {
  if (!calendars.has(timeZone))
    calendars.set(
      timeZone,
      new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    );
  return calendars.get(timeZone).format(at);
};

export const daysLater = (date, days) => {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
};

/** What hours say of the days from a date on. */
export const daysFrom = (hours, first, count) =>
  Array.from({ length: count }, (_, days) => {
    const date = daysLater(first, days);
    const { reason, cause, holiday, eveOf } = hours.explain(date);
    return { date, reason, cause, holiday, eveOf, openings: hours.openingsOn(date) };
  });

/** So many are told ahead, however long that is. */
const mostAhead = 10;
const japan = HolidayCalendar.japan();
const holidays = new Map(japan.holidays().map(({ date, name }) => [date, name]));
const dates = [...new Set([...holidays.keys()].flatMap((date) => [daysLater(date, -1), date]))].sort();

/** Japan's next holidays, and the days before them. */
export const holidaysAhead = (at, zone = 'Asia/Tokyo') => {
  const today = dateIn(zone, at);
  const ahead = dates.filter((date) => date >= today).slice(0, mostAhead);
  return {
    days: ahead.map((date) => ({
      date,
      holiday: holidays.get(date) ?? null,
      eveOf: holidays.get(daysLater(date, 1)) ?? null,
    })),
  };
};

const daysRead = 31;

/** A listing's text, read back: what it says of the month to come, and what is doubtful in it. */
export const readHours = ({ hours: open, closed }, at, zone = 'Asia/Tokyo') => {
  const rules = Rules.fromJapanese(open, closed ?? '');
  const first = dateIn(zone, at);
  const horizon = { first: daysLater(first, -31), last: daysLater(first, 366) };
  return {
    findings: rules.findings,
    isComplete: rules.isComplete,
    say: rules.say(),
    month: daysFrom(rules.hours({ zone, horizon }), first, daysRead),
    rules: rules.toJSON(),
  };
};
