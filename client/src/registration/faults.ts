/** Field name as in the mutation's input → the end of the key `registration.fault.…`. */
export type Faults = Record<string, string>;
