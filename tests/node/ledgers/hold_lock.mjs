// Holds the lock of a ledger's file for as long as a named pipe, of which it imports, is open.
import { SqliteLedger } from 'denwaban';

const [, , file, pipe] = process.argv;
const ledger = await SqliteLedger.open(file);
const importing = ledger.importFrom(pipe);
await importing;
await ledger.close();
