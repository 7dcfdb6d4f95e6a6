'use strict';

/** In UTF-16, all bodies of a commit together: at most 300,000 bytes of UTF-8, so that each lies in one item, and no limit is near. */
const longest = 100_000;

const bodyOf = (write) => write?.put?.body;
const isSound = (body) => body !== '' && body.isWellFormed?.() === true;

/**
 * The core looks into no body, and long texts are slow to cross to it and back: short ones stay here. The commit with a mark
 * in the place of each body, and what puts them back into a request. What is wrong with a commit is the core's to say.
 */
const takeBodies = (commit) => {
  const writes = commit?.writes;
  if (!Array.isArray(writes)) return { marked: commit };
  // As they are now: a commit may be sent again, and its objects are the caller's.
  const bodies = writes.map(bodyOf);
  const texts = bodies.filter((body) => typeof body === 'string');
  const length = texts.reduce((sum, body) => sum + body.length, 0);
  if (length > longest || !texts.every(isSound)) return { marked: commit };
  const mark = (write, number) =>
    typeof bodies[number] === 'string' ? { ...write, put: { ...write.put, body: `${number}` } } : write;
  const putBack = (task) => {
    for (const { Update } of task.input?.TransactItems ?? []) {
      const values = Update?.ExpressionAttributeValues;
      if (values) values[':body'].S = bodies[values[':body'].S];
    }
    return task;
  };
  return { marked: { ...commit, writes: writes.map(mark) }, putBack };
};

module.exports = { takeBodies };
