/** What Home uses of registration. */
export { STATE_TONE } from './registration-tone';
