/**
 * Writes, in the form of `rtmon`, the messages of fixtures that a kernel could
 * have sent as notifications:
 *
 *     deno run --allow-read tests/support/rtmon_file.ts [-r] link/can route/ > FILE
 *
 * writes those of one fixture and of all fixtures in a folder, and with `-r`
 * requests as well. That way, `ip`
 * shows what no kernel at hand has, such as devices of CAN.
 *
 * @module
 */
import { parseHex } from "../../tools/capture/fixture.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
/** Size of a message's header, `struct nlmsghdr`. */
const HEADER = 16;
const NLMSG_MIN_TYPE = 16;
const NLM_F_REQUEST = 1;

const requests = Deno.args[0] === "-r";

for (const word of Deno.args.slice(requests ? 1 : 0)) {
  for (const name of word.endsWith("/") ? folder(word) : [`${word}.hex`]) {
    const text = Deno.readTextFileSync(new URL(name, FIXTURES));
    for (const datagram of parseHex(text)) {
      for (const message of messages(datagram)) writeAll(message);
    }
  }
}

function folder(path: string): string[] {
  return [...Deno.readDirSync(new URL(path, FIXTURES))]
    .filter(({ name }) => name.endsWith(".hex"))
    .map(({ name }) => path + name)
    .sort();
}

/** Messages about objects that are new or gone: two of each four types. */
function* messages(datagram: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(
    datagram.buffer,
    datagram.byteOffset,
    datagram.length,
  );
  for (let at = 0; at + HEADER <= datagram.length;) {
    const end = at + (view.getUint32(at, true) + 3 & ~3);
    const type = view.getUint16(at + 4, true);
    const isRequest = (view.getUint16(at + 6, true) & NLM_F_REQUEST) !== 0;
    if (
      type >= NLMSG_MIN_TYPE && (type & 2) === 0 && (requests || !isRequest)
    ) {
      yield datagram.subarray(at, end);
    }
    at = end;
  }
}

function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    at += Deno.stdout.writeSync(bytes.subarray(at));
  }
}
