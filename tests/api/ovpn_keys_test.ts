import { assert, assertEquals, assertRejects } from "@std/assert";
import type {
  OvpnDirection,
  OvpnKeySpec,
} from "../../api/generic/ovpn_key_spec.ts";
import {
  OVPN_CMD_KEY_DEL,
  OVPN_CMD_KEY_GET,
  OVPN_CMD_KEY_NEW,
  OVPN_CMD_KEY_SWAP,
} from "../../messages/generic/ovpn.ts";
import {
  type Attributes,
  FamilyKernel,
  plain,
} from "../support/generic_kernel.ts";

/** Keys with a kernel that answers each request. */
function open(...answer: Attributes[]) {
  const replies = answer.map((attributes) => ({ attributes }));
  const kernel = new FamilyKernel("ovpn", () => replies);
  return { kernel, keys: kernel.generic.ovpn.keys };
}

const key = { device: "eth0", peer: 7, slot: "secondary" } as const;

/** Bytes that can be found in text: 0xd7 is 215. */
const SECRET = /\bd7|215/;

function direction(length: number): OvpnDirection {
  return {
    key: new Uint8Array(length).fill(0xd7),
    nonceTail: new Uint8Array(8).fill(0xd7),
  };
}

const spec: OvpnKeySpec = {
  ...key,
  id: 3,
  cipher: "aes-gcm",
  encrypt: direction(32),
  decrypt: direction(16),
};

Deno.test("OvpnKeys adds, gets, swaps and deletes keys", async () => {
  const { kernel, keys } = open({
    keyconf: { peerId: 7, slot: 1, keyId: 3, cipherAlg: 1 },
  });
  const one = await keys.get(key);
  assertEquals(plain(one), { ...key, device: 2, id: 3, cipher: "aes-gcm" });
  const named = {
    dump: false,
    attributes: { ifindex: 2, keyconf: { peerId: 7, slot: 1 } },
  };
  assertEquals(kernel.last, { cmd: OVPN_CMD_KEY_GET, ...named });
  // What was read is a key.
  assertEquals(await keys.delete(one), true);
  assertEquals(kernel.last, { cmd: OVPN_CMD_KEY_DEL, ...named });
  await keys.swap({ device: "eth0", peer: 7 });
  assertEquals(kernel.last, {
    cmd: OVPN_CMD_KEY_SWAP,
    dump: false,
    attributes: { ifindex: 2, keyconf: { peerId: 7 } },
  });
  await keys.add(spec);
  const { cmd, attributes } = kernel.last!;
  const { encryptDir, decryptDir, ...rest } = attributes.keyconf as Record<
    string,
    Record<string, Uint8Array>
  >;
  assertEquals([cmd, attributes.ifindex], [OVPN_CMD_KEY_NEW, 2]);
  assertEquals({ ...rest } as unknown, {
    peerId: 7,
    slot: 1,
    keyId: 3,
    cipherAlg: 1,
  });
  const hex = ({ cipherKey, nonceTail }: Record<string, Uint8Array>) =>
    [cipherKey, nonceTail].map((bytes) => bytes!.toHex());
  assertEquals(hex(encryptDir!), ["d7".repeat(32), "d7".repeat(8)]);
  assertEquals(hex(decryptDir!), ["d7".repeat(16), "d7".repeat(8)]);
});

Deno.test("OvpnKeys shows no key in errors, requests and messages", async () => {
  const { kernel, keys } = open();
  const text = "d7".repeat(32);
  const wrong: [object, string][] = [
    [{ encrypt: text }, "encrypt"],
    [{ encrypt: spec.encrypt.key }, "encrypt"],
    [{ encrypt: { key: text, nonceTail: text } }, "encrypt.key"],
    [{ encrypt: { ...direction(257) } }, "encrypt.key"],
    [{ decrypt: { ...direction(0) } }, "decrypt.key"],
    [{ decrypt: { key: spec.decrypt.key } }, "decrypt.nonceTail"],
    [
      { decrypt: { ...spec.decrypt, nonceTail: spec.decrypt.key } },
      "decrypt.nonceTail",
    ],
    [{ decrypt: { ...spec.decrypt, cipherKey: text } }, "decrypt.cipherKey"],
    [{ encryptt: spec.encrypt }, "encryptt"],
    [{ encrypt: undefined }, "encrypt"],
    [{ decrypt: undefined }, "decrypt"],
    [{ id: undefined }, "id"],
    [{ cipher: undefined }, "cipher"],
  ];
  for (const [change, name] of wrong) {
    const error = await assertRejects(
      () => keys.add({ ...spec, ...change } as never),
      Error,
      ` as ${name}`,
    );
    assert(error instanceof TypeError || error instanceof RangeError);
    assert(!SECRET.test(error.message), error.message);
  }
  await assertRejects(() => keys.add(text as never), TypeError, "…");
  assertEquals(kernel.requests, []);

  await keys.add(spec);
  const { attributes } = kernel.last!;
  const shown = Deno.inspect(attributes, { depth: 9 }) +
    JSON.stringify(attributes);
  assert(shown.includes("(hidden)") && !SECRET.test(shown), shown);

  kernel.answer = () => 22;
  const error = await assertRejects(
    () => keys.add(spec),
    Error,
    "Cannot add key secondary of peer 7 of eth0: EINVAL",
  );
  const whole = Deno.inspect(error, { depth: 20 });
  assert(!SECRET.test(whole.replaceAll(/:\d+:\d+/g, "")), whole);
});
