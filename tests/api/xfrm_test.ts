import { assert, assertEquals, assertThrows } from "@std/assert";
import { Connection } from "../../api/connection/connection.ts";
import { FieldPath } from "../../api/mapping/field_path.ts";
import {
  fromXfrmPolicy,
  toXfrmPolicy,
  type XfrmPolicySpec,
} from "../../api/xfrm/policy_spec.ts";
import {
  fromXfrmState,
  toXfrmState,
  type XfrmStateSpec,
} from "../../api/xfrm/state_spec.ts";
import { nameXfrmPolicy } from "../../api/xfrm/policy_filter.ts";
import { nameXfrmState } from "../../api/xfrm/state_filter.ts";
import { Xfrm } from "../../api/xfrm/xfrm.ts";
import { NLM_F_DUMP, NLM_F_REQUEST } from "../../messages/header.ts";
import { XFRM_MSG_GETSA } from "../../messages/xfrm/constants.ts";
import { xfrmAttributes } from "../../messages/xfrm/attributes.ts";
import { SecretBytes } from "../../messages/codec/secret.ts";
import { ack, done, FakeKernel } from "../support/fake_kernel.ts";

const key = new SecretBytes([1, 2, 3, 4]);
const tunnel = {
  source: "192.0.2.1",
  destination: "192.0.2.2",
  protocol: "esp",
  spi: 0x100,
  mode: "tunnel",
} as const;

/** Each with all that it can be at a time: what is read is what was given. */
const states: Record<string, XfrmStateSpec> = {
  "encryption and authentication": {
    ...tunnel,
    requestId: 7,
    sequence: 9,
    encryption: { name: "cbc(aes)", key },
    authentication: { name: "hmac(sha256)", key, length: 16 },
    flags: ["noecn", "esn"],
    extraFlags: ["dont-encap-dscp"],
    replayWindow: 100,
    sequenceNumbers: { received: 1n << 33n, sent: 5n },
    limits: {
      softBytes: 1n,
      hardBytes: 2n,
      softPackets: 3n,
      hardPackets: 4n,
      softAge: 5n,
      hardAge: 6n,
      softUse: 7n,
      hardUse: 8n,
    },
    encapsulation: {
      type: "espinudp",
      sourcePort: 4500,
      destinationPort: 4501,
      originalAddress: "192.0.2.9",
    },
    securityContext: "system_u:object_r:a_t:s0",
    mark: { value: 5, mask: 0xff },
    outputMark: { value: 6, mask: 0xf },
    interfaceId: 3,
    padding: 100,
    offload: { device: 3, mode: "packet", direction: "in" },
    direction: "in",
    natKeepalive: 20,
    mappingThreshold: 30,
    cpu: 1,
  },
  "an older authentication, and a short window": {
    ...tunnel,
    authentication: { name: "hmac(sha1)", key },
    replayWindow: 32,
    sequenceNumbers: { received: 1n, sent: 2n },
    mark: 5,
    outputMark: 6,
  },
  "authenticated encryption over IPv6": {
    ...tunnel,
    source: "2001:db8::1",
    destination: "2001:db8::2",
    aead: { name: "rfc4106(gcm(aes))", key, icvLength: 16 },
    selector: {
      source: "2001:db8:1::/48",
      destination: "2001:db8:2::/48",
      protocol: "ipv6-icmp",
      icmpType: 128,
      icmpCode: 0,
      device: 5,
      user: 1000,
    },
    careOfAddress: "2001:db8::9",
  },
  "compression, and a GRE key": {
    ...tunnel,
    protocol: "comp",
    compression: { name: "deflate" },
    selector: {
      source: "10.0.0.0/8",
      destination: "0.0.0.0/0",
      protocol: "gre",
      greKey: 0x12345678,
    },
  },
  "settings of iptfs, and ports with masks": {
    ...tunnel,
    mode: "iptfs",
    iptfs: {
      dropTime: 0.001,
      reorderWindow: 3,
      dontFragment: true,
      initialDelay: 0.5,
      queueSize: 1 << 20,
      packetSize: 1400,
    },
    selector: {
      source: "10.0.0.0/8",
      destination: "10.1.0.1/32",
      protocol: "udp",
      sourcePort: 53,
      destinationPort: { value: 0x1000, mask: 0xf000 },
    },
  },
};

for (const [name, spec] of Object.entries(states)) {
  Deno.test(`states are read as they were given: ${name}`, () => {
    const state = toXfrmState(fromXfrmState(spec, FieldPath.root));
    const { family, usage, statistics, ...found } = state;
    assertEquals(found, spec);
    assertEquals(family, spec.source.includes(":") ? "inet6" : "inet");
    assertEquals(usage, { bytes: 0n, packets: 0n, added: 0 });
    assertEquals(statistics.replay, 0);
    assertEquals(
      fromXfrmState(state, FieldPath.root),
      fromXfrmState(spec, FieldPath.root),
    );
  });
}

const policy: XfrmPolicySpec = {
  direction: "fwd",
  selector: {
    source: "10.0.0.0/24",
    destination: "10.1.0.0/24",
    protocol: "tcp",
    destinationPort: 80,
  },
  action: "block",
  templates: [{
    source: "192.0.2.1",
    destination: "192.0.2.2",
    protocol: "esp",
    spi: 5,
    mode: "tunnel",
    requestId: 7,
    optional: true,
    share: "unique",
    authAlgorithms: 1,
    encryptionAlgorithms: 2,
    compressionAlgorithms: 3,
  }, { protocol: "ah", mode: "transport" }],
  priority: 5,
  index: 9,
  type: "sub",
  flags: ["localok", "icmp"],
  share: "user",
  limits: { hardAge: 5n },
  mark: 1,
  interfaceId: 8,
  securityContext: "a",
  offload: 4,
};

Deno.test("policies are read as they were given", () => {
  const message = fromXfrmPolicy(policy, FieldPath.root);
  const { family, usage: _, ...found } = toXfrmPolicy(message);
  assertEquals(found, policy);
  assertEquals(family, "inet");
  assertEquals(
    fromXfrmPolicy(toXfrmPolicy(message), FieldPath.root),
    fromXfrmPolicy(policy, FieldPath.root),
  );
});

Deno.test("policies of sockets have a direction, and report it", () => {
  const message = fromXfrmPolicy({ direction: "out" }, FieldPath.root);
  const { direction, ofSocket } = toXfrmPolicy({ ...message, direction: 4 });
  assertEquals([direction, ofSocket], ["out", true]);
});

Deno.test("objects that were listed name themselves", () => {
  const state = toXfrmState(
    fromXfrmState({ ...tunnel, mark: 5 }, FieldPath.root),
  );
  assertEquals(nameXfrmState(state, FieldPath.root), {
    destination: "192.0.2.2",
    spi: 0x100,
    family: 2,
    protocol: 50,
    attributes: { source: "192.0.2.1", mark: { value: 5, mask: 0xffffffff } },
  });
  const found = nameXfrmPolicy(
    toXfrmPolicy(fromXfrmPolicy(policy, FieldPath.root)),
    FieldPath.root,
  );
  assertEquals([found.index, found.direction], [9, 2]);
  assertEquals(found.attributes.policyType?.type, 1);
  assertEquals(found.attributes.interfaceId, 8);
});

const refused: [string, XfrmStateSpec | XfrmPolicySpec, string][] = [
  [
    "addresses of two families",
    { ...tunnel, source: "2001:db8::1" },
    'Cannot use "192.0.2.2" as destination: ' +
    "it is not of the family of the others",
  ],
  [
    "a window that is too large",
    { ...tunnel, replayWindow: 4097 },
    "Cannot use 4097 as replayWindow: it is not between 0 and 4096",
  ],
  [
    "a sequence number of 33 bits without esn",
    { ...tunnel, sequenceNumbers: { sent: 1n << 32n } },
    "Cannot use 4294967296n as sequenceNumbers.sent: " +
    "it is not between 0 and 4294967295",
  ],
  [
    "a limit that means none",
    { ...tunnel, limits: { hardBytes: 0xffffffffffffffffn } },
    "Cannot use 18446744073709551615n as limits.hardBytes: " +
    "it is not between 0 and 18446744073709551614",
  ],
  [
    "a state without a source",
    { destination: "192.0.2.2", protocol: "esp" } as never,
    "Cannot use undefined as source: it has to be given",
  ],
];

for (const [name, spec, message] of refused) {
  Deno.test(`fromXfrmState() refuses ${name}`, () => {
    const error = assertThrows(() =>
      fromXfrmState(spec as never, FieldPath.root)
    );
    assertEquals((error as Error).message, message);
  });
}

Deno.test("keys are in no error", () => {
  const secret = "5ec4e7";
  for (
    const spec of [
      { encryption: { name: "cbc(aes)", key: `${secret}x` } },
      { encryption: { name: "cbc(aes)", kee: secret } },
      { encryption: secret },
      { encrption: { name: "cbc(aes)", key: secret } },
      { aead: { name: "a", key: secret, icvLength: "x" } },
      { aead: { name: "a".repeat(64), key: secret, icvLength: 16 } },
      { authentication: { key: secret } },
      { authentication: { name: "a", key: [secret] } },
    ]
  ) {
    const found = assertThrows(() =>
      fromXfrmState({ ...tunnel, ...spec } as never, FieldPath.root)
    ) as Error;
    assert(
      found instanceof TypeError || found instanceof RangeError,
      `${found}`,
    );
    assert(!found.message.includes(secret), found.message);
  }
});

Deno.test("keys are in no error of the kernel, and in no object that prints", async () => {
  const kernel = new FakeKernel((request) => [ack(request, 17)]);
  using xfrm = new Xfrm(new Connection(kernel), new Connection(kernel));
  const spec = { ...tunnel, encryption: { name: "cbc(aes)", key: "5ec4e7" } };
  const found = await xfrm.state.add(spec).catch((error) => error);
  assertEquals(
    found.message,
    "Cannot create IPsec state esp 192.0.2.1 to 192.0.2.2 spi 0x100: " +
      "EEXIST: File exists",
  );
  const state = toXfrmState(fromXfrmState(spec, FieldPath.root));
  for (const object of [found, state, state.message]) {
    const text = Deno.inspect(object, { depth: 20 }) +
      JSON.stringify(
        object,
        (_, value) => typeof value === "bigint" ? Number(value) : value,
      );
    assert(text.includes("(hidden)"), text);
    assert(!/5ec4e7|196,|94,/.test(text), text);
  }
});

Deno.test("state.list() asks for what the kernel filters by", async () => {
  const kernel = new FakeKernel((request) => [done(request)]);
  using xfrm = new Xfrm(new Connection(kernel), new Connection(kernel));
  await xfrm.state.list({ protocol: "esp", source: "192.0.2.0/24" }).toArray();
  const [request] = kernel.requests;
  assertEquals(request!.type, XFRM_MSG_GETSA);
  assertEquals(request!.flags & NLM_F_DUMP, NLM_F_DUMP);
  assert(request!.flags & NLM_F_REQUEST);
  const { bytes } = request!;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  assertEquals(xfrmAttributes.decode(view, 16, bytes.length), {
    protocol: 50,
    addressFilter: {
      source: "192.0.2.0",
      destination: "0.0.0.0",
      family: 2,
      sourceLength: 24,
      destinationLength: 0,
    },
  });
});

Deno.test("xfrm.monitor() refuses what it cannot watch", () => {
  const kernel = new FakeKernel();
  using xfrm = new Xfrm(
    new Connection(kernel),
    new Connection(kernel),
    () => new FakeKernel(),
  );
  const error = assertThrows(() => xfrm.monitor(["nothing" as never]));
  assert(`${error}`.startsWith('TypeError: Cannot watch "nothing"'));
});
