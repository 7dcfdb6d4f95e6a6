'use strict';

const { inspect } = require('node:util');

/** The class `Rules`, for index.js, which knows the addon, how to check arguments, and how to open `Hours`. */
module.exports = ({ native, textOf, documentOf, handleOf, japan, openHours, only }) => {
  const tokyo = 'Asia/Tokyo';
  const textIfAny = (text) => (text === undefined ? undefined : textOf(text));
  /** What is written prints as its text. */
  class Written {
    constructor({ text, findings }) {
      this.text = text;
      this.findings = Object.freeze(findings);
      Object.freeze(this);
    }
    toString() {
      return this.text;
    }
  }
  const written = (made) => new Written(made);

  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
  const escaped = (text) => text.replace(/[&<>"']/g, (character) => entities[character]);
  const saidOf = ({ part, where, message, words, kind, weight }) => {
    const place = [part, where].filter(Boolean).join(' ');
    return `${place}${place && ': '}${message}${words && `: ${words}`} [${kind}, ${weight}]`;
  };

  const inside = Symbol('inside');

  const rulesOf = (rules) => new Rules(inside, rules);

  class Rules {
    #rules;
    #opened;
    constructor(key, rules) {
      if (key !== inside) throw new TypeError('Illegal constructor');
      this.#rules = rules;
      const { findings, isComplete, zone } = rules.describe();
      Object.assign(this, { findings: Object.freeze(findings), isComplete, zone });
      Object.freeze(this);
    }
    static fromJson(document) {
      return rulesOf(native.readRules('json', documentOf(document)));
    }
    static fromJapanese(open, close = '') {
      return rulesOf(native.readListing(textOf(open), textOf(close)));
    }
    static fromOsm(text) {
      return rulesOf(native.readRules('osm', textOf(text)));
    }
    static fromAmazonConnect(document) {
      return rulesOf(native.readRules('amazon_connect', documentOf(document)));
    }
    static fromSchemaOrg(document) {
      return rulesOf(native.readRules('schema_org', documentOf(document)));
    }
    static fromGoogle(document) {
      return rulesOf(native.readRules('google', documentOf(document)));
    }
    toJson() {
      return this.#rules.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
    toJapanese() {
      const { open, close, findings } = this.#rules.toJapanese();
      return Object.freeze({ open, close, findings: Object.freeze(findings) });
    }
    toOsm() {
      return written(this.#rules.toOsm());
    }
    toAmazonConnect(start, end, options) {
      return this.#write('amazon_connect', start, end, options);
    }
    toSchemaOrg(start, end, options) {
      return this.#write('schema_org', start, end, options);
    }
    toGoogle(start, end, options) {
      return this.#write('google', start, end, options);
    }
    hours(options = {}) {
      only(options, ['calendar', 'zone', 'horizon']);
      only(options.horizon ?? {}, ['first', 'last'], '/horizon');
      const { horizon, ...terms } = options;
      const { first, last } = horizon ?? {};
      const asked = [...this.#terms(terms), textIfAny(first), textIfAny(last)];
      // Of hours that are made in a loop V8 frees none before the loop waits.
      if (!this.#opened?.asked.every((one, place) => one === asked[place])) {
        this.#opened = { asked, hours: openHours(this.#rules.hours(...asked)) };
      }
      return this.#opened.hours;
    }
    say() {
      return this.#rules.say()[0];
    }
    ssml() {
      return this.#rules.say()[1];
    }
    renderSvg(month, options) {
      return this.#rules.svg(...this.#terms(options), textOf(month));
    }
    renderHtml(month, options) {
      const items = this.findings.map((finding) => `<li>${escaped(saidOf(finding))}</li>`);
      return `<div>${this.renderSvg(month, options)}<ul>${items.join('')}</ul></div>`;
    }
    [inspect.custom]() {
      const { open, close } = this.toJapanese();
      return `Rules { ${inspect(open)}, ${inspect(close)} }`;
    }
    #terms(options = {}) {
      only(options, ['calendar', 'zone']);
      const { calendar = japan(), zone = this.zone ?? tokyo } = options;
      return [handleOf(calendar), textOf(zone)];
    }
    #write(format, start, end, options) {
      return written(this.#rules.write(format, ...this.#terms(options), textOf(start), textOf(end)));
    }
  }
  return { Rules, rulesOf };
};
