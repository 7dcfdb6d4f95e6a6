export { AmazonConnectAdapter } from './index.js';
