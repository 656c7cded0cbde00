import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TinySite {
  origin: string;
  /** as `127.0.0.1:1234` */
  host: string;
  /** what was asked for, in its order */
  requests: string[];
  close(): Promise<void>;
}

/** A server of a few pages for one test; what it does not know is not found. `pages` may be changed while it runs. */
export async function startTinySite(pages: Record<string, string | Answer>): Promise<TinySite> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    const page = pages[path] ?? pages["*"];
    if (typeof page === "function") page(request, response);
    else if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return {
    origin: `http://${host}`,
    host,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
