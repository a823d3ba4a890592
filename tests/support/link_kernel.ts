/** A kernel with a few links, for tests of what is asked of it. */
import { Connection } from "../../api/connection/connection.ts";
import { Links } from "../../api/link/link.ts";
import { decode } from "../../messages/datagram.ts";
import { NLM_F_ACK, NLM_F_DUMP, NLM_F_REQUEST } from "../../messages/header.ts";
import {
  IFF_UP,
  RTM_GETLINK,
  RTM_NEWLINK,
} from "../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import { RTM_GETSTATS } from "../../messages/stats/constants.ts";
import { statsMessage } from "../../messages/stats/stats.ts";
import {
  ack,
  done,
  FakeKernel,
  type FakeRequest,
  object,
} from "./fake_kernel.ts";

const ENODEV = 19;

/** A kernel with a few links. */
export class LinkKernel extends FakeKernel {
  #next = 20;
  readonly links: LinkMessage[] = [
    link(1, { name: "lo" }),
    link(2, { name: "eth0", master: 3 }, IFF_UP),
    link(3, { name: "br0", group: 5, info: { kind: "bridge" } }, IFF_UP),
    link(4, {
      name: "gre1",
      info: {
        kind: "gre",
        gre: { local: "192.0.2.1", remote: "192.0.2.2", ttl: 9, tos: 0 },
      },
    }),
  ];

  constructor() {
    super((request) => this.#serve(request));
  }

  #serve(request: FakeRequest): Uint8Array<ArrayBuffer>[] {
    if (request.type === RTM_GETSTATS) {
      const value = { family: 0, index: 3, filterMask: 1, attributes: {} };
      return [object(request, statsMessage, value, { type: 92, flags: 0 })];
    }
    if (request.type === RTM_NEWLINK) {
      this.#store(bodyOf(request) as LinkMessage);
    }
    if (request.type !== RTM_GETLINK) return [ack(request)];
    if ((request.flags & NLM_F_DUMP) === NLM_F_DUMP) {
      return [
        ...this.links.map((link) => object(request, linkMessage, link)),
        done(request),
      ];
    }
    const { index, attributes } = bodyOf(request) as LinkMessage;
    const name = attributes.name ?? attributes.alternativeName;
    const found = this.links.find((link) =>
      link.index === index || link.attributes.name === name
    );
    if (found === undefined) return [ack(request, ENODEV)];
    return [object(request, linkMessage, found, { flags: 0 })];
  }

  /** Makes or changes a link; groups and what is ignored stay as they are. */
  #store({ index, attributes }: LinkMessage): void {
    const { name, info, ...rest } = attributes;
    const found = this.links.find((link) => link.index === index);
    if (found === undefined) {
      if (name !== undefined) {
        this.links.push(link(this.#next++, { ...attributes }));
      }
      return;
    }
    const { info: known } = found.attributes;
    found.attributes = {
      ...found.attributes,
      ...rest,
      ...(info !== undefined && { info: { ...known, ...info } }),
    };
  }

  /** The last request: type, flags, message. */
  get last(): [type: number, flags: number, message: unknown] {
    return this.#summary(this.requests.at(-1)!);
  }

  /** The last change, whatever was read since. */
  get lastChange(): [type: number, flags: number, message: unknown] {
    return this.#summary(
      this.requests.findLast(({ type }) => type !== RTM_GETLINK)!,
    );
  }

  #summary(request: FakeRequest): [number, number, unknown] {
    return [
      request.type,
      request.flags & ~(NLM_F_REQUEST | NLM_F_ACK),
      bodyOf(request),
    ];
  }
}

/** The message of a request. */
export function bodyOf({ bytes }: FakeRequest): unknown {
  return decode(bytes).messages[0]!.body;
}

/** A link message. */
export function link(
  index: number,
  attributes: LinkMessage["attributes"],
  flags = 0,
  change = 0,
): LinkMessage {
  return { family: 0, type: 0, index, flags, change, attributes };
}

/** The verbs of links on such a kernel. */
export function open(): { kernel: LinkKernel; links: Links } {
  const kernel = new LinkKernel();
  return { kernel, links: new Links(new Connection(kernel), () => kernel) };
}
