import { Restaurant } from 'denwaban';

const rules = [
  { when: 'every_day', services: [{ name: 'lunch', opens: '11:30', closes: '15:00' }] },
  { when: 'holiday_eve', services: [{ name: 'night', opens: '17:00', closes: '26:00' }] },
];
const closings = [{ when: { weekdays: ['mon'] }, on_holiday: 'next_day' }];
const { hours } = Restaurant.fromJson({ id: 'r1', name: 'とりべえ', hours: { rules, closings } });

const status = hours.status(new Date('2026-11-22T18:00:00+09:00'));
console.log(status.state, status.reason, status.closesAt.toISOString()); // open 勤労感謝の日の前日 2026-11-22T17:00:00.000Z
console.log(hours.isOpen(Date.parse('2026-11-24T12:00:00+09:00'))); // false: Monday's closing has moved to Tuesday
