import { placeOf, readAll } from './documents.mjs';

const restaurants = placeOf(process.env.DENWABAN_RESTAURANTS ?? 'restaurants.json');

/** At the cold start, and not as a static import: even an addon that does not load must not silence the telephone. */
const opening = (async () => {
  const { Directory, contactFlow } = await import('denwaban');
  const directory = Directory.fromJson(readAll(restaurants));
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

/** What the flow is told of a call that comes at `at`. */
export const answerAt = async (event, at) => {
  try {
    return (await opening)(event, at);
  } catch (error) {
    console.error(error);
    return unavailable;
  }
};

/** Amazon Connect's "Invoke AWS Lambda function" block. */
export const answer = (event) => answerAt(event, Date.now());
