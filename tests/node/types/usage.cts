import denwaban = require('denwaban');

const { hours }: denwaban.Restaurant = denwaban.Restaurant.fromJson('{}');
export const open: boolean = hours.isOpen(0);
export const version: string = denwaban.version;
export const problems = (error: denwaban.DenwabanError): denwaban.ErrorCode[] => error.errors.map(({ code }) => code);

// @ts-expect-error: needs a time
hours.isOpen();
