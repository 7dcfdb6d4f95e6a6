// What guests say, and what they say it to: a table a language. `{…}` is what the guest has in mind.

/** A row: what the agent's words have to be like, and the ways of answering. The first row that fits is what is meant. */
const acts = {
  ja: [
    ['bye', /失礼(いた)?します|ありがとうございました|お待ち(して|いたして)(おり)?ます|ごめんください/],
    ['wait', /少々お待ち|確認(いた)?します|お調べ|このままお待ち|お待ちください/],
    ['anything_else', /(ほか|他)に.*(ございます|あります|よろしい)|以上で.*(よろしい|お間違い)/],
    [
      'offer',
      /(いかが|どう)でしょう|で(も|は|したら).*(ご用意|ご案内|お取り|空い)|お取りできますが|空いて(おり|い)ますが/,
    ],
    [
      'refusal',
      /満席|いっぱい|お取りでき(ません|ない)|お受けでき(ません|ない)|ご用意でき(ません|ない)|空きが(ない|ございません|ありません)/,
    ],
    ['confirm', /よろしいでしょうか|よろしいですか|お間違い(ない|ござい)|合って(い)?ますか|でよろしい|復唱/],
    ['apology', /申し訳|恐れ入りますが.*(でき|わかり)ません/],
    [
      'done',
      /承りました|お取り(いた)?しました|変更(いた)?しました|キャンセル(いた)?しました|予約(が|を).*(完了|お取り)|かしこまりました/,
    ],
  ],
  en: [
    ['bye', /\b(good ?bye|bye|have a (nice|good|lovely)|we look forward|see you)\b/i],
    ['wait', /\b(one moment|just a moment|hold on|let me (check|see)|please wait)\b/i],
    ['anything_else', /\banything else\b/i],
    ['offer', /\b(how about|what about|would .*(work|suit)|we (do )?have .*(at|available)|instead)\b/i],
    ['refusal', /\b(fully booked|no (tables?|seats?)|not available|full)\b/i],
    ['confirm', /\b(correct|is that right|all right|confirm)\b/i],
    ['apology', /\b(sorry|afraid)\b/i],
    ['done', /\b(booked|reserved|cancelled|changed|all set|done)\b/i],
  ],
};
/** What can be asked for, several at once. */
const slots = {
  ja: [
    ['name', /お?名前|ご氏名|苗字|名字|どちら様/],
    ['phone', /電話番号|ご連絡先|お電話番号|番号を/],
    ['party', /何名|何人|人数|名様で.*か$/],
    ['date', /いつ|何日|何曜日|お?日にち|日付|ご?希望日/],
    ['time', /何時|お?時間(は|を|に|帯)|ご到着/],
    ['needs', /ご要望|お席|個室|テーブル|カウンター|禁煙/],
    ['allergies', /アレルギー|苦手/],
    ['course', /コース|お料理/],
    ['occasion', /お祝い|記念日|ご利用目的|誕生日/],
    ['booking', /予約番号|ご予約の(お)?(名前|内容)/],
    ['wish', /ご用件|どの(よう|ような)|いかがなさい|お電話ありがとうございます/],
  ],
  en: [
    ['name', /\bname\b/i],
    ['phone', /\b(phone|telephone|contact) ?(number)?\b|\bnumber to reach\b/i],
    ['party', /\bhow many\b|\bparty size\b|\bpeople\b.*\?/i],
    ['date', /\b(what|which) (day|date)\b|\bwhen\b/i],
    ['time', /\bwhat time\b/i],
    ['needs', /\b(private room|counter|table|seating|requests?)\b/i],
    ['allergies', /\ballerg/i],
    ['course', /\bcourse\b/i],
    ['occasion', /\boccasion\b/i],
    ['wish', /\bhow (can|may) I help\b|\bthank you for calling\b/i],
  ],
};

/** The ways to say it, which guests take in turn. */
const ways = {
  ja: {
    book: [
      '予約をお願いしたいんですけど。',
      'すみません、{date}なんですけど、{party}で入れますか。',
      '{date}の{time}から{party}で予約できますか。',
      'もしもし、席を取りたいのですが。{date}の{time}くらいで。',
    ],
    change: [
      '予約している{name}ですけど、時間を{time}に変えてもらえますか。',
      '{date}に予約してるんですが、{party}になったので変更をお願いします。',
      'すみません、予約の変更をお願いしたいんですが。',
    ],
    cancel: [
      '{date}の予約をキャンセルしたいんですが。{name}です。',
      'すみません、急に行けなくなってしまって。予約の取り消しをお願いします。',
    ],
    ask_hours: ['今日は何時までやってますか。', 'ラストオーダーは何時ですか。', '{date}って営業してますか。'],
    ask: ['{asks}', 'ちょっとお聞きしたいんですが、{asks}'],
    late: [
      '予約している{name}ですが、20分ほど遅れそうです。',
      'すみません、電車が止まっていて、少し遅れます。{name}です。',
    ],
    lost: ['昨日そちらに傘を忘れたみたいなんですが。', '忘れ物の件でお電話しました。黒い手帳、ありませんでしたか。'],
    name: ['{name}です。', '{name}と申します。', '{name}といいます。'],
    phone: ['{phone}です。', '番号は{phone}です。'],
    no_phone: ['この番号でお願いします。', '携帯からなので、この番号で大丈夫です。'],
    party: ['{party}です。', '{party}でお願いします。', 'えっと、{party}です。'],
    date: ['{date}です。', '{date}でお願いします。'],
    time: ['{time}です。', '{time}からでお願いします。', '{time}くらいで。'],
    needs: ['{needs}'],
    allergies: ['{allergies}'],
    course: ['席だけで大丈夫です。', 'コースはお店で決めます。'],
    occasion: ['特にないです。', '友人の誕生日なんです。', '接待です。'],
    booking: ['番号はちょっとわからないです。{name}で予約してます。', '{name}で、{date}の{time}です。'],
    yes: ['はい、お願いします。', 'はい、大丈夫です。', 'それでお願いします。'],
    no: [
      'うーん、その時間はちょっと難しいですね。ほかの時間はありますか。',
      'それだと厳しいです。{time}に近いところはないですか。',
    ],
    wrong: ['いえ、{party}です。', 'あ、{party}でお願いします。'],
    else: ['そうですか…。ほかの時間は空いてませんか。', 'じゃあ、近い時間だといつになりますか。'],
    gives_up: ['わかりました、それでは結構です。', 'そうですか。また電話します。'],
    nothing: ['大丈夫です。', '以上です。', 'いえ、ないです。'],
    waits: ['はい。', 'はい、お願いします。', 'わかりました。'],
    thanks: [
      'ありがとうございます。',
      'あ、そうなんですね。ありがとうございます。',
      '助かります、ありがとうございます。',
    ],
    bye: ['はい、失礼します。', 'ありがとうございました。失礼します。', 'よろしくお願いします。失礼します。'],
    again: ['すみません、もう一度お願いします。', 'え、何ですか。', 'すみません、よく聞こえなくて。'],
  },
  en: {
    book: [
      'Hi, I would like to book a table for {party} {date}, around {time}.',
      'Hello, do you speak English? I want to make a reservation.',
    ],
    change: ['Hi, I have a booking under {name}, and I would like to change it to {time}.'],
    cancel: ['Hi, I need to cancel my reservation {date}. The name is {name}.'],
    ask_hours: ['Hello, how late are you open today?'],
    ask: ['{asks}'],
    late: ['Hi, this is {name}. We are running about twenty minutes late.'],
    lost: ['Hi, I think I left an umbrella at your place yesterday.'],
    name: ["It's {name}.", 'My name is {name}.'],
    phone: ["It's {phone}."],
    no_phone: ['This number is fine.'],
    party: ['{party}, please.', 'There are {party} of us.'],
    date: ['{date}, please.'],
    time: ['At {time}, if possible.', '{time}.'],
    needs: ['{needs}'],
    allergies: ['{allergies}'],
    course: ['Just the table, please.'],
    occasion: ['Nothing special.'],
    booking: ["I don't have the number, but it's under {name}."],
    yes: ['Yes, please.', "That's right, thank you."],
    no: ["Hmm, that doesn't work for us. Anything closer to {time}?"],
    wrong: ['No, {party} of us, please.'],
    else: ['I see. Do you have any other time?'],
    gives_up: ["All right, never mind. I'll try somewhere else."],
    nothing: ["No, that's all."],
    waits: ['Sure.', 'Okay.'],
    thanks: ['Great, thank you.', 'Thanks for your help.'],
    bye: ['Thank you, goodbye.', 'Bye!'],
    again: ['Sorry, could you say that again?'],
  },
};

/** How what the guest has in mind is said. */
const clockJa = (time) => {
  const [hour, minute] = time.split(':').map(Number);
  const half = hour < 12 ? '' : hour < 17 ? '午後の' : '夜の';
  return `${half}${hour > 12 ? hour - 12 : hour}時${minute === 30 ? '半' : minute === 0 ? '' : `${minute}分`}`;
};
const clockEn = (time) => {
  const [hour, minute] = time.split(':').map(Number);
  return `${hour > 12 ? hour - 12 : hour}${minute === 0 ? '' : `:${minute}`} ${hour < 12 ? 'am' : 'pm'}`;
};
export const inWords = {
  ja: {
    date: ({ date }) => date,
    time: ({ time }) => clockJa(time),
    party: ({ party, children }) => (children ? `大人${party - children}人と子ども${children}人` : `${party}人`),
    needs: ({ needs }) => needs || 'どこでも大丈夫です。',
    allergies: ({ allergies }) => (allergies ? `${allergies}アレルギーがあります。` : '特にないです。'),
    phone: ({ phone }) => phone.replace(/^\+81(\d0)(\d{4})(\d{4})$/, '0$1-$2-$3').replace(/^\+81/, '0'),
  },
  en: {
    date: ({ date }) => date,
    time: ({ time }) => clockEn(time),
    party: ({ party }) => String(party),
    needs: ({ needs }) => needs || 'Anywhere is fine.',
    allergies: ({ allergies }) => (allergies ? `One of us is allergic to ${allergies}.` : 'None.'),
    phone: ({ phone }) => phone,
  },
};
export { acts, slots, ways };
