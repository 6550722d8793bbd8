import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, handleProtocols, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Log } from '../log/log.js';
import { formatError } from './error-format.js';
import { costOf } from './query-cost.js';
import { requestLimitRules, requestLimits } from './request-limits.js';

/** Who may open a connection, decided before there is one. */
export interface Admitted<Context> {
  readonly context: Context;
  /** Connections of one person are counted together. */
  readonly person: string;
  /** Whether the session still counts; asking does not prolong it. */
  stillCounts(): Promise<boolean>;
}

/** Status of the answer to a connection that is refused. */
export type Refusal = 401 | 403 | 404;

export interface SubscriptionServerOptions<Context> {
  readonly httpServer: Server;
  readonly schema: GraphQLSchema;
  readonly log: Log;
  readonly admit: (request: IncomingMessage) => Promise<Admitted<Context> | Refusal>;
  /** How often it is looked whether sessions still count, in ms. */
  readonly checkEveryMs?: number;
}

/** Figures of what one person may keep open. */
const mostConnections = 20;
const mostSubscriptions = 10;
/** Bytes; a subscription is short. */
const mostMessageBytes = 16_384;
const defaultCheckEveryMs = 15_000;

const refuse = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};

/** The same limits as over HTTP; queries and mutations have their own way. */
const prepare = <Context>(
  schema: GraphQLSchema,
  contextValue: Context,
  { query, operationName, variables }: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] => {
  try {
    const document = parse(query, { maxTokens: requestLimits.tokens });
    const faults = validate(schema, document, [...specifiedRules, ...requestLimitRules]);
    if (faults.length > 0) return faults;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      return [badRequest('Only subscriptions run here; send the rest as POST.')];
    }
    if (
      costOf({ schema, document, operationName, variables: variables ?? {} }) > requestLimits.cost
    ) {
      return [badRequest('This subscription asks for too much.')];
    }
    return {
      schema,
      document,
      contextValue,
      ...(operationName && { operationName }),
      ...(variables && { variableValues: variables }),
    };
  } catch (error) {
    return [
      error instanceof GraphQLError ? error : badRequest('The subscription can not be read.'),
    ];
  }
};

const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Subscriptions over graphql-ws on the path of the API; each connection ends with its session. */
export const startSubscriptions = <Context>(options: SubscriptionServerOptions<Context>) => {
  const { httpServer, schema, log, admit } = options;
  const format = formatError(log);
  const formatAll = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
    errors.map((error) => format(withCode(error), error));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostMessageBytes,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  const admissions = new WeakMap<IncomingMessage, Admitted<Context>>();
  type Socket = Parameters<Parameters<typeof sockets.handleUpgrade>[3]>[0];
  const open = new Map<Socket, Admitted<Context>>();

  const admittedOf = (request: IncomingMessage): Admitted<Context> => {
    const admitted = admissions.get(request);
    if (!admitted) throw new Error('A connection that was not admitted.');
    return admitted;
  };

  const running = useServer(
    {
      schema,
      onSubscribe: ({ extra, subscriptions }, _id, payload) =>
        Object.keys(subscriptions).length > mostSubscriptions
          ? [badRequest(`At most ${mostSubscriptions} subscriptions on one connection.`)]
          : prepare(schema, admittedOf(extra.request).context, payload),
      onError: (_context, _id, _payload, errors) => formatAll(errors),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { data: result.data ?? null, errors: formatAll(result.errors) } : undefined,
      isProd: true,
    },
    sockets,
  );

  const openSocket = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      open.set(webSocket, admittedOf(request));
      webSocket.on('close', () => open.delete(webSocket));
      sockets.emit('connection', webSocket, request);
    });

  const connectionsOf = (person: string): number =>
    [...open.values()].filter((admitted) => admitted.person === person).length;

  httpServer.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    admit(request).then(
      (admitted) => {
        if (typeof admitted === 'number') return refuse(socket, admitted);
        if (connectionsOf(admitted.person) >= mostConnections) return refuse(socket, 429);
        admissions.set(request, admitted);
        openSocket(request, socket, head);
      },
      (error: unknown) => {
        log.error({ err: error }, 'a connection could not be opened');
        refuse(socket, 500);
      },
    );
  });

  const endWithoutSession = async (): Promise<void> => {
    for (const [socket, admitted] of open) {
      if (!(await admitted.stillCounts())) socket.close(CloseCode.Unauthorized, 'Sign in again.');
    }
  };
  const timer = setInterval(() => {
    endWithoutSession().catch((error: unknown) =>
      log.warn({ err: error }, 'sessions of open connections could not be checked'),
    );
  }, options.checkEveryMs ?? defaultCheckEveryMs);

  return {
    openConnections: (): number => open.size,
    async stop(): Promise<void> {
      clearInterval(timer);
      await running.dispose();
      sockets.close();
    },
  };
};

/** What graphql-js itself refuses bears no code. */
const withCode = (error: GraphQLError): GraphQLFormattedError => {
  const formatted = error.toJSON();
  return error.originalError || formatted.extensions?.['code']
    ? formatted
    : { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
};
