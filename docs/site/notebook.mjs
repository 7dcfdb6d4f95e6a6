// A notebook that was run, as a page: what it says, its programs, and what they answered.

const lines = (source) => (Array.isArray(source) ? source.join('') : source);
/** What pandas writes, without its styles; what stands over no column is no heading. */
const plain = (html) =>
  html
    .replaceAll(/<style.*?<\/style>/gs, '')
    .replaceAll(/<th>\s*<\/th>/g, '<td></td>')
    .replaceAll(/^\s*\n/gm, '');
const region = (inside, says) =>
  `<div class="answer" tabindex="0" role="region" aria-label="${says}">\n${inside}\n</div>`;

const answer = (output, says) => {
  if (output.output_type === 'stream') return `\`\`\`text\n${lines(output.text).trimEnd()}\n\`\`\``;
  const data = output.data ?? {};
  if (data['image/svg+xml']) {
    const svg = lines(data['image/svg+xml'])
      .replace(/^<\?xml.*?\?>\s*/, '')
      .replaceAll(/\n\s*\n/g, '\n');
    return `<figure class="picture" role="img" aria-label="${says}">\n${svg}\n</figure>`;
  }
  if (data['text/html']) return region(plain(lines(data['text/html'])), says);
  if (data['text/plain']) return `\`\`\`text\n${lines(data['text/plain']).trimEnd()}\n\`\`\``;
  return '';
};

/** Markdown of a notebook, `asked`, with the answers of the same one that was run. */
export const pageOf = (asked, run) => {
  const cells = JSON.parse(run).cells;
  if (cells.length !== JSON.parse(asked).cells.length) throw new Error('the notebook that was run is another one');
  return cells
    .map((cell, place) => {
      if (cell.cell_type === 'markdown') return lines(cell.source);
      const answers = cell.outputs.map((output) => answer(output, `What program ${place + 1} answers`));
      return [`\`\`\`python\n${lines(cell.source)}\n\`\`\``, ...answers].filter(Boolean).join('\n\n');
    })
    .join('\n\n');
};
