/** What the playground says. */
export const words = {
  en: {
    title: 'Playground',
    description:
      'Paste the hours that a restaurant publishes, and see the month, what was not understood, and every format.',
    open: '営業時間 (hours)',
    close: '定休日 (closed)',
    month: 'Month',
    read: 'What was read',
    complete: 'Understood without doubt.',
    incomplete: 'Not all of it is certain; days that the marked words may touch are unknown.',
    formats: 'The same in other words',
    losses: (count) => (count === 1 ? '1 thing is lost' : `${count} things are lost`),
    weights: { note: 'note', doubt: 'doubt', loss: 'loss' },
    loading: 'Loading …',
    unavailable: 'The library could not be loaded: ',
  },
  ja: {
    title: '試してみる',
    description:
      'お店が公開している営業時間を貼り付けると、その月の営業日、読み取れなかった言葉、各形式への変換結果を表示します。',
    open: '営業時間',
    close: '定休日',
    month: '月',
    read: '読み取り結果',
    complete: '疑問なく読み取れました。',
    incomplete: '確かでないところがあります。印のついた言葉が関わりうる日は「不明」になります。',
    formats: 'ほかの形式',
    losses: (count) => `失われるもの ${count}件`,
    weights: { note: '参考', doubt: '疑問', loss: '読み取れない' },
    loading: '読み込んでいます…',
    unavailable: 'ライブラリを読み込めませんでした：',
  },
};
