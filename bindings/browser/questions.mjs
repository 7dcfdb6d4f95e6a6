/**
 * Questions to who may answer late, or never. One that is late is not waited for again until it has been answered; the
 * answer before stands meanwhile.
 */
export class Questions {
  #entries = new Map();
  #schedule;
  #arrived;

  /** `schedule(callback, milliseconds)` returns what cancels it; `arrived()` is told of an answer that came late. */
  constructor({ schedule, arrived }) {
    this.#schedule = schedule;
    this.#arrived = arrived;
  }

  /** Waits for so many milliseconds at most. `{ came: 'answer' | 'refusal' | 'nothing', value }`: what came, and the latest answer, undefined where there is none. */
  async ask(key, limit, question) {
    const entry = this.#entry(key);
    const turn = ++entry.turn;
    let isLate = entry.isLate;
    const answer = Promise.resolve()
      .then(question)
      .then(
        (value) => {
          if (turn > entry.answered) Object.assign(entry, { answered: turn, value: value ?? null });
          return 'answer';
        },
        () => 'refusal', // not for every agent, nor for every channel
      )
      .then((came) => {
        if (!isLate) return came;
        entry.isLate = false;
        if (came === 'answer') this.#arrived();
        return came;
      });
    if (isLate) return { came: 'nothing', value: entry.value };
    const came = await new Promise((resolve) => {
      const cancel = this.#schedule(() => {
        isLate = true;
        entry.isLate = true;
        resolve('nothing');
      }, limit);
      answer.then((came) => {
        cancel();
        resolve(came);
      });
    });
    return { came, value: entry.value };
  }
  /** Of what stays as it is: asked until it is answered. */
  async askOnce(key, limit, question) {
    const { value } = this.#entry(key);
    return value === undefined ? this.ask(key, limit, question) : { came: 'answer', value };
  }
  answerTo(key) {
    return this.#entries.get(key)?.value;
  }
  forget(isForgotten) {
    for (const key of [...this.#entries.keys()]) if (isForgotten(key)) this.#entries.delete(key);
  }

  #entry(key) {
    if (!this.#entries.has(key)) this.#entries.set(key, { turn: 0, answered: 0, isLate: false, value: undefined });
    return this.#entries.get(key);
  }
}
