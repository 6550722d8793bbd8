export type { Demo } from './demo.js';
export { seedDemo } from './seed-demo.js';
