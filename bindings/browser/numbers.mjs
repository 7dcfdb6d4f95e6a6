// Telephone numbers as agents type them.

const filling = /[\s()/.\-\u2010-\u2015\u2212\u30FC]/g;
/** How many figures stand behind the zero of a number in Japan, by how it begins: as the core has it. */
const lengths = [
  [/^(?:0|10)/, []],
  [/^200/, [10, 13]],
  [/^60/, [9, 10]],
  [/^[0-9]0/, [10]],
  [/^/, [9]],
];
/** No area code but Tokyo's, Osaka's and 04 is one figure behind the zero. */
const oneFigure = /^(?:\+?81[\s-]*|[\s(]*0)[125789][^0-9]/;
const inJapan = (national) =>
  lengths.find(([begins]) => begins.test(national))[1].includes(national.length) ? `+81${national}` : null;
/** Behind the plus. */
const abroad = (number) => {
  if (number.startsWith('81')) return inJapan(number.slice(2).replace(/^0/, ''));
  return /^[1-9][0-9]{6,14}$/.test(number) ? `+${number}` : null;
};

/**
 * In E.164, as the core reads it: E.164 itself, with its plus or, of Japan, without; a number within Japan; one behind 010,
 * Japan's prefix for abroad. Null for all else, and for what may be two numbers.
 */
export const dialable = (text) => {
  const typed = text.normalize('NFKC').replace(/^tel:/, '');
  const digits = typed.replace(/^(\+[0-9]{1,3})[\s-]*\(0\)/, '$1').replace(filling, '');
  if (!/^\+?[0-9]+$/.test(digits) || oneFigure.test(typed)) return null;
  if (digits.startsWith('+')) return abroad(digits.slice(1));
  if (digits.startsWith('010')) return digits.length === 11 ? null : abroad(digits.slice(3));
  if (digits.startsWith('0')) return inJapan(digits.slice(1));
  return digits.startsWith('81') ? abroad(digits) : null;
};

/** What stands for a number that is not given, as the core knows it; the figures are the words on a keypad. */
export const withheldWords = [
  ...['anonymous', '非通知', '非通知設定', '番号非通知', 'restricted', 'private', 'blocked', 'withheld', 'id withheld'],
  ...[
    'no caller id',
    'reject by user',
    '公衆電話',
    'payphone',
    'coin line/payphone',
    '表示圏外',
    '通知不可能',
    '通知不可',
  ],
  ...['out of area', 'unavailable', 'interaction with other service', 'unknown', '不明'],
  ...['+266696687', '+7378742833', '+7748283', '+2562533', '+86282452253', '+8656696'],
];

/** What can only lack its plus; 184 and 186 are dialled before a number, and are no country's code. */
const lacksPlus = (said) => /^[1-9][0-9]{7,14}$/.test(said) && !/^18[46]0/.test(said);

/**
 * An address as streams shows it without what is not of it (a name, `sip:`, host, parameters), with the plus that it lacks;
 * null where it is withheld.
 */
export const shownNumber = (address) => {
  const inside = /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address;
  const scheme = /^\s*(?:sips?|tel):/i.exec(inside)?.[0] ?? '';
  const [bare] = inside.slice(scheme.length).split(scheme ? /[@;]/ : /;/);
  const said = bare.trim();
  if (said === '' || withheldWords.includes(said.toLowerCase())) return null;
  return lacksPlus(said) ? `+${said}` : said;
};
