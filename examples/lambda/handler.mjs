import { placeOf, readAll } from './documents.mjs';

const restaurants = placeOf(process.env.DENWABAN_RESTAURANTS ?? 'restaurants.json');

/** A container lives for hours, and a call is answered of its day: the years around it are quick to compile. */
const yearsAround = (now) => ({
  first: `${now.getUTCFullYear() - 1}-01-01`,
  last: `${now.getUTCFullYear() + 1}-12-31`,
});

/** At the cold start, and not as a static import: even an addon that does not load must not silence the telephone. */
const opening = (async () => {
  const { Directory, contactFlow } = await import('denwaban');
  const directory = Directory.fromJson(readAll(restaurants), { horizon: yearsAround(new Date()) });
  return (event, at) => contactFlow(event, directory, at);
})();
opening.catch(() => {});

const sorry = '申し訳ございません。ただいまお答えすることができません。';
const unavailable = {
  result: 'unavailable',
  state: 'unknown',
  route: 'none',
  say: sorry,
  ssml: `<speak>${sorry}</speak>`,
};

/** A flow that sends what cannot be answered is to be seen where somebody looks for it. */
const note = (event, { result, error, errorWhere, findings }) => {
  if (result === 'answered' && !findings) return;
  const contactId = event?.Details?.ContactData?.ContactId;
  const dialled = event?.Details?.ContactData?.SystemEndpoint?.Address;
  console.warn(JSON.stringify({ result, error, errorWhere, findings, contactId, dialled }));
};

/** What the flow is told of a call that comes at `at`. */
export const answerAt = async (event, at) => {
  try {
    const attributes = (await opening)(event, at);
    note(event, attributes);
    return attributes;
  } catch (error) {
    console.error(error);
    return unavailable;
  }
};

/** Amazon Connect's "Invoke AWS Lambda function" block. */
export const answer = (event) => answerAt(event, Date.now());
