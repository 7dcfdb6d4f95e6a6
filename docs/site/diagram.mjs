// A lifecycle's diagram: drawn where it can be read, else as a table of what each event makes of each state.
import { renderMermaidSVG } from 'beautiful-mermaid';

const most = 40; // transitions: beyond, a drawing is metres wide

const transitionsOf = (diagram) =>
  [...diagram.matchAll(/^ *(\S+) --> (\S+) : (\S+)(?: \/ (\S+))?$/gm)].map(([, from, to, event, effect]) => ({
    from,
    to,
    event,
    effect,
  }));

/** The drawing; its colours are the page's, and it fetches no font. */
const drawn = (diagram) => {
  const colours = { bg: 'var(--sl-color-bg)', fg: 'var(--sl-color-text)', transparent: true };
  return renderMermaidSVG(diagram, colours)
    .replaceAll(/^\s*@import .*\n/gm, '')
    .replaceAll("'Inter', system-ui, sans-serif", 'inherit')
    .replaceAll(/\n\s*\n/g, '\n');
};

const tabled = (transitions) => {
  const events = [...new Set(transitions.map(({ event }) => event))];
  const states = [...new Set(transitions.map(({ from }) => from))];
  const cell = (from, event) => {
    const one = transitions.find((each) => each.from === from && each.event === event);
    return one ? `<td>${one.to}${one.effect ? `<br><small>${one.effect}</small>` : ''}</td>` : '<td></td>';
  };
  const head = ['', ...events].map((event) => `<th scope="col">${event}</th>`).join('');
  const rows = states.map(
    (from) => `<tr><th scope="row">${from}</th>${events.map((event) => cell(from, event)).join('')}</tr>`,
  );
  return `<table><thead><tr>${head.replace('<th scope="col"></th>', '<td></td>')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
};

/** The page with its diagrams as pictures or tables. */
export const diagramsIn = (text) => {
  let count = 0;
  return text.replaceAll(/^```mermaid\n(.*?)^```$/gms, (_, diagram) => {
    const transitions = transitionsOf(diagram);
    if (transitions.length === 0) throw new Error(`a diagram without transitions: ${diagram}`);
    const states = new Set(transitions.flatMap(({ from, to }) => [from, to])).size;
    const says = `State diagram ${++count} of this page: ${states} states, ${transitions.length} transitions`;
    const isDrawn = transitions.length <= most;
    const inside = isDrawn ? drawn(diagram).replaceAll(/arrowhead/g, `arrowhead-${count}`) : tabled(transitions);
    return `<div class="diagram" tabindex="0" role="${isDrawn ? 'img' : 'region'}" aria-label="${says}">\n${inside}\n</div>`;
  });
};
