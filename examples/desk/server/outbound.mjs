import { OutboundCallerPolicy } from 'denwaban';

const words = {
  choice: { ja: 'ご自身で選んだ番号です', en: 'the number that you chose' },
  last_called: { ja: 'お客様が最後にかけた番号です', en: 'the number that the guest called last' },
  restaurant: { ja: '店の番号です', en: "the restaurant's number" },
  chain: { ja: '系列の代表番号です', en: "the chain's number" },
  centre: { ja: 'センターの番号です', en: "the centre's number" },
  none: { ja: '出せる番号がありません', en: 'no number may be shown' },
};

/** Without a policy of its own, a restaurant shows its own lines. */
const policyFor = (policy, restaurant) =>
  policy ??
  OutboundCallerPolicy.fromJson({ claimed: restaurant.lines.map(({ number, label }) => ({ number, label })) });

/** Which number a guest is shown, and why. */
export const callerFor = ({ policy }, restaurant, { number: callee, choice, lastCalled }) => {
  const chosen = policyFor(policy, restaurant).choose({ restaurant, callee, choice, lastCalled });
  return { ...chosen, why: words[chosen.source ?? 'none'] };
};
