import { KeptRestaurants } from 'denwaban';

const rules = [{ when: 'every_day', services: [{ name: 'dinner', opens: '17:00', closes: '23:00' }] }];
const floorPlan = {
  tables: [
    { id: 'A', most: 4 },
    { id: 'B', most: 2 },
  ],
};

/** Keeps a restaurant of two tables. */
export const keepRestaurant = async (ledger, now = new Date()) => {
  const kept = new KeptRestaurants(ledger);
  await kept.put({ id: 'r1', name: '花丸', hours: { rules } }, { now });
  await kept.putBookTemplate('r1', { floor_plan: floorPlan }, { now });
};

/** So many days from now, in Tokyo. */
export const dayFromNow = (days) => {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' }).format(at);
};

export const guest = { name: '山田', phone: '090-1234-5678' };
