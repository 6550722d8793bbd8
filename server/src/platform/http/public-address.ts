import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the public internet. Refused are private, loopback, link-local and
 * all other special ranges, also when an IPv6 address wraps such an IPv4 address.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  return ipaddr.process(text).range() === 'unicast';
};

export const isLoopbackAddress = (text: string): boolean =>
  ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback';
