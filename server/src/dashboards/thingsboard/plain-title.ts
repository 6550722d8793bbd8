import { lineOf, textOf } from '../json-value.js';

/** A title without the patterns that ThingsBoard fills in, such as `${entityName}`. */
export const plainTitle = (value: unknown): string | null =>
  lineOf(
    textOf(value)
      ?.slice(0, 2_000)
      .replaceAll(/\$\{[^{}]*\}|\{i18n:[^{}]*\}/g, ' '),
  );
