import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { startRecaptchaStandIn } from '../server/test/captcha/recaptcha-stand-in.js';

/** Tells the journeys where the stand-in for reCAPTCHA is steered. */
export const RECAPTCHA_VARIABLE = 'GATEHOUSE_RECAPTCHA_STAND_IN';

/** What the journeys know of the stand-in. */
export interface RecaptchaPlace {
  readonly origin: string;
  readonly secretKey: string;
  /** Takes a `RecaptchaState` by PUT. */
  readonly steerUrl: string;
}

/** How it behaves from now on. */
export interface RecaptchaState {
  /** Of the tokens that its script hands out, 0 to 1. */
  readonly score?: number;
  /** It answers 503 to everybody. */
  readonly away?: boolean;
}

interface RunningRecaptcha {
  /** What the server has to be started with. */
  readonly environment: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the stand-in, and beside it a place where the journeys steer it from their processes. */
export async function startRecaptcha(): Promise<RunningRecaptcha> {
  const standIn = await startRecaptchaStandIn();
  const steering = createServer((request, response) => {
    void json(request).then((state) => {
      Object.assign(standIn, state);
      response.end();
    });
  });
  await new Promise<void>((resolve) => steering.listen(0, '127.0.0.1', resolve));
  const place: RecaptchaPlace = {
    origin: new URL(standIn.scriptUrl).origin,
    secretKey: standIn.secretKey,
    steerUrl: `http://127.0.0.1:${(steering.address() as AddressInfo).port}`,
  };
  process.env[RECAPTCHA_VARIABLE] = JSON.stringify(place);
  return {
    environment: {
      RECAPTCHA_SCRIPT_URL: standIn.scriptUrl,
      RECAPTCHA_VERIFY_URL: standIn.verifyUrl,
    },
    async stop() {
      steering.close();
      steering.closeAllConnections();
      await standIn.close();
    },
  };
}
