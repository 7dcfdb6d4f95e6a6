// Asks the same for ever, until somebody ends this worker.
import { parentPort, workerData } from 'node:worker_threads';
import { Directory, HolidayCalendar, Rules, contactFlow, parsePhoneNumber } from 'denwaban';

const rules = Rules.fromJapanese('17:00～23:00', '月');
const hours = rules.hours();
const directory = Directory.fromJson([]);
const questions = {
  status: () => hours.status(1795795200000),
  isOpen: () => hours.isOpen(1795795200000),
  isOpenMany: () => hours.isOpenMany([1795795200000]),
  parsePhoneNumber: () => parsePhoneNumber('03-1234-5678'),
  name: () => HolidayCalendar.japan().name('2026-11-23'),
  contactFlow: () => contactFlow({}, directory, 0),
  hours: () => rules.hours({ horizon: { first: '2026-01-01', last: '2026-01-31' } }),
  refusal: () => {
    try {
      Rules.fromJson('{');
    } catch {
      // Is what is wanted.
    }
  },
};
const ask = questions[workerData];
parentPort.postMessage('asking');
for (;;) ask();
