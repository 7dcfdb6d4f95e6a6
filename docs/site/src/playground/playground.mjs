// What a listing says: the month, the findings upon its words, and each format. All of it happens in the page.
import { markedPieces } from './marked.mjs';
import { words } from './words.mjs';

const make = (name, properties = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
};

const piece = ({ text, about }) => {
  if (about.length === 0) return text;
  const [{ weight }] = about;
  const mark = make('mark', { title: about.map(({ message }) => message).join('\n') }, text);
  mark.dataset.weight = weight;
  return mark;
};

const listed = (findings, said) =>
  make(
    'ul',
    { className: 'findings' },
    ...findings.map(({ weight, message, words: found }) =>
      make('li', {}, `${said.weights[weight]}: ${message}${found ? `「${found}」` : ''}`),
    ),
  );

/** The first and the last date of twelve months. */
const yearFrom = (month) => {
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year + 1, number - 1, 0));
  return [`${month}-01`, last.toISOString().slice(0, 10)];
};

const formatsOf = (rules, month) => {
  const year = yearFrom(month);
  return {
    OpenStreetMap: () => rules.toOsm(),
    'schema.org': () => rules.toSchemaOrg(...year),
    'Google Business Profile': () => rules.toGoogle(...year),
    'Amazon Connect': () => rules.toAmazonConnect(...year),
    'denwaban (JSON)': () => ({ text: rules.toJson(), findings: [] }),
  };
};

const pretty = (text) => (/^\s*[[{]/.test(text) ? JSON.stringify(JSON.parse(text), null, 2) : text);

const format = (name, write, said) => {
  const { text, findings } = write();
  const losses = findings.filter(({ weight }) => weight === 'loss').length;
  const summary = make('summary', {}, losses ? `${name}: ${said.losses(losses)}` : name);
  const program = make('pre', { tabIndex: 0 }, pretty(text));
  program.setAttribute('role', 'region');
  program.setAttribute('aria-label', name);
  return make('details', { open: name === 'OpenStreetMap' }, summary, program, listed(findings, said));
};

const picture = (rules, month) => {
  const figure = make('figure', { className: 'picture' });
  figure.innerHTML = rules.renderSvg(month); // the library's own, which escapes what it was told
  const svg = figure.querySelector('svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', month);
  return figure;
};

const answered = ({ Rules }, { open, close, month }, said) => {
  const rules = Rules.fromJapanese(open, close);
  const of = (part) => rules.findings.filter((finding) => finding.part === part);
  const marked = (text, part) =>
    make('p', { className: 'listing', lang: 'ja' }, ...markedPieces(text, of(part)).map(piece));
  return [
    picture(rules, month),
    make('h2', {}, said.read),
    marked(open, 'open'),
    ...(close ? [marked(close, 'close')] : []),
    make('p', { className: 'verdict' }, rules.isComplete ? said.complete : said.incomplete),
    listed(rules.findings, said),
    make('h2', {}, said.formats),
    ...Object.entries(formatsOf(rules, month)).map(([name, write]) => format(name, write, said)),
  ];
};

/** Loads the module, and answers whatever is typed. */
export const start = async () => {
  const form = document.getElementById('playground');
  const answer = document.getElementById('answer');
  const said = words[form.dataset.language];
  form.addEventListener('submit', (event) => event.preventDefault());
  answer.textContent = said.loading;
  let library;
  try {
    library = await import(/* @vite-ignore */ new URL(form.dataset.wasm, document.baseURI).href);
  } catch (error) {
    answer.replaceChildren(make('p', { className: 'wrong' }, said.unavailable + error.message));
    return;
  }
  const show = () => {
    const asked = { open: form.open.value, close: form.close.value, month: form.month.value };
    if (!form.month.reportValidity()) return;
    try {
      answer.replaceChildren(...answered(library, asked, said));
    } catch (error) {
      answer.replaceChildren(make('p', { className: 'wrong' }, error.message));
    }
  };
  let waiting;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  show();
};
