// Writes src/app/generated/ from the schemas of errands, and from the server's own.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const here = new URL('.', import.meta.url);
const json = async (path) => JSON.parse(await readFile(new URL(path, here), 'utf8'));

/** A schema whose definitions stand among OpenAPI's components under a prefix. */
const placed = (schema, prefix) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}`));

const components = async () => {
  const [asked, answered, catalogue] = await Promise.all(
    ['errand', 'errand_answer', 'catalogue'].map((name) => json(`../../../../docs/schema/${name}.schema.json`)),
  );
  const errands = asked.anyOf.map(({ properties }) => Object.entries(properties)[0]);
  const object = (properties) => ({ type: 'object', properties, required: Object.keys(properties) });
  const definitions = ({ $defs }, prefix) =>
    Object.fromEntries(Object.entries(placed($defs, prefix)).map(([name, schema]) => [prefix + name, schema]));
  const { $defs, $schema, $id, ...whole } = catalogue;
  return {
    ...definitions(asked, 'asked.'),
    ...definitions(answered, ''),
    ...definitions(catalogue, 'catalogue.'),
    Catalogue: placed(whole, 'catalogue.'),
    Asked: placed(object(Object.fromEntries(errands)), 'asked.'),
    Answered: placed(object(answered.properties), ''),
  };
};

const schemas = await components();
const document = { openapi: '3.1.0', info: { title: 'Errands', version: '1' }, paths: {}, components: { schemas } };
const text = astToString(await openapiTS(document, { defaultNonNullable: false }));
await mkdir(new URL('../src/app/generated/', here), { recursive: true });
await writeFile(new URL('../src/app/generated/errands.d.ts', here), text);

const served = await json('../../server/openapi.json').catch(() => null);
if (served)
  await writeFile(
    new URL('../src/app/generated/served.d.ts', here),
    astToString(await openapiTS(served, { defaultNonNullable: false })),
  );
