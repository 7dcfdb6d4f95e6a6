import { DenwabanError } from 'denwaban';

/** The status of an answer that is a problem, by its code. */
export const statuses = {
  malformed_json: 400,
  too_deep: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown_reference: 404,
  not_found: 404,
  unknown_token: 404,
  not_allowed: 409,
  no_seat: 409,
  beyond_limit: 409,
  undecided: 409,
  stale: 409,
  duplicate_key: 409,
  duplicate_id: 409,
  duplicate_number: 409,
  foreign_token: 409,
  expired_cursor: 410,
  lapsed_token: 410,
  too_large: 413,
  unsupported_media_type: 415,
  wrong_type: 422,
  missing_key: 422,
  unknown_key: 422,
  invalid_value: 422,
  out_of_range: 422,
  overlap: 422,
  never_ends: 422,
  not_a_phone_number: 422,
  unknown_zone: 422,
  naive_datetime: 422,
  no_such_time: 422,
  beyond_horizon: 422,
  too_many_requests: 429,
  internal: 500,
  corrupt: 500,
  contended: 503,
  unavailable: 503,
  read_only: 503,
  storage_full: 503,
  newer_version: 503,
  timed_out: 503,
};

/** Why something is not done, as RFC 9457 has it. */
export class Problem extends Error {
  constructor(code, message, place = '', errors = [{ code, message, place }]) {
    super(message);
    this.code = code;
    this.place = place;
    this.errors = errors;
  }
  get status() {
    return statuses[this.code];
  }
  toJSON() {
    const { code, message, place, status, errors } = this;
    return {
      type: `urn:denwaban:problem:${code}`,
      title: code.replaceAll('_', ' '),
      status,
      detail: message,
      code,
      message,
      place,
      errors,
    };
  }
}

export const forbidden = (message, place) => new Problem('forbidden', message, place);

/** Refusals of Fastify and its plugins; a file that may not be read is nowhere. */
const ofFastify = {
  400: 'malformed_json',
  403: 'not_found',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/** A place of Ajv's, as a pointer that begins with the part of the request. */
const placeOf = ({ instancePath, keyword, params }, part) => {
  const missing = keyword === 'required' ? `/${params.missingProperty}` : '';
  const strange = keyword === 'additionalProperties' ? `/${params.additionalProperty}` : '';
  return `/${part}${instancePath}${missing}${strange}`;
};
const codes = { required: 'missing_key', additionalProperties: 'unknown_key', type: 'wrong_type' };

export const problemOf = (error) => {
  if (error instanceof Problem) return error;
  if (error instanceof DenwabanError) {
    const errors = error.errors.map(({ code, message, where }) => ({ code, message, place: where }));
    const [{ code, message, place }] = errors;
    return new Problem(code in statuses ? code : 'internal', message, place, errors);
  }
  if (error.validation) {
    const [first] = error.validation;
    return new Problem(codes[first.keyword] ?? 'invalid_value', first.message, placeOf(first, error.validationContext));
  }
  const code = ofFastify[error.statusCode];
  if (code) return new Problem(code, 'the request cannot be read');
  return new Problem('internal', 'something went wrong');
};
