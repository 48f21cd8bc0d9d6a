#!/usr/bin/env node
// The executable: hands the process's streams to `main` and ends with its exit code.
import { once } from 'node:events';
import { main } from './main.ts';
import type { Outlet } from './terminal.ts';

function outlet(stream: NodeJS.WriteStream): Outlet {
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  return {
    isTTY: stream.isTTY,
    columns: stream.columns,
    write: async (chunk) => {
      if (!stream.write(chunk)) await once(stream, 'drain');
    },
  };
}

process.exitCode = await main(process.argv.slice(2), {
  input: process.stdin,
  out: outlet(process.stdout),
  error: outlet(process.stderr),
  env: process.env,
});
