/**
 * What tests of sockets share: requests, and programs to run.
 *
 * @module
 */
import { canMakeNamespaces } from "../support/namespace.ts";

/** Routing, links, addresses (`NETLINK_ROUTE`). */
export const NETLINK_ROUTE = 0;

const NLM_F_REQUEST = 1;
const RTM_GETLINK = 18;
const RTM_NEWLINK = 16;
const NLMSG_ERROR = 2;

/** Makes a datagram of one message that has only a family header. */
export function message(
  type: number,
  flags: number,
  size = 32,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  const words = new Uint32Array(bytes.buffer);
  const halves = new Uint16Array(bytes.buffer);
  words[0] = size;
  halves[2] = type;
  halves[3] = NLM_F_REQUEST | flags;
  words[2] = 1;
  return bytes;
}

/** A request for the link with an index. */
export function getLink(index: number): Uint8Array<ArrayBuffer> {
  const bytes = message(RTM_GETLINK, 0);
  new Int32Array(bytes.buffer)[5] = index;
  return bytes;
}

/** A request that sets the link with an index up or down. */
export function setUp(index: number, up: boolean): Uint8Array<ArrayBuffer> {
  const bytes = message(RTM_NEWLINK, 4);
  const words = new Int32Array(bytes.buffer);
  words[5] = index;
  words[6] = up ? 1 : 0;
  words[7] = 1;
  return bytes;
}

/** Type of the first message of a datagram. */
export function typeOf(bytes: Uint8Array<ArrayBuffer>): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint16(4, LITTLE);
}

/** Error of the first message of a datagram; 0 is an acknowledgement. */
export function errorOf(bytes: Uint8Array<ArrayBuffer>): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return typeOf(bytes) === NLMSG_ERROR ? -view.getInt32(16, LITTLE) : undefined;
}

const LITTLE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** What a program did. */
export interface Outcome {
  /** Its exit code. */
  code: number;
  /** What it printed. */
  stdout: string;
  /** Its complaints. */
  stderr: string;
}

const decoder = new TextDecoder();

/**
 * Runs a program of Deno that can import `./socket.ts`. If it does not end, it
 * is killed, and has another exit code.
 */
export async function runProgram(
  code: string,
  flags: readonly string[] = ["--allow-ffi"],
): Promise<Outcome> {
  const directory = await Deno.makeTempDir();
  try {
    const socket = new URL("../../socket.ts", import.meta.url).href;
    const program = `${directory}/program.ts`;
    await Deno.writeTextFile(program, code.replaceAll("./socket.ts", socket));
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-prompt", "--no-check", ...flags, program],
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      signal: AbortSignal.timeout(20_000),
    }).spawn();
    const complaints = new Response(child.stderr).text();
    let stdout = "";
    for await (const chunk of child.stdout) {
      stdout += decoder.decode(chunk);
    }
    const { code: exit } = await child.status;
    return { code: exit, stdout, stderr: await complaints };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

/** Declares a test that has to enter network namespaces. */
export function namespaceTest(
  name: string,
  body: () => void | Promise<void>,
): void {
  const ignore = !canMakeNamespaces();
  const reason = ignore ? " (needs root on Linux)" : "";
  Deno.test({ name: name + reason, ignore, fn: body });
}
