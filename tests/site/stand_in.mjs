// Stands in for denwaban/wasm where that is not built: a module whose answers are the Node addon's, asked over loopback.
import { Rules } from 'denwaban';

const source = `
const ask = (question) => {
  const request = new XMLHttpRequest();
  request.open('POST', '/stand-in', false);
  request.send(JSON.stringify(question));
  const { error, ...answer } = JSON.parse(request.responseText);
  if (error) throw new Error(error);
  return answer;
};
const made = (...from) =>
  new Proxy({}, {
    get: (_, name) => {
      const { value, isMethod } = ask({ from, name });
      return isMethod ? (...given) => ask({ from, name, given }).value : value;
    },
  });
export const Rules = { fromJapanese: made };
`;

const answerTo = ({ from, name, given }) => {
  const rules = Rules.fromJapanese(...from);
  const member = rules[name];
  if (typeof member !== 'function') return { value: member };
  return given ? { value: member.apply(rules, given) } : { isMethod: true };
};

/** The address at which the module is served. */
export const address = '/stand-in.mjs';

/** Answers what is asked of the module, and says whether it has. */
export const standIn = async (request, response) => {
  if (request.url === address) {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(source);
    return true;
  }
  if (request.url !== '/stand-in') return false;
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  let answer;
  try {
    answer = answerTo(JSON.parse(Buffer.concat(chunks)));
  } catch (error) {
    answer = { error: error.message };
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  return true;
};
