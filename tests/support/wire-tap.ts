/** A wire tap: passes everything on and keeps a copy of both directions. */
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export async function tap(port: number): Promise<{ port: number; heard: () => Buffer }> {
  const heard: Buffer[] = [];
  const server = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes: Buffer) => heard.push(bytes));
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address() as AddressInfo; // it listens on a port
  return { port: address.port, heard: () => Buffer.concat(heard) };
}
