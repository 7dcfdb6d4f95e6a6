// What outlives a refresh of the page, and is shared with another tab.
const key = 'denwaban-connect-simulator';

/** `storage`: sessionStorage for a refresh, localStorage for other tabs too. */
export const keepIn = (storage, events = globalThis) => ({
  load() {
    try {
      return JSON.parse(storage.getItem(key));
    } catch {
      return null; // of another version, or not ours
    }
  },
  save: (centre) => storage.setItem(key, JSON.stringify(centre)),
  forget: () => storage.removeItem(key),
  /** Calls back when another tab has saved. */
  watch(changed) {
    const handle = (event) => event.key === key && event.newValue && changed(JSON.parse(event.newValue));
    events.addEventListener?.('storage', handle);
    return () => events.removeEventListener?.('storage', handle);
  },
});
