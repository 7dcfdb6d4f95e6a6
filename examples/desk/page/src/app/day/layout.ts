import { clockOf, minutesOf } from '../shared/minutes.ts';
import type { DayBook, Reservation, Table } from '../api/types.ts';
import { stands, waits } from './reservations.ts';

/** An evening as rows of tables and bars of parties; positions are parts of the whole, 0 to 1. */
export interface Bar {
  booking: Reservation;
  left: number;
  width: number;
  /** Of several tables that are joined, the one that is named. */
  isFirst: boolean;
}
export interface Shade {
  left: number;
  width: number;
  note: string;
}
export interface Row {
  table: Table | null;
  bars: Bar[];
  blocks: Shade[];
}
export interface Layout {
  first: number;
  last: number;
  grid: number;
  hours: { label: string; left: number }[];
  closed: Shade[];
  rows: Row[];
}

const hour = 60;
const spanOf = (book: DayBook): [number, number] => {
  const all = book.periods;
  const begins = all.map(({ opens }) => minutesOf(opens));
  const ends = all.map(({ closes }) => minutesOf(closes));
  for (const one of book.reservations ?? []) {
    if (!stands(one)) continue;
    begins.push(minutesOf(one.begin));
    ends.push(minutesOf(one.end));
  }
  if (begins.length === 0) return [11 * hour, 23 * hour];
  return [Math.floor(Math.min(...begins) / hour) * hour, Math.ceil(Math.max(...ends) / hour) * hour];
};

export const layoutOf = (book: DayBook): Layout => {
  const [first, last] = spanOf(book);
  const part = (minutes: number) => (Math.min(Math.max(minutes, first), last) - first) / (last - first);
  const between = (begin: number, end: number) => ({ left: part(begin), width: part(end) - part(begin) });
  const bar = (booking: Reservation, isFirst: boolean): Bar => ({
    booking,
    isFirst,
    ...between(minutesOf(booking.begin), minutesOf(booking.end)),
  });
  const here = (book.reservations ?? []).filter((one) => stands(one) && !waits(one));
  const byTime = [...here].sort((a, b) => minutesOf(a.begin) - minutesOf(b.begin));
  const rows: Row[] = book.floor_plan.tables.map((table) => ({
    table,
    bars: byTime.filter(({ tables }) => tables.includes(table.id)).map((one) => bar(one, one.tables[0] === table.id)),
    blocks: (book.blocks ?? [])
      .filter((block) => block.table === table.id)
      .map(({ begin, end, note = '' }) => ({ ...between(minutesOf(begin), minutesOf(end)), note })),
  }));
  const without = byTime.filter(({ tables }) => tables.length === 0);
  if (without.length > 0) rows.push({ table: null, bars: without.map((one) => bar(one, true)), blocks: [] });
  return {
    first,
    last,
    grid: book.policy?.start_grid ?? 15,
    hours: Array.from({ length: (last - first) / hour + 1 }, (_, place) => ({
      label: clockOf(first + place * hour),
      left: part(first + place * hour),
    })),
    closed: closedBetween(book, first, last).map(([begin, end]) => ({ ...between(begin, end), note: '' })),
    rows,
  };
};

const closedBetween = (book: DayBook, first: number, last: number): [number, number][] => {
  const open = book.periods
    .map(({ opens, closes }) => [minutesOf(opens), minutesOf(closes)] as const)
    .sort(([a], [b]) => a - b);
  const closed: [number, number][] = [];
  let at = first;
  for (const [opens, closes] of open) {
    if (opens > at) closed.push([at, opens]);
    at = Math.max(at, closes);
  }
  if (at < last) closed.push([at, last]);
  return closed;
};

/** Where a party is to be put. */
export interface Place {
  begin: number;
  table: string | null;
}
/** A place so many steps of the grid and so many rows away, within the evening. */
export const moved = (layout: Layout, from: Place, steps: number, rows: number): Place => {
  const tables = layout.rows.flatMap(({ table }) => (table ? [table.id] : []));
  const at = from.table === null ? -1 : tables.indexOf(from.table);
  const row = Math.min(Math.max(at + rows, 0), tables.length - 1);
  const begin = Math.round(from.begin / layout.grid + steps) * layout.grid;
  return {
    begin: steps === 0 ? from.begin : Math.min(Math.max(begin, layout.first), layout.last - layout.grid),
    table: rows === 0 ? from.table : (tables[row] ?? from.table),
  };
};

export type TableState = 'free' | 'taken' | 'soon' | 'blocked';
export interface TableNow {
  table: Table;
  state: TableState;
  /** Who sits there, or comes next. */
  booking: Reservation | null;
}
const soon = 60;
/** A floor plan at a minute. */
export const floorAt = (book: DayBook, minute: number): TableNow[] =>
  layoutOf(book).rows.flatMap(({ table, bars }): TableNow[] => {
    if (!table) return [];
    const isIn = (begin: string, end: string) => minutesOf(begin) <= minute && minute < minutesOf(end);
    const isBlocked = (book.blocks ?? []).some((one) => one.table === table.id && isIn(one.begin, one.end));
    const sits = bars.find(({ booking }) => isIn(booking.begin, booking.end))?.booking ?? null;
    const next = bars.find(({ booking }) => minutesOf(booking.begin) > minute)?.booking ?? null;
    if (sits) return [{ table, state: 'taken', booking: sits }];
    if (isBlocked) return [{ table, state: 'blocked', booking: null }];
    const isSoon = next && minutesOf(next.begin) - minute < soon;
    return [{ table, state: isSoon ? 'soon' : 'free', booking: next }];
  });
