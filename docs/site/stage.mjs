// Pages for Astro out of the tree as it stands: the guide, the reference, the shapes, the notebooks, and whatever they link to.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, normalize, relative } from 'node:path';

import { Rules } from '../../bindings/node/index.mjs';
import { diagramsIn } from './diagram.mjs';
import { pageOf } from './notebook.mjs';
import { base, isTrial, root, staged } from './places.mjs';
import { tabsOf } from './programs.mjs';
import { shapePage } from './shape.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const named = (folder, ends) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ends))
    .sort()
    .map((name) => join(folder, name));

/** Where the page of a file lies. */
export const slugOf = (path) =>
  path
    .toLowerCase()
    .replace(/^docs\/|^build\/|^examples\/(?=notebooks\/)/, '')
    .replace(/(^|\/)(index|readme)\.md$/, '$1')
    .replace(/(\.schema)?\.(md|json|ipynb)$/, '')
    .replace(/\/$/, '')
    .replaceAll('.', '_');

const fence = (text) => '`'.repeat(Math.max(3, ...[...text.matchAll(/^`{3,}/gm)].map(([all]) => all.length + 1)));

/** The text of a page in Markdown, its first heading and all. */
const markdownOf = (path) => {
  if (path.endsWith('.ipynb')) return pageOf(read(path), read(isTrial ? path : path.replace('examples/', 'build/')));
  if (path.startsWith('docs/schema/')) return shapePage(path, JSON.parse(read(path)));
  if (path.endsWith('.md')) return read(path);
  const text = read(path);
  return `# ${path}\n\n${fence(text)}${extname(path).slice(1)}\n${text}\n${fence(text)}\n`;
};

/** Outside of programs, what only looks like HTML is text; comments are for whoever reads the source. */
const asText = (line) =>
  line
    .split(/(`+[^`]*`+)/)
    .map((part, place) => (place % 2 ? part : part.replaceAll(/<(?![a-z]+:|!--)/g, '&lt;')))
    .join('');
/** Japanese has no spaces, also where its lines are broken in the source. */
const wide = '[\\u3000-\\u9fff\\uff00-\\uffef]';
const joined = (text) => text.replaceAll(new RegExp(`(${wide})\\n(?=${wide})`, 'g'), '$1');
const prose = (text, change) =>
  text
    .split(/(^(?:`{3,})[^\n]*\n.*?^`{3,}$)/ms)
    .map((part, place) => (place % 2 ? part : change(part)))
    .join('');

/** `<!-- month 2026-11: HOURS | CLOSED -->` stands for a listing and its month, drawn now. */
const months = (text) =>
  text.replaceAll(/<!-- month (\S+): (.+?) \| (.+?) -->/g, (_, month, open, close) => {
    const drawn = Rules.fromJapanese(open, close).renderSvg(month);
    return `<figure class="picture">\n${drawn}\n<figcaption lang="ja">${open}、定休日 ${close}</figcaption>\n</figure>`;
  });

/** Links of a page to files of the tree, as links to pages; `wanted` hears of each file. */
const linked = (text, path, wanted) =>
  text.replaceAll(/\]\((?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?\)/g, (all, name, place = '') => {
    const target = relative(root, normalize(join(root, dirname(path), name)));
    if (!existsSync(join(root, target)) || statSync(join(root, target)).isDirectory()) return all;
    wanted(target);
    return `](${base}${slugOf(target)}${slugOf(target) && '/'}${place})`;
  });

const write = (path, wanted) => {
  const text = markdownOf(path);
  const [, title] = /^# (.+)$/m.exec(text) ?? [];
  if (!title) throw new Error(`${path} has no heading`);
  const plain = title.replaceAll('`', '');
  const inside = text.replace(/^# .+\n/m, '');
  const isReference = path.startsWith('build/reference/');
  const ours = isReference ? asText : path.startsWith('docs/ja/') ? joined : (part) => part;
  let body = prose(inside, (part) => linked(ours(part), path, wanted));
  const isWithTabs = body.includes('<!-- programs:');
  body = tabsOf(diagramsIn(months(body)), read).replaceAll(/<!--.*?-->\n?/gs, '');
  const slug = slugOf(path);
  const front = {
    title: plain,
    ...(isReference && slug !== 'reference' ? { sidebar: { label: plain.split('/').at(-1) } } : {}),
  };
  const target = join(
    staged,
    `${slug === '' || slug === 'ja' ? join(slug, 'index') : slug}.${isWithTabs ? 'mdx' : 'md'}`,
  );
  mkdirSync(dirname(target), { recursive: true });
  const imports = isWithTabs ? "import { Tabs, TabItem } from '@astrojs/starlight/components';\n\n" : '';
  writeFileSync(target, `---\n${JSON.stringify(front)}\n---\n${imports}${body}`);
};

/** Writes all pages; gives the files that lie beside them as they are. */
export const stage = () => {
  rmSync(staged, { recursive: true, force: true });
  const queue = [
    ...named('docs', '.md').filter((path) => !path.startsWith('docs/site/')),
    ...named('docs/schema', '.json'),
    ...named('examples/notebooks', '.ipynb'),
    ...(isTrial ? [] : named('build/reference', '.md')),
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
  ];
  const known = new Set(queue);
  for (const path of queue) {
    write(path, (target) => {
      if (!known.has(target)) queue.push(target);
      known.add(target);
    });
  }
  return { files: queue.filter((path) => path.startsWith('docs/schema/')) };
};
