/** The address of a host: `https://` plus the name; localhost names take scheme and port of the console. */
export type BaseAddress = (host: string) => string;

export const isLocalhostName = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost');

/** @param publicUrl the console's address; links, Origin checks and cookies follow this, never a request */
export const createBaseAddress = (publicUrl: string): BaseAddress => {
  const console_ = new URL(publicUrl);
  return (host) => {
    if (host === console_.hostname) return console_.origin;
    if (!isLocalhostName(host)) return `https://${host}`;
    return `${console_.protocol}//${host}${console_.port ? `:${console_.port}` : ''}`;
  };
};
