import { DayBook, DenwabanError, Rules, understand, type Hours, type Status } from 'denwaban/wasm';
import { load, type Denwaban } from 'denwaban/wasm/load';

const hours: Hours = Rules.fromJapanese('17:00～23:00').hours();
const status: Status = hours.status(new Date());
const denwaban: Denwaban = await load('/denwaban.wasm');
const book: DayBook = denwaban.DayBook.fromJson('{}');
const meaning = understand('明日の7時に二人', { now: new Date() }) satisfies ReturnType<typeof denwaban.understand>;

export const told: unknown[] = [status, book, meaning, DenwabanError];
