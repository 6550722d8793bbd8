// type-graphql's decorators need it before any slice is loaded.
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeApi, printApi } from './print-api.js';
import { printErrorCodes } from './print-error-codes.js';

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const schema = describeApi();
await writeFile(fileOf('schema/schema.graphql'), printApi(schema));
await writeFile(fileOf('../docs/error-codes.md'), printErrorCodes(schema));
