/**
 * Tests of commented bytes beside the values that they mean.
 *
 * @module
 */
import { assertEquals, assertNotEquals } from "@std/assert";
import { decode, encode, type Message } from "../../messages/mod.ts";
import { parseHex } from "../../tools/capture/fixture.ts";

/**
 * Declares a test that a datagram is decoded as `messages`, and that these,
 * decoded or written by hand, are encoded as the datagram.
 *
 * @param name What is in the datagram, such as `RTM_NEWPREFIX of a router`.
 * @param text The datagram: hexadecimal bytes, with comments after `#`.
 * @param messages The messages.
 * @param exception Why messages that are written by hand are encoded in another
 * way, if they are.
 */
export function golden(
  name: string,
  text: string,
  messages: readonly Message[],
  exception?: string,
): void {
  Deno.test(`messages are read and written: ${name}`, () => {
    const [bytes] = parseHex(text.replaceAll(/\n{2,}/g, "\n"));
    const decoded = decode(bytes!);
    assertEquals(decoded, { messages: [...messages] });
    assertEquals(encode(decoded.messages).toHex(), bytes!.toHex());
    if (exception === undefined) {
      assertEquals(encode(messages).toHex(), bytes!.toHex());
    } else {
      assertNotEquals(encode(messages).toHex(), bytes!.toHex(), exception);
    }
  });
}

/** A header of a message of `length` bytes. */
export function head(
  length: number,
  type: number,
  flags = 0,
): Message["header"] {
  return { length, type, flags, sequence: 0, portId: 0 };
}
