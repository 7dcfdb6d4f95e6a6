/** The global `connect` of amazon-connect-streams, on stand-ins for what it asks of a browser. */
declare const connect: object;
export = connect;
