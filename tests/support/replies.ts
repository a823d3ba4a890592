/**
 * A kernel that answers with what a fixture has recorded.
 *
 * @module
 */

import { Connection } from "../../api/connection/connection.ts";
import { Rtnetlink } from "../../api/rtnetlink.ts";
import { decode, type Message } from "../../messages/datagram.ts";
import { NLM_F_DUMP, NLM_F_REQUEST } from "../../messages/header.ts";
import { parseHex } from "../../tools/capture/fixture.ts";
import { ack, done, FakeKernel, type FakeRequest } from "./fake_kernel.ts";

/** A message and its bytes. */
interface Recorded {
  readonly message: Message;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a fixture has recorded. */
export interface Fixture {
  /** What the program sent, in its order. */
  readonly requests: readonly Message[];
  /** What the kernel sent. */
  readonly answers: readonly Recorded[];
}

/**
 * Reads a fixture.
 *
 * @param name Its path, such as `bridge/mst`.
 * @returns What it has recorded.
 */
export function fixture(name: string): Fixture {
  const url = new URL(`../fixtures/${name}.hex`, import.meta.url);
  const requests: Message[] = [];
  const answers: Recorded[] = [];
  for (const bytes of parseHex(Deno.readTextFileSync(url))) {
    let at = 0;
    for (const message of decode(bytes).messages) {
      const { flags, length } = message.header;
      const end = at + length;
      // Programs set it in what they send, and the kernel never does.
      if (flags & NLM_F_REQUEST) requests.push(message);
      else answers.push({ message, bytes: bytes.slice(at, end) });
      at = (end + 3) & ~3;
    }
  }
  return { requests, answers };
}

/**
 * Makes a kernel that answers dumps with the recorded messages of a type, and
 * acknowledges all else.
 *
 * @param answers What is recorded.
 * @param types Types of the messages.
 * @returns The kernel, and a connection to it.
 */
export function replying(
  answers: Fixture["answers"],
  ...types: number[]
): { kernel: FakeKernel; net: Rtnetlink } {
  const kernel = new FakeKernel((request) => {
    if ((request.flags & NLM_F_DUMP) !== NLM_F_DUMP) return [ack(request)];
    const listed = answers.filter(({ message: { header } }) =>
      types.includes(header.type)
    );
    return [
      ...listed.map(({ bytes }) => inAnswerTo(request, bytes)),
      done(request),
    ];
  });
  return { kernel, net: new Rtnetlink(new Connection(kernel)) };
}

/** A recorded message in answer to another request. */
function inAnswerTo(
  { sequence, portId }: FakeRequest,
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  view.setUint32(8, sequence, true);
  view.setUint32(12, portId, true);
  return copy;
}

/** A request as it was sent: its type, its flags, and what it is about. */
export function sentBy({ requests }: FakeKernel): Message[] {
  return requests.map(({ bytes }) => decode(bytes).messages[0]!);
}
