// A restaurant's tools as a server of the Model Context Protocol, on its official SDK, which is loaded here alone.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { DenwabanError, ToolDesk, version } from '../index.mjs';

const sdk = async (part) => {
  try {
    return await import(`@modelcontextprotocol/sdk/${part}.js`);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('denwaban mcp needs the official SDK: npm install @modelcontextprotocol/sdk', { cause: error });
  }
};

const described = ({ name, title, description, effect, destructive, inputSchema, outputSchema }) => {
  const writes = effect === 'writes';
  const annotations = {
    title,
    readOnlyHint: !writes,
    destructiveHint: destructive,
    idempotentHint: true,
    openWorldHint: false,
  };
  return { name, title, description, inputSchema, outputSchema, annotations };
};
const textOf = (value) => [{ type: 'text', text: JSON.stringify(value) }];

/** Of one session: what connects to it is one guest, or one agent. */
export const mcpServer = async (
  ledger,
  restaurant,
  { session = randomUUID(), clock = () => new Date(), ...caller },
) => {
  const { Server } = await sdk('server/index');
  const { CallToolRequestSchema, ListToolsRequestSchema } = await sdk('types');
  const { deadline, ...who } = caller;
  const desk = new ToolDesk(ledger, { deadline });
  const instructions = ToolDesk.instructions();
  const server = new Server({ name: 'denwaban', version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: ToolDesk.list().map(described) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const call = { restaurant, session, ...who, tool: params.name, arguments: params.arguments };
    try {
      const answer = await desk.call(call, { now: clock() });
      return { content: textOf(answer), structuredContent: answer };
    } catch (error) {
      if (!(error instanceof DenwabanError)) throw error;
      return { content: textOf({ errors: error.errors }), isError: true };
    }
  });
  return server;
};

/** Serves one session on the process's own streams. */
export const serveStdio = async (ledger, restaurant, options = {}) => {
  const { StdioServerTransport } = await sdk('server/stdio');
  const server = await mcpServer(ledger, restaurant, options);
  const over = new Promise((resolve) => {
    server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await over;
  await server.close();
};

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const hostOf = (address) => {
  try {
    return new URL(address).hostname;
  } catch {
    return null;
  }
};

/** Whether a request comes for us, and not from a page that a browser shows of somebody else. */
const isForUs = ({ headers: { host, origin } }, allowed) =>
  allowed.has(hostOf(`http://${host}`)) && (origin === undefined || allowed.has(hostOf(origin)));

/**
 * Serves a session for every client that begins one, at `/mcp`. On the loopback alone unless `host` says otherwise;
 * `allowedHosts` are names by which it may be asked for beside the loopback's.
 */
export const serveHttp = async (
  ledger,
  restaurant,
  { host = '127.0.0.1', port = 0, allowedHosts = [], mostSessions = 100, idle = 1_800_000, ...options } = {},
) => {
  const { StreamableHTTPServerTransport } = await sdk('server/streamableHttp');
  const allowed = new Set([...loopback, ...allowedHosts]);
  const sessions = new Map();
  const refuse = (response, status, message) => {
    const error = { jsonrpc: '2.0', error: { code: -32000, message }, id: null };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(error));
  };
  const begin = async () => {
    const session = randomUUID();
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => session,
      onsessioninitialized: () => sessions.set(session, { transport, timer: undefined }),
    });
    const server = await mcpServer(ledger, restaurant, { ...options, session });
    server.onclose = () => {
      clearTimeout(sessions.get(session)?.timer);
      sessions.delete(session);
    };
    await server.connect(transport);
    return transport;
  };
  const keepAlive = (id) => {
    const session = sessions.get(id);
    if (session === undefined) return;
    clearTimeout(session.timer);
    session.timer = setTimeout(() => session.transport.close(), idle).unref();
  };
  const answer = async (request, response) => {
    if (!isForUs(request, allowed)) return refuse(response, 403, 'is not asked for by this name');
    if (new URL(request.url, 'http://localhost').pathname !== '/mcp') return refuse(response, 404, 'is not here: /mcp');
    const id = request.headers['mcp-session-id'];
    if (id === undefined && request.method !== 'POST') return refuse(response, 400, 'needs a session');
    if (id !== undefined && !sessions.has(id)) return refuse(response, 404, 'the session is over');
    if (id === undefined && sessions.size >= mostSessions) return refuse(response, 503, 'has too many sessions');
    const transport = sessions.get(id)?.transport ?? (await begin());
    await transport.handleRequest(request, response);
    keepAlive(transport.sessionId);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (response.headersSent) response.end();
      else refuse(response, 500, 'failed');
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: server.address().port,
    close: async () => {
      await Promise.all([...sessions.values()].map(({ transport }) => transport.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
