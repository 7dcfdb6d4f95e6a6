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
