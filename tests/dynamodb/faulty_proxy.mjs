// Stands between an SDK and DynamoDB, and lets go wrong what can: drawn from a seed, at rates that are given.
import { createServer, request } from 'node:http';

/** SplitMix32: numbers from 0 to 1, the same for the same seed. */
export const randomOf = (seed) => () => {
  seed = (seed + 0x9e3779b9) | 0;
  let z = seed ^ (seed >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z ^= z >>> 15;
  z = Math.imul(z, 0x735a2d97);
  return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
};

const forward = (target, { method, url, headers }, body) =>
  new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const sent = request(new URL(url, target), { method, headers: { ...headers, ...length } }, async (answer) => {
      const chunks = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
    });
    sent.once('error', reject).end(body);
  });

const failure = (status, name, more = {}) => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'by the proxy', ...more }),
});
const later = (time, work) => setTimeout(work, time).unref();

/** The same once more, as if after the ten minutes for which DynamoDB remembers the SDK's token. */
const withoutToken = (body) => {
  const { ClientRequestToken, ...rest } = JSON.parse(body);
  return JSON.stringify(rest);
};

/** What may go wrong; each answers, or destroys the connection with null. */
const faults = {
  async answerIsLost(pass) {
    await pass();
    return null;
  },
  async requestIsLost() {
    return null;
  },
  async isSlow(pass, { slow }) {
    const answer = await pass();
    await new Promise((resolve) => later(slow, resolve));
    return answer;
  },
  async isThrottled() {
    return failure(400, 'ThrottlingException');
  },
  async isOverloaded() {
    return failure(400, 'ProvisionedThroughputExceededException');
  },
  async isBroken() {
    return failure(500, 'InternalServerError');
  },
  async isInConflict(pass, { body }) {
    const actions = JSON.parse(body).TransactItems;
    if (!actions) return pass();
    const CancellationReasons = actions.map((_, place) => ({ Code: place === 0 ? 'TransactionConflict' : 'None' }));
    return failure(400, 'TransactionCanceledException', { CancellationReasons });
  },
  async isDuplicated(pass, { body }) {
    const [, second] = [await pass(), await pass(withoutToken(body))];
    return second;
  },
  async comesAgainLater(pass, { body, slow }) {
    later(slow, () => pass(withoutToken(body)).catch(() => {}));
    return pass();
  },
};
export const faultNames = Object.keys(faults);

/** `rate` of the requests go wrong, each in one of the ways. `slow` is in milliseconds. */
export const startFaultyProxy = async ({ target, seed, rate, slow }) => {
  const random = randomOf(seed);
  const happened = Object.fromEntries(faultNames.map((name) => [name, 0]));
  const draw = () => (random() < rate ? faultNames[Math.floor(random() * faultNames.length)] : null);
  const server = createServer(async (asked, answering) => {
    try {
      const chunks = [];
      for await (const chunk of asked) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      const pass = (other = body) => forward(target, asked, other);
      const fault = draw();
      if (fault) happened[fault] += 1;
      const answer = fault ? await faults[fault](pass, { body, slow }) : await pass();
      if (answer === null) return answering.destroy();
      delete answer.headers['transfer-encoding'];
      answering.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      answering.destroy(); // whoever asked has gone
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    happened,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
};
