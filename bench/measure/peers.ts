import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** A server with one answer for every address, and a way to stop it. */
export interface Peer {
  address: string;
  stop(): void;
}

/** node:http and a constant: nothing that runs on Node answers faster. */
export async function startBareNodeServer(body: Buffer, contentType: string): Promise<Peer> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": contentType, "content-encoding": "gzip", "content-length": body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

/** The framework that Renkei stands on, with the same constant and nothing else. */
export async function startBareHonoServer(body: Buffer, contentType: string): Promise<Peer> {
  const app = new Hono();
  const headers = { "content-type": contentType, "content-encoding": "gzip" };
  app.get("*", () => new Response(new Uint8Array(body), { headers }));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({ address: `http://127.0.0.1:${port}`, stop: () => server.close() }),
    );
  });
}
