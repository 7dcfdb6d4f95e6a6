// Writes the bot as an archive that Lex V2 imports: node lex_archive.mjs [bot.zip]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';

import { placeOf, read } from './documents.mjs';

const utf8Names = 0x0800;
const deflated = 8;
const version = 20;
const firstOfJanuary1980 = 0x0021;

/** What both records of a file in a zip have in common. */
const described = ({ name, text, packed }) => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(firstOfJanuary1980, 8);
  fields.writeUInt32LE(crc32(text), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(text.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};
const word = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A zip of texts by their paths: the same texts give the same bytes. */
export const zipOf = (texts) => {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of Object.entries(texts)) {
    const text = Buffer.from(content);
    const file = { name: Buffer.from(path), text, packed: deflateRawSync(text) };
    const local = Buffer.concat([word(0x04034b50), described(file), file.name, file.packed]);
    const central = [
      word(0x02014b50),
      Buffer.from([version, 0]),
      described(file),
      Buffer.alloc(10),
      word(offset),
      file.name,
    ];
    directory.push(Buffer.concat(central));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
};

/** The bot as Lex V2 imports it. */
export const lexArchive = () =>
  zipOf(
    Object.fromEntries(
      Object.entries(read(placeOf('lex_bot.json'))).map(([path, file]) => [path, JSON.stringify(file, null, 2)]),
    ),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(process.argv[2] ?? 'bot.zip', lexArchive());
