import express, { type Request, type RequestHandler, type Response } from 'express';

interface Bodies {
  /** Bytes that anybody may send. */
  readonly usual: number;
  /** Bytes that some may send. */
  readonly large: number;
  /** Large ones that are read or worked on at the same time. */
  readonly largeAtOnce: number;
  readonly maySendLarge: (request: Request, response: Response) => Promise<boolean>;
}

/** Whoever takes longer to send a large body makes others wait. */
const longestUploadMs = 60_000;
const retryAfterSeconds = 5;

/** Whether a request was let in with more than everybody may send. */
export const hasLargeBody = (response: Response): boolean => response.locals['largeBody'] === true;

/**
 * Reads JSON bodies. Large ones are read only for who may send them, and few at once, so that they
 * can't fill the memory.
 */
export const jsonBody = ({ usual, large, largeAtOnce, maySendLarge }: Bodies): RequestHandler => {
  const readUsual = express.json({ limit: usual, strict: true });
  const readLarge = express.json({ limit: large, strict: true });
  let running = 0;

  const takePlace = (request: Request, response: Response): void => {
    running += 1;
    const deadline = setTimeout(() => request.destroy(), longestUploadMs);
    request.once('end', () => clearTimeout(deadline));
    response.once('close', () => {
      clearTimeout(deadline);
      running -= 1;
    });
  };

  return async (request, response, next) => {
    const bytes = Number(request.headers['content-length'] ?? 0);
    const isLarge = bytes > usual && bytes <= large;
    if (!isLarge || !(await maySendLarge(request, response))) {
      return readUsual(request, response, next);
    }
    if (running >= largeAtOnce) {
      const message = 'Many large files arrive at once. Try again shortly.';
      const extensions = { code: 'OVERLOADED', retryAfter: retryAfterSeconds };
      response.set('retry-after', String(retryAfterSeconds));
      response.status(503).json({ errors: [{ message, extensions }] });
      return;
    }
    takePlace(request, response);
    response.locals['largeBody'] = true;
    return readLarge(request, response, next);
  };
};
