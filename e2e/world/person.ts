import { randomBytes } from 'node:crypto';
import type { Login } from '../demo.js';

/** Somebody whose address nobody used before, so that no limit for one address is in the way. */
export interface Person extends Login {
  readonly firstName: string;
  readonly lastName: string;
}

export function newPerson(firstName: string, lastName: string): Person {
  return {
    firstName,
    lastName,
    email: `${firstName}.${randomName()}@people.example`.toLowerCase(),
    password: `quiet rivers under ${randomName()} stars`,
  };
}

/** Short, and good in addresses, host names and titles. */
export const randomName = (): string => randomBytes(4).toString('hex');
