/** What is made of each key once for a container; what failed is tried again. */
export const onceEach = (make) => {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) {
      const making = make(key);
      made.set(key, making);
      making.catch(() => made.delete(key));
    }
    return made.get(key);
  };
};
