// type-graphql's decorators need it before any slice is loaded.
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printApi } from './print-api.js';

const file = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
await writeFile(file, printApi());
