// Writes openapi.json: errands from the library's own schemas, other routes from schemas.mjs. `--check` compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { permissions } from './permissions.mjs';
import { problemSchema, schemas } from './schemas.mjs';
import { asked as askedInside } from './schemas_of_errands.mjs';
import { deskSays } from './said_by_desk.mjs';

const read = (name) =>
  JSON.parse(readFileSync(new URL(`../../../docs/schema/${name}.schema.json`, import.meta.url), 'utf8'));

/** Definitions that two schemas have otherwise are each one's own, and so is what refers to them. */
const ownOf = (one, other) => {
  const both = Object.keys(one.$defs).filter((name) => name in other.$defs);
  const textOf = (name) => JSON.stringify(one.$defs[name]);
  const own = new Set(both.filter((name) => textOf(name) !== JSON.stringify(other.$defs[name])));
  const refers = (name) => [...own].some((to) => textOf(name).includes(`"#/$defs/${to}"`));
  for (let size = -1; size !== own.size;) {
    size = own.size;
    both.filter(refers).forEach((name) => own.add(name));
  }
  return own;
};
const sources = { asked: read('errand'), answer: read('errand_answer') };
const own = ownOf(sources.asked, sources.answer);

const nameOf = (name, prefix) => (own.has(name) ? `${prefix}.${name}` : name);
/** A schema whose definitions stand among the document's components. */
const moved = (schema, prefix) =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref'
      ? value.replace(/#\/\$defs\/(.*)/, (_, name) => `#/components/schemas/${nameOf(name, prefix)}`)
      : value,
  );
const components = (prefix) =>
  Object.fromEntries(
    Object.entries(sources[prefix].$defs).map(([name, schema]) => [nameOf(name, prefix), moved(schema, prefix)]),
  );

/** What nobody but the desk says in an errand. */
const saidByDesk = new Map([
  [deskSays.now, ['now']],
  [deskSays.agent, ['now']],
  [deskSays.request, ['now', 'key']],
  [deskSays.requestBy, ['now', 'key', 'by']],
  [deskSays.openCall, ['now', 'key']],
  [deskSays.changeCall, ['now', 'key', 'catalogue']],
  [deskSays.tool, ['now', 'actor', 'who', 'phone', 'limits']],
]);
const bodyOf = (errand, schema) => {
  const said = saidByDesk.get(permissions[errand].says) ?? [];
  const left = (name) => !said.includes(name);
  const { properties, required = [], ...rest } = moved(schema, 'asked');
  const own = Object.entries(properties).filter(([name]) => left(name));
  return {
    ...rest,
    properties: Object.fromEntries(own.map(([name, one]) => [name, askedInside[errand]?.[name] ?? one])),
    required: required.filter(left),
  };
};

const problem = (description) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
});
const words = {
  400: 'It cannot be read.',
  401: 'Nobody is known by the token.',
  403: 'The role may not, or not of this restaurant.',
  404: 'There is no such thing.',
  409: 'It is refused as things stand; the code says why.',
  410: 'The cursor is too old.',
  413: 'It is too large.',
  415: 'It is no JSON.',
  422: 'It says what cannot be; the place says where.',
  429: 'Too many are asked in a minute.',
  500: 'Something went wrong.',
  503: 'Ask again.',
};
const refusals = (...statuses) =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const always = [429, 500, 503];

const header = (name, required, description, schema = { type: 'string' }) => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});
const key = (required) =>
  header('Idempotency-Key', required, 'The same again gets the same answer.', {
    type: 'string',
    pattern: '^[!-~]{1,200}$',
  });
const accepted = header('Accept-Language', false, 'ja, or en.', { enum: ['ja', 'en'] });
const goneOn = header('Last-Event-ID', false, 'Where a stream before ended.', { type: 'string', maxLength: 40 });

const errandPath = (errand, asked, answered) => {
  const { may, writes } = permissions[errand];
  return {
    post: {
      operationId: errand,
      tags: ['errands'],
      summary: asked.description,
      description: `Roles: ${may.join(', ')}.`,
      parameters: writes ? [key(true)] : [],
      requestBody: { required: true, content: { 'application/json': { schema: bodyOf(errand, asked) } } },
      responses: {
        200: { description: 'The answer.', content: { 'application/json': { schema: moved(answered, 'answer') } } },
        ...refusals(400, 401, 403, 404, 409, 410, 413, 415, 422, ...always),
      },
    },
  };
};

const parametersOf = ({ params, querystring } = {}) => [
  ...Object.entries(params?.properties ?? {}).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
  ...Object.entries(querystring?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: querystring.required.includes(name),
    schema,
  })),
];
const open = ['GET /health', 'GET /api/sign-in', 'GET /api/development/login', 'GET /api/openapi.json'];
const routePath = (name, { says, asked, answers, accepts, goesOn, type = 'application/json' }) => {
  const [method, url] = name.split(' ');
  const isOpen = open.includes(name);
  const statuses = [400, 403, 404, 409, 410, 422, ...(isOpen ? [] : [401]), ...(asked?.body ? [413, 415] : [])];
  return [
    url.replace(/:(\w+)/g, '{$1}'),
    {
      [method.toLowerCase()]: {
        operationId: name.toLowerCase().replace(/[^a-z]+/g, '_'),
        tags: ['desk'],
        summary: says,
        parameters: [...parametersOf(asked), ...(accepts ? [accepted] : []), ...(goesOn ? [goneOn] : [])],
        ...(asked?.body && {
          requestBody: { required: true, content: { 'application/json': { schema: asked.body } } },
        }),
        responses: {
          200: { description: 'The answer.', content: { [type]: { schema: answers ?? { type: 'string' } } } },
          ...refusals(...statuses.sort(), ...always),
        },
        ...(isOpen && { security: [] }),
      },
    },
  ];
};

/** The document, of the schemas as they are now. */
export const openapi = () => {
  const { asked, answer: answered } = sources;
  const errands = asked.anyOf.flatMap(({ properties }) => Object.entries(properties));
  const may = errands.filter(([errand]) => permissions[errand].may.length > 0);
  return {
    openapi: '3.1.0',
    info: {
      title: 'denwaban desk',
      version: '0.1.0',
      description: 'What the agents’ desk asks of its back end. Errands: docs/errands.md.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: Object.fromEntries([
      ...may.map(([errand, schema]) => [
        `/api/errands/${errand}`,
        errandPath(errand, schema, answered.properties[errand]),
      ]),
      ...Object.entries(schemas)
        .filter(([, { says }]) => says)
        .map(([name, schema]) => routePath(name, schema)),
    ]),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: Object.fromEntries(Object.entries(words).map(([status, said]) => [status, problem(said)])),
      schemas: { problem: problemSchema, ...components('asked'), ...components('answer') },
    },
  };
};

export const place = fileURLToPath(new URL('openapi.json', import.meta.url));
export const text = () => `${JSON.stringify(openapi(), null, 1)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isCheck = process.argv.includes('--check');
  if (!isCheck) writeFileSync(place, text());
  else if (readFileSync(place, 'utf8') !== text()) {
    console.error('openapi.json is not what the schemas say: npm run openapi');
    process.exitCode = 1;
  }
}
