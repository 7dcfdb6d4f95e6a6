import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { LogController } from 'fastify';
import { randomUUID } from 'node:crypto';

import { AgentBoard } from './agents.mjs';
import { readBodies } from './bodies.mjs';
import { ChangeHub } from './events.mjs';
import { loggerOptions, said } from './logs.mjs';
import { openMetrics } from './metrics.mjs';
import { restaurantsOn } from './opened.mjs';
import { servePage } from './page.mjs';
import { Problem, problemOf } from './problems.mjs';
import { addRoutes } from './routes.mjs';
import { isLoopback } from './settings.mjs';
import { wrapUpOf } from './wrap_up.mjs';

const limits = { body: 256 * 1024, request: 15_000, stop: 3_000 };
/** Of an address that is refused, a minute. */
const mostRefused = 60;

/**
 * Nothing but what the desk itself serves; Amazon Connect's panel stands in a frame where one is set, and the issuer is
 * asked for tokens.
 */
const policyOf = (frames, issuer) => ({
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'base-uri': ["'self'"],
    'connect-src': ["'self'", ...issuer],
    'font-src': ["'self'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'frame-src': frames.length > 0 ? frames : ["'none'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
  },
});

/** Who asks, of a bearer's token. */
const bearerOf = ({ headers }) => {
  const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '') ?? [];
  if (!token) throw new Problem('unauthenticated', 'a bearer token is needed', '/headers/authorization');
  return token;
};

const sendProblem = (reply, problem) => {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) reply.header('retry-after', '1');
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};

const asProblems = (app) => {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, said.failed);
    request.problem = problem.code;
    return sendProblem(reply, problem);
  });
};

/** A page on another name that leads to loopback is not the desk's. */
const onLoopbackAlone = (app) =>
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.hostname.replace(/^\[|\]$/g, '')))
      throw new Problem('forbidden', 'is served on loopback alone', '/headers/host');
  });

const counted = (app, metrics) => {
  app.decorateRequest('problem', null);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    metrics.request(route, request.method, status, elapsedTime);
    const { method, person, problem } = request;
    const code = problem ?? undefined;
    request.log.info({ method, route, status, ms: Math.round(elapsedTime), role: person?.role, code }, said.request);
  });
};

/** What is asked under /api, by whom, and how often. */
const api = async (app, context) => {
  const { identity } = context;
  const refused = app.createRateLimit({ max: mostRefused, timeWindow: 60_000 });
  const everybody = app.createRateLimit({
    max: context.settings.rate ?? Infinity,
    timeWindow: 60_000,
    keyGenerator: ({ person }) => person.key,
  });
  const tooMany = () => new Problem('too_many_requests', 'are asked in a minute');
  const known = async (request) => {
    try {
      return await identity.verify(bearerOf(request));
    } catch (error) {
      if (error instanceof Problem && error.status === 401 && (await refused(request)).isExceeded) throw tooMany();
      throw error;
    }
  };
  app.decorateRequest('person', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.routeOptions.config.isOpen || request.is404) return;
    request.person = await known(request);
    if ((await everybody(request)).isExceeded) throw tooMany();
  });
  addRoutes(app, context);
};

/** The desk's server upon a ledger; it listens nowhere yet, and closes the ledger with itself. */
export const openApp = async ({
  ledger,
  identity,
  settings,
  policy = null,
  wrapUp = wrapUpOf(),
  clock = Date.now,
  log,
}) => {
  const hub = new ChangeHub(ledger, settings.every);
  const metrics = openMetrics(hub);
  const app = Fastify({
    logger: loggerOptions(settings.logLevel ?? 'info', log),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.body,
    requestTimeout: limits.request,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (_, request, reply) => sendProblem(reply, new Problem('not_found', 'there is nothing here')),
    genReqId: () => randomUUID(),
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  await app.register(helmet, {
    contentSecurityPolicy: policyOf(settings.frames ?? [], identity.signIn?.origins ?? []),
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: settings.identity?.issuer ? { maxAge: 31_536_000 } : false,
  });
  await app.register(compress, { threshold: 1024 });
  await app.register(rateLimit, { global: false });
  asProblems(app);
  readBodies(app);
  if (identity.login) onLoopbackAlone(app);
  const context = {
    ledger,
    identity,
    settings,
    policy,
    wrapUp,
    clock,
    hub,
    metrics,
    restaurants: restaurantsOn(ledger, clock),
    board: new AgentBoard({ ledger, clock }),
  };
  counted(app, metrics);
  await app.register(async (inner) => api(inner, context));
  await servePage(app, settings.page);
  await hub.open();
  app.addHook('preClose', async () => {
    // A browser keeps connections open that have asked nothing, and Node waits for them.
    setTimeout(() => app.server.closeAllConnections(), limits.stop).unref();
    await hub.close();
  });
  app.addHook('onClose', async () => {
    await metrics.close();
    await ledger.close?.();
  });
  return app;
};
