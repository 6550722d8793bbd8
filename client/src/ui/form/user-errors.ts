/** A fault that the API found in an input; `field` is the path, starting with the argument's name. */
export interface UserError {
  field: readonly string[];
  message: string;
  code: string;
}

/** `["input","captcha","siteKey"]` → `captcha.siteKey`; a bare argument stands for the whole form. */
export function toFieldName(path: readonly string[]): string {
  return (path[0] === 'input' ? path.slice(1) : path).join('.');
}

/** Field name → text; the first fault of a field wins. */
export function toFieldErrors(
  errors: readonly UserError[],
  toText: (error: UserError) => string,
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const error of errors) fields[toFieldName(error.field)] ??= toText(error);
  return fields;
}
