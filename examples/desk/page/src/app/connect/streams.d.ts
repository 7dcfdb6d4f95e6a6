declare module 'amazon-connect-streams/release/connect-streams-min.js';
