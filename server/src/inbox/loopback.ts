import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether a connection comes from this machine. */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Whether a Host header names this machine. A page of a stranger whose name points here still sends
 * its own name, and is told apart by it.
 */
export const isLoopbackHost = (header: string | undefined): boolean => {
  const name = header?.replace(/:\d+$/, '').toLowerCase() ?? '';
  return ['localhost', '127.0.0.1', '[::1]'].includes(name) || name.endsWith('.localhost');
};
