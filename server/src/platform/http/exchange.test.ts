import { describe, expect, it } from 'vitest';
import { hostOf, networkOf } from './exchange.js';

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
  ])('of %j is %s: one IPv4 address, or what one IPv6 customer usually has', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('hostOf', () => {
  it('is in lower case, and empty where there is none', () => {
    expect(hostOf({ hostname: 'ACME.Example' })).toBe('acme.example');
    expect(hostOf({ hostname: undefined as unknown as string })).toBe('');
  });
});
