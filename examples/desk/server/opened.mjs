import { Restaurant, run } from 'denwaban';

/** A desk is asked of today and of some months ahead: the years around are quick to compile. */
const yearsAround = (now) => {
  const year = new Date(now).getUTCFullYear();
  return { first: `${year - 1}-01-01`, last: `${year + 1}-12-31` };
};
const most = 500;

/** Restaurants as they are kept, opened once for as long as they stay as they are. */
export const restaurantsOn = (ledger, clock) => {
  const opened = new Map();
  const open = (document) => {
    if (!document) return null;
    const horizon = yearsAround(clock());
    const text = horizon.first + JSON.stringify(document);
    const known = opened.get(document.id);
    if (known?.text === text) return known.restaurant;
    const restaurant = Restaurant.fromJson(document, { horizon });
    if (opened.size >= most) opened.delete(opened.keys().next().value);
    opened.set(document.id, { text, restaurant });
    return restaurant;
  };
  return {
    byId: async (id) => open(await run(ledger, { find_restaurant: { id } })),
    byNumber: async (number) => open(await run(ledger, { find_restaurant: { number } })),
  };
};
