import type { Ledger, RunOptions, ToolCaller } from '../index.mjs';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';

/** For whom a server's tools are called. */
export interface McpOptions extends RunOptions, Partial<ToolCaller> {
  /** This machine's, if it is left out. */
  clock?: () => Date;
}
export interface McpHttpOptions extends Omit<McpOptions, 'session'> {
  /** 127.0.0.1, if it is left out. */
  host?: string;
  /** Any that is free, if it is left out. */
  port?: number;
  /** Names by which it may be asked for, beside the loopback's. */
  allowedHosts?: readonly string[];
  /** At once: 100. */
  mostSessions?: number;
  /** After how many milliseconds without a request a session is over: half an hour. */
  idle?: number;
}

/**
 * A restaurant's tools as a server of the Model Context Protocol, for one session: one guest, or one agent. Needs
 * `@modelcontextprotocol/sdk`.
 */
export function mcpServer(ledger: Ledger, restaurant: string, options: McpOptions): Promise<Server>;
/** Serves one session on the process's own streams, until they end. */
export function serveStdio(ledger: Ledger, restaurant: string, options?: McpOptions): Promise<void>;
/** Serves a session for every client that begins one, at `/mcp`: streamable HTTP, on the loopback by default. */
export function serveHttp(
  ledger: Ledger,
  restaurant: string,
  options?: McpHttpOptions,
): Promise<{ port: number; close(): Promise<void> }>;
