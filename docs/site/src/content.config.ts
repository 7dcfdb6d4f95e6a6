import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

import { staged } from '../places.mjs';

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: staged,
      pattern: '**/*.{md,mdx}',
      generateId: ({ entry }) => entry.replace(/(\/index)?\.mdx?$/, ''),
    }),
    schema: docsSchema(),
  }),
};
