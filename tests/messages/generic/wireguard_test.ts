import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  EncodeError,
  printMessage,
  type WgDevice,
  wgDevice,
  Writer,
} from "../../../messages/mod.ts";

const SECRET = 0xa7;

function encode(value: WgDevice): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  wgDevice.encode(writer, value);
  return writer.finish().slice();
}

function decode(bytes: Uint8Array<ArrayBuffer>): WgDevice {
  return wgDevice.decode(new DataView(bytes.buffer), 0, bytes.length);
}

const device: WgDevice = {
  privateKey: new Uint8Array(32).fill(SECRET),
  peers: [{ presharedKey: new Uint8Array(32).fill(SECRET) }],
};

Deno.test("wgDevice shows no keys that are secret", () => {
  const bytes = encode(device);
  const decoded = decode(bytes);
  const shown = [
    printMessage(wgDevice, new DataView(bytes.buffer)),
    Deno.inspect(decoded, { depth: 9 }),
    JSON.stringify(decoded),
    `${decoded.privateKey}`,
  ];
  for (const text of shown) {
    assert(!/a7|167/i.test(text), text);
  }
  assertEquals(shown[0]!.match(/\*\*/g)?.length, 64);
  assertEquals([...decoded.privateKey!], new Array(32).fill(SECRET));
});

Deno.test("printMessage() shows keys to those who ask for them", () => {
  const view = new DataView(encode(device).buffer);
  const text = printMessage(wgDevice, view, { secrets: true });
  assertEquals(text.match(/a7/g)?.length, 64);
});

Deno.test("wgDevice shows no keys of the wrong length", () => {
  const bytes = encode({
    unknown: [{ type: 3, data: new Uint8Array(31).fill(SECRET) }],
  });
  const text = printMessage(wgDevice, new DataView(bytes.buffer));
  assert(!text.includes("a7"), text);
  const error = assertThrows(
    () => encode({ privateKey: new Uint8Array(31).fill(SECRET) }),
    EncodeError,
    "privateKey",
  );
  assert(!Deno.inspect(error).includes("167"));
});
