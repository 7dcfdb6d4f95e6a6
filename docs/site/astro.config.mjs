import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { base, built, published, root, staged, wasm } from './places.mjs';

const group = (label, ja, items, more = {}) => ({ label, translations: { ja }, items, ...more });
const folder = (directory, label, ja, more = {}) => ({
  label,
  translations: { ja },
  autogenerate: { directory, collapsed: true },
  ...more,
});
const main = [
  group('Start', 'はじめに', [
    '',
    'languages',
    ...(wasm ? [{ label: 'Playground', translations: { ja: '試してみる' }, link: '/playground/' }] : []),
  ]),
  group('Hours', '営業時間', ['hours', 'japanese_listings', 'osm', 'schema_org_and_google', 'amazon_connect_hours']),
  group('Calls', '電話', ['agents', 'adapter', 'calls', 'outbound_caller', 'conversation', 'talk', 'callers']),
  group('Reservations', '予約', ['reservations', 'seating']),
  group('Keeping', '保存', ['ledger', 'dynamodb', 'errands']),
  group('Records', '通話記録', ['records']),
  group('Tools for language models', 'LLMのツール', ['tools']),
];
const pages = readdirSync(staged)
  .filter((name) => /\.mdx?$/.test(name))
  .map((name) => name.replace(/\.mdx?$/, ''));
const listed = main.flatMap(({ items }) => items);
const others = pages.filter((name) => name !== 'index' && !listed.includes(name));

const playground = {
  name: 'playground',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const language of ['', 'ja/']) {
        injectRoute({ pattern: `${language}playground`, entrypoint: './src/playground/page.astro', prerender: true });
      }
    },
  },
};

/** What stands over no column is no heading. */
const emptyHeadings = () => (tree) => {
  const visit = (node) => {
    if (node.tagName === 'th' && node.children.length === 0) node.tagName = 'td';
    node.children?.forEach(visit);
  };
  visit(tree);
};

export default defineConfig({
  base,
  outDir: built,
  publicDir: published,
  cacheDir: join(root, 'build/site-cache'),
  image: { service: passthroughImageService() },
  markdown: { rehypePlugins: [emptyHeadings] },
  devToolbar: { enabled: false },
  trailingSlash: 'always',
  vite: {
    cacheDir: join(root, 'build/site-cache/vite'),
    define: { 'import.meta.env.DENWABAN_WASM': JSON.stringify(wasm) },
  },
  integrations: [
    starlight({
      title: { en: 'denwaban', ja: 'denwaban 電話番' },
      defaultLocale: 'root',
      locales: { root: { label: 'English', lang: 'en' }, ja: { label: '日本語', lang: 'ja' } },
      customCss: ['./src/site.css'],
      credits: false,
      expressiveCode: { defaultProps: { wrap: true } },
      sidebar: [
        ...main,
        folder('notebooks', 'Notebooks', 'ノートブック'),
        folder('schema', 'Doors and shapes', '問いと形', { collapsed: true }),
        folder('reference', 'C++ reference', 'C++ リファレンス', { collapsed: true }),
        group('Project', 'プロジェクト', others, { collapsed: true }),
      ],
    }),
    ...(wasm ? [playground] : []),
  ],
});
