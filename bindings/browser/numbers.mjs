// Telephone numbers as agents type them.

const filling = /[\s()/.\-\u2010-\u2015\u2212\u30FC]/g;
const e164 = /^\+[1-9][0-9]{1,14}$/;
/** 携帯, IP telephones and フリーダイヤル 0800, and all others, as a number within Japan is dialled. */
const japanese = [/^0[56789]0[0-9]{8}$/, /^0[1-9]{2}[0-9]{7}$/];

/** In E.164; null for what is neither in E.164 nor certainly a number within Japan. */
export const dialable = (text) => {
  const typed = text.normalize('NFKC').replace(/^tel:/, '');
  const digits = typed.replace(/^(\+[0-9]{1,3})[\s-]*\(0\)/, '$1').replace(filling, '');
  if (e164.test(digits)) return digits.replace(/^\+810/, '+81');
  return japanese.some((form) => form.test(digits)) ? `+81${digits.slice(1)}` : null;
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

/** An address as streams shows it without what is not of it (a name, `sip:`, host, parameters); null where it is withheld. */
export const shownNumber = (address) => {
  const inside = /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address;
  const scheme = /^\s*(?:sips?|tel):/i.exec(inside)?.[0] ?? '';
  const [bare] = inside.slice(scheme.length).split(scheme ? /[@;]/ : /;/);
  const said = bare.trim();
  return said === '' || withheldWords.includes(said.toLowerCase()) ? null : said;
};
