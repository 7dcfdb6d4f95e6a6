// A contact that was refused mostly comes as an error, as one that was missed does; which it is, only those know who asked.

const isRinging = ({ shown }) => ['incoming', 'pending', 'connecting'].includes(shown);
const isTaken = ({ shown }) => ['connected', 'on_hold', 'paused'].includes(shown);

/** Ids of refused contacts, and whether each has been seen to be over: one that was taken, or rings again, is refused no more. */
export const followRefusals = (refusals, contacts) => {
  const next = new Map(refusals);
  for (const contact of contacts.filter(({ id }) => refusals.has(id))) {
    const wasOver = refusals.get(contact.id);
    if (isTaken(contact) || (wasOver && isRinging(contact))) next.delete(contact.id);
    else next.set(contact.id, wasOver || !isRinging(contact));
  }
  return next;
};

export const asRefused = (refusals, snapshot) => {
  if (refusals.size === 0) return snapshot;
  const contacts = snapshot.contacts.map((contact) =>
    refusals.has(contact.id) && contact.shown === 'error' ? { ...contact, shown: 'rejected' } : contact,
  );
  return { ...snapshot, contacts };
};
