/**
 * Of what is asked anew before it was answered, the latest alone is shown: none that was asked earlier comes after it, be it
 * an answer or a refusal.
 */
export const latest = () => {
  let asked = 0;
  let shown = 0;
  return async <T>(ask: () => Promise<T>, show: (answer: T) => void, refuse: (error: unknown) => void) => {
    const place = ++asked;
    const isNews = () => place > shown && (shown = place) > 0;
    try {
      const answer = await ask();
      if (isNews()) show(answer);
    } catch (error) {
      if (isNews()) refuse(error);
    }
  };
};
