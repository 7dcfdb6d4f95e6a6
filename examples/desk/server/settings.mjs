import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const inTree = (path) => fileURLToPath(new URL(path, import.meta.url));
const loopback = ['127.0.0.1', '::1', 'localhost'];

export const isLoopback = (host) => loopback.includes(host);

/** How the desk is run, of the environment's words; throws for what must not be. */
export const settingsOf = (env) => {
  const host = env.DESK_HOST ?? '127.0.0.1';
  const issuer = env.DESK_ISSUER || null;
  const isProduction = env.NODE_ENV === 'production';
  if (issuer && !env.DESK_AUDIENCE) throw new Error('DESK_ISSUER needs DESK_AUDIENCE: the client that tokens are for');
  const { protocol, hostname } = issuer ? new URL(issuer) : {};
  if (issuer && protocol !== 'https:' && !isLoopback(hostname)) throw new Error('DESK_ISSUER must be an https URL');
  if (!issuer && isProduction) throw new Error('in production DESK_ISSUER says whose tokens are good');
  if (!issuer && !isLoopback(host)) throw new Error('without DESK_ISSUER the desk is served on loopback alone');
  return {
    host,
    port: Number(env.DESK_PORT ?? 8750),
    table: env.DENWABAN_TABLE || null,
    file: resolve(env.DENWABAN_LEDGER ?? inTree('../../../build/desk.sqlite')),
    identity: {
      issuer,
      audience: env.DESK_AUDIENCE || null,
      jwks: env.DESK_JWKS || null,
      /** What the page asks the issuer for. */
      scope: env.DESK_SCOPE || 'openid profile',
      /** Groups of the issuer's, by the role that they give. */
      groups: env.DESK_GROUPS ? JSON.parse(env.DESK_GROUPS) : {},
    },
    /** From when on the clock goes, in development: for pictures that are always the same. */
    begin: !issuer && env.DESK_NOW ? Date.parse(env.DESK_NOW) : null,
    seed: !issuer && env.DESK_SEED !== 'none',
    page: resolve(env.DESK_PAGE ?? inTree('../page/dist/browser')),
    wrapUp: env.DESK_WRAP_UP ? resolve(env.DESK_WRAP_UP) : null,
    outbound: env.DESK_OUTBOUND ? resolve(env.DESK_OUTBOUND) : null,
    /** Amazon Connect's instance, whose panel may stand in a frame. */
    frames: env.DESK_CONNECT ? [new URL(env.DESK_CONNECT).origin] : [],
    /** How often one person may ask, a minute. */
    rate: Number(env.DESK_RATE ?? 1800),
    metricsToken: env.DESK_METRICS_TOKEN || null,
    logLevel: env.DESK_LOG ?? 'info',
  };
};
