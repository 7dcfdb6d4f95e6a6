import denwaban from './index.js';

export const {
  version,
  DenwabanError,
  HolidayCalendar,
  Hours,
  Rules,
  Restaurant,
  Directory,
  contactFlow,
  parsePhoneNumber,
  parseCaller,
} = denwaban;
