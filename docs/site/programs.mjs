// `<!-- programs: README.md -->` stands for the first program of each language in a file, side by side.

const languages = [
  ['cpp', 'C++'],
  ['python', 'Python'],
  ['js', 'Node'],
];

/** The page with its programs in tabs; `read(path)` gives a file's text. */
export const tabsOf = (text, read) =>
  text.replaceAll(/<!-- programs: (\S+)(?: (\d+))? -->/g, (_, path, number = 1) => {
    const tabs = languages.flatMap(([language, label]) => {
      const found = [...read(path).matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))];
      const one = found[number - 1];
      return one ? [`<TabItem label="${label}">\n\n\`\`\`${language}\n${one[1]}\`\`\`\n\n</TabItem>`] : [];
    });
    if (tabs.length === 0) throw new Error(`${path} has no program ${number}`);
    return `<Tabs syncKey="language">\n${tabs.join('\n')}\n</Tabs>`;
  });
