export const opening = ({ opens }) => opens;
export const hear = (guest) => ({ guest, says: null, hangsUp: false });
