/** The range that a finding names in a text's UTF-8, in the letters of the string; null where it names none. */
const lettersOf = (text, where) => {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(where) ?? [];
  if (first === undefined) return null;
  const bytes = new TextEncoder().encode(text);
  const decode = (end) => new TextDecoder().decode(bytes.subarray(0, end)).length;
  return [decode(Number(first)), decode(Number(last))];
};

const order = ['note', 'doubt', 'loss'];

/** A text in pieces, each with the findings about it, the heaviest weight first; together they are the text. */
export const markedPieces = (text, findings) => {
  const ranges = findings.flatMap((finding) => {
    const range = lettersOf(text, finding.where);
    return range ? [{ finding, begin: range[0], end: range[1] }] : [];
  });
  const ends = [...new Set([0, text.length, ...ranges.flatMap(({ begin, end }) => [begin, end])])].sort(
    (a, b) => a - b,
  );
  return ends.slice(1).map((end, place) => {
    const begin = ends[place];
    const about = ranges
      .filter((range) => range.begin < end && range.end > begin)
      .map(({ finding }) => finding)
      .sort((a, b) => order.indexOf(b.weight) - order.indexOf(a.weight));
    return { text: text.slice(begin, end), about };
  });
};
