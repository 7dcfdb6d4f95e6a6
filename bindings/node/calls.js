'use strict';

/** Calls and what they were about, for index.js, which knows the addon and how to check arguments. */
module.exports = ({ native, documentOf, millisecondsOf, timeOf, timeTextOf, textOf, taken, wrongKind }) => {
  const inside = Symbol('inside');
  const only = (key) => {
    if (key !== inside) throw new TypeError('Illegal constructor');
  };
  let handleOf;

  class Catalogue {
    #catalogue;
    static #default;
    constructor(key, catalogue) {
      only(key);
      this.#catalogue = catalogue;
      Object.assign(this, JSON.parse(catalogue.toJson()));
      Object.freeze(this);
    }
    static {
      handleOf = (catalogue) => (#catalogue in Object(catalogue) ? catalogue.#catalogue : wrongKind('Catalogue'));
    }
    static default() {
      return (Catalogue.#default ??= new Catalogue(inside, native.catalogue()));
    }
    static fromJson(document) {
      return new Catalogue(inside, native.catalogue(documentOf(document)));
    }
    with(changes) {
      return new Catalogue(inside, this.#catalogue.with(documentOf(changes)));
    }
    check(dispositions, completeness = 'with_data') {
      return this.#catalogue.check(documentOf(dispositions), textOf(completeness));
    }
    toJson() {
      return this.#catalogue.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
  }

  const catalogueOf = ({ catalogue = Catalogue.default() } = {}) => handleOf(catalogue);
  const policyOf = ({ policy }) => documentOf(policy);
  const deciding = ['policy', 'catalogue', 'by', 'at'];
  const occurrenceOf = (occurrence) =>
    documentOf(typeof occurrence === 'string' ? occurrence : { ...occurrence, at: timeTextOf(occurrence?.at) });

  class Call {
    #call;
    constructor(key, call) {
      only(key);
      this.#call = call;
      const [state, outcome, answeredAt, closedAt] = call.describe();
      Object.assign(this, { state, outcome, answeredAt: timeOf(answeredAt), closedAt: timeOf(closedAt) });
      Object.freeze(this);
    }
    static fromJson(document) {
      return new Call(inside, native.call(documentOf(document)));
    }
    apply(occurrence) {
      const [call, effect] = this.#call.apply(occurrenceOf(occurrence));
      return { call: new Call(inside, call), effect };
    }
    draft(dispositions, options) {
      taken(options, deciding);
      return new Call(inside, this.#call.draft(documentOf(dispositions), policyOf(options), catalogueOf(options)));
    }
    extend(options) {
      const { policy, at } = taken(options, deciding);
      return new Call(inside, this.#call.extend(documentOf(policy), millisecondsOf(at)));
    }
    complete(options) {
      return new Call(inside, this.#call.complete(...Call.#deciding(options)));
    }
    expire(options) {
      return new Call(inside, this.#call.expire(...Call.#deciding(options)));
    }
    amend(dispositions, options) {
      const { catalogue, by, at, reason = '' } = taken(options, [...deciding, 'reason']);
      const amended = this.#call.amend(
        documentOf(dispositions),
        catalogueOf({ catalogue }),
        textOf(by),
        millisecondsOf(at),
        textOf(reason),
      );
      return new Call(inside, amended);
    }
    wrapUpDue(policy) {
      return timeOf(this.#call.wrapUpDue(documentOf(policy)));
    }
    followUps(options = {}) {
      return this.#call.followUps(catalogueOf(taken(options, ['catalogue'])));
    }
    handOver(options = {}) {
      taken(options, ['template', 'restaurant', 'agent', 'zone', 'catalogue']);
      const { template = native.handOverTemplates().mail, restaurant = '', agent = '', zone = 'Asia/Tokyo' } = options;
      return this.#call.handOver(
        textOf(template),
        catalogueOf(options),
        textOf(restaurant),
        textOf(agent),
        textOf(zone),
      );
    }
    contactAttributes(options = {}) {
      const { onTooLarge = 'refuse' } = taken(options, ['onTooLarge']);
      const [attributes, shortened] = this.#call.contactAttributes(textOf(onTooLarge));
      return { attributes, shortened };
    }
    toJson() {
      return this.#call.toJson();
    }
    toJSON() {
      return JSON.parse(this.toJson());
    }
    static #deciding(options) {
      taken(options, deciding);
      return [policyOf(options), catalogueOf(options), textOf(options.by), millisecondsOf(options.at)];
    }
  }

  /** What a contact's notice, or its kind, says to its call. */
  const callEventOf = (notice) => {
    if (notice?.about === 'agent' || notice?.overheard === true) return null;
    return native.callEventOf(textOf(typeof notice === 'string' ? notice : notice?.kind));
  };

  return { Catalogue, Call, callEventOf, handOverTemplates: Object.freeze(native.handOverTemplates()) };
};
