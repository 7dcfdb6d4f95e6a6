import denwaban from './index.js';

export const {
  version,
  DenwabanError,
  HolidayCalendar,
  Hours,
  Restaurant,
  Directory,
  contactFlow,
  parsePhoneNumber,
  parseCaller,
} = denwaban;
