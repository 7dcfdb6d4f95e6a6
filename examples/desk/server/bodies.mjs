import { Problem } from './problems.mjs';

/** As deep as our own documents never are. */
const deepest = 100;

/** How deep a JSON text goes, whatever it is. */
const depthOf = (text) => {
  let depth = 0;
  let most = 0;
  let isInString = false;
  for (let place = 0; place < text.length; ++place) {
    const one = text[place];
    if (isInString) {
      if (one === '\\') ++place;
      else if (one === '"') isInString = false;
    } else if (one === '"') isInString = true;
    else if (one === '{' || one === '[') most = Math.max(most, ++depth);
    else if (one === '}' || one === ']') --depth;
  }
  return most;
};

/** JSON alone is read, and none that would exhaust whoever walks it. */
export const readBodies = (app) => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (depthOf(text) > deepest) return done(new Problem('too_deep', `goes deeper than ${deepest}`));
    return parse(request, text, done);
  });
};
