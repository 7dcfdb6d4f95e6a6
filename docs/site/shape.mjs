// A JSON Schema of ours as a page: each noun with its fields.
import { base } from './places.mjs';

const code = (text) => `\`${text}\``;
const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .replaceAll('<', '&lt;');
const link = (reference) => {
  const name = reference.split('/').at(-1);
  return `[${name}](#${name})`;
};

/** What a value may be, in a few words. */
const typeOf = (schema) => {
  if (schema === true) return 'anything';
  if (schema.$ref) return link(schema.$ref);
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((one) => code(one)).join(', ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`;
  if (schema.type === 'object' && schema.properties) {
    return `object with ${Object.keys(schema.properties).map(code).join(', ')}`;
  }
  return [].concat(schema.type ?? 'anything').join(' or ');
};
const rangeOf = ({ minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, default: usual }) =>
  [
    minimum !== undefined || maximum !== undefined ? `${minimum ?? ''}–${maximum ?? ''}` : '',
    minLength !== undefined || maxLength !== undefined ? `${minLength ?? 0}–${maxLength ?? ''} characters` : '',
    minItems !== undefined || maxItems !== undefined ? `${minItems ?? 0}–${maxItems ?? ''} of them` : '',
    pattern ? code(pattern) : '',
    usual !== undefined ? `else ${code(JSON.stringify(usual))}` : '',
  ]
    .filter(Boolean)
    .join('; ');

const fields = ({ properties, required = [] }) => {
  const rows = Object.entries(properties).map(
    ([key, field]) =>
      `| ${code(key)} | ${required.includes(key) ? 'yes' : ''} | ${cell(typeOf(field))} | ${cell(rangeOf(field))} | ${cell(field.description)} |`,
  );
  return ['| key | must be | what | range | |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
};
const noun = (schema) => {
  const says = schema.description ?? '';
  if (schema.properties && Object.keys(schema.properties).length > 0) return `${says}\n\n${fields(schema)}`;
  return [says, [typeOf(schema), rangeOf(schema)].filter(Boolean).join('; ')].filter(Boolean).join('\n\n');
};

const tools = (path, listed) =>
  listed.map(
    ({ name, description, inputSchema, input_schema: input = inputSchema }) =>
      `## ${name}\n\n${description}\n\n${input?.properties ? fields(input) : ''}`,
  );

/** Markdown of the schema at `path`. */
export const shapePage = (path, schema) => {
  const name = path.split('/').at(-1);
  const file = `The file itself: <a href="${base}${path}" download>${name}</a>.`;
  const listed = Array.isArray(schema) ? schema : schema.tools;
  if (listed) return [`# Tools`, file, ...tools(path, listed)].join('\n\n');
  const title = schema.title ?? name;
  const nouns = Object.entries(schema.$defs ?? {}).map(([key, one]) => `## ${key}\n\n${noun(one)}`);
  const example = schema.examples?.[0];
  return [
    `# ${title}`,
    noun(schema),
    file,
    ...(example ? ['## For example', `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``] : []),
    ...nouns,
  ].join('\n\n');
};
