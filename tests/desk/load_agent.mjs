/**
 * What an agent does in a page, by keys: runs inside of it. A call every so many milliseconds: answered, a line typed and
 * answered key by key, booked, hung up and recorded. Gives the calls, and how long each key's answer took.
 */
export const work = async ({ agent, seconds, every, dates }) => {
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const patience = 20_000;
  const comes = async (what, name) => {
    for (const begun = performance.now(); performance.now() - begun < patience; await pause(20)) {
      const found = what();
      if (found) return found;
    }
    const said = [...document.querySelectorAll('[role=alert], desk-wrap-up [role=status]')].map(({ textContent }) =>
      textContent.trim(),
    );
    throw new Error(`${name} does not come: ${said.join(' / ')}`);
  };
  const find = (selector) => document.querySelector(selector);
  const press = (key, more = {}, on = document.body) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  const withAlt = (key) => press(key, { altKey: true, code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key });
  const type = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const isShown = (words) => find('desk-call-strip')?.textContent.includes(words);
  let seed = agent + 7;
  const below = (most) => (seed = (seed * 48_271) % 2_147_483_647) % most;

  /** The answer to the line, and how long it took from the key. */
  const answered = (line) =>
    new Promise((resolve) => {
      const shown = find('.answer');
      const begun = performance.now();
      const done = (answer) => {
        watching.disconnect();
        clearTimeout(late);
        resolve({ answer, took: performance.now() - begun });
      };
      const watching = new MutationObserver(() => shown.dataset.answer && done(shown.dataset.answer));
      watching.observe(shown, { attributeFilter: ['data-answer'] });
      const late = setTimeout(() => done(null), patience);
      type(find('#booking-line'), line);
    });

  const calls = [];
  const keys = [];
  const wrong = [];
  /** Whether the booking was acknowledged, and whoever has to moves for it; a refusal is said. */
  const books = async () => {
    const taken = () => find('desk-outcome [role=status] .good');
    await comes(() => {
      // What was asked is no more where others changed the book: the answer to it is another.
      if (find('desk-moving [role=alertdialog]')) withAlt('y');
      else find('desk-booking-panel form').requestSubmit();
      return taken() ?? find('desk-booking-panel [role=alert]');
    }, 'what came of it');
    return taken() !== null;
  };
  const call = async (place) => {
    // None of the evening's own guests has such a number.
    const number = `+8180${String(agent).padStart(2, '0')}${String(place).padStart(6, '0')}`;
    const restaurant = 1 + below(20);
    const { id: contact } = window.simulated.ring({
      number,
      dialled: `+8135000${String(restaurant).padStart(4, '0')}`,
    });
    await comes(() => isShown(number) && find('desk-caller h2'), 'the call');
    press('F2');
    await comes(() => isShown('通話中'), 'being put through');
    const [, month, day] = dates[below(dates.length)].split('-').map(Number);
    let last = { answer: null, begin: '' };
    for (let tries = 0; tries < 6; tries++) {
      const begin = `${17 + below(5)}:${['00', '15', '30', '45'][tries % 4]}`; // another than before: the same is no question
      const { answer, took } = await answered(`${month}/${day} ${1 + below(6)} ${begin} ${'あいうえおか'[tries]}様`);
      keys.push(took);
      last = { answer, begin };
      await pause(120);
    }
    const isBooked = last.answer === 'possible' && (await books());
    withAlt('q');
    await comes(() => isShown('後処理'), 'wrap-up');
    await comes(() => find('#about-find'), 'the form');
    type(find('#about-find'), isBooked ? 'booking.new' : 'booking.full');
    press('Enter', {}, find('#about-find'));
    await comes(() => find('desk-disposition-form'), 'the disposition');
    // An agent looks at the form, too.
    const isFilled = () => [...document.querySelectorAll('select[data-field=booking]')].every(({ value }) => value);
    if (isBooked) await comes(isFilled, 'the booking in the form');
    withAlt('Enter');
    await comes(() => isShown('電話はありません'), 'the end of the call');
    calls.push({ contact, number, begin: isBooked ? last.begin : null });
  };

  await pause(below(every));
  const until = Date.now() + seconds * 1000;
  for (let place = 0; Date.now() < until; place++) {
    const begun = Date.now();
    try {
      await call(place);
    } catch (error) {
      wrong.push(`call ${place}: ${error.message}`);
      break;
    }
    await pause(Math.max(0, every - (Date.now() - begun)));
  }
  return { calls, keys, wrong };
};
