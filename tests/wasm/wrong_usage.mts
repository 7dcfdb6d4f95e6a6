import { SqliteLedger } from 'denwaban/wasm';

export const ledger = SqliteLedger.open('book.db');
