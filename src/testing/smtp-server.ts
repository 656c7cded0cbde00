import { createServer, type Socket } from "node:net";

export interface ReceivedMail {
  from: string;
  to: string[];
  /** header and body as they came, without the dots of transparency (RFC 5321 4.5.2) */
  content: string;
}

export interface SmtpServer {
  url: string;
  received: ReceivedMail[];
  close(): Promise<void>;
}

/** As much of RFC 5321 as a sender needs. `refuse` answers RCPT TO in the place of 250, and may take its time. */
export async function startSmtpServer(
  refuse: (recipient: string) => string | null | Promise<string | null> = () => null,
): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    converse(socket, refuse, received);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(
  socket: Socket,
  refuse: (recipient: string) => string | null | Promise<string | null>,
  received: ReceivedMail[],
): void {
  let rest = "";
  let mail: ReceivedMail = { from: "", to: [], content: "" };
  let inData = false;
  const answer = (text: string) => socket.write(`${text}\r\n`);
  const hear = async (line: string) => {
    if (inData) {
      if (line === ".") {
        inData = false;
        received.push(mail);
        mail = { from: "", to: [], content: "" };
        answer("250 2.0.0 kept");
      } else mail.content += `${line.replace(/^\./, "")}\r\n`;
      return;
    }
    const [verb = ""] = line.toUpperCase().split(/[ :]/);
    const address = line.match(/<(.*?)>/)?.[1] ?? "";
    if (verb === "EHLO" || verb === "HELO") answer("250-test\r\n250-8BITMIME\r\n250 SMTPUTF8");
    else if (verb === "MAIL") {
      mail.from = address;
      answer("250 2.1.0 go on");
    } else if (verb === "RCPT") {
      const refusal = await refuse(address);
      if (refusal === null) mail.to.push(address);
      answer(refusal ?? "250 2.1.5 go on");
    } else if (verb === "DATA") {
      inData = true;
      answer("354 until a dot");
    } else if (verb === "QUIT") socket.end("221 2.0.0 bye\r\n");
    else answer("250 2.0.0 fine");
  };
  let work = Promise.resolve();
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) work = work.then(() => hear(line));
  });
  answer("220 test ESMTP");
}
