import { v7, validate } from 'uuid';

/** Ids are time-ordered UUIDs (version 7), made by the server program. */
export const newId = (): string => v7();

/** Whether a string from outside has the form of an id; anything else can't name a row. */
export const isId = (value: string): boolean => validate(value);
