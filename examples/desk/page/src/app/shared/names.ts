/** Letters that are written from right to left. */
const fromRight = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** What no name has: controls, and what turns the text around it. */
const controls = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** What somebody is called, so that it stays where it stands: nothing in it turns or breaks the line around it. */
export const shown = (name: string): string => {
  const text = name.replace(controls, '\uFFFD');
  return fromRight.test(text) ? `\u2068${text}\u2069` : text;
};
