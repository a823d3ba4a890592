/**
 * What a connection needs of a socket.
 *
 * @module
 */

/** One datagram, as it was received. */
export interface Datagram {
  /**
   * Its bytes: one or more netlink messages.
   *
   * What {@linkcode Transport.tryReceive} returns is *borrowed*: a view of the
   * socket's buffer that is valid until the next receive on that socket.
   */
  bytes: Uint8Array<ArrayBuffer>;
  /** Port id of the sender, 0 for the kernel (`nl_pid`). */
  sender: number;
  /** Multicast groups it was sent to, as a bit set; 0 for a unicast
   * (`nl_groups`). */
  groups: number;
  /**
   * Number of the multicast group it was sent to, on sockets with
   * `NETLINK_PKTINFO` (`nl_pktinfo`); 0 for a unicast.
   */
  group?: number;
  /**
   * Id of the network namespace it comes from, if that is another than the
   * socket's, on sockets with `NETLINK_LISTEN_ALL_NSID`.
   */
  nsid?: number;
}

/**
 * The seam between requests and the kernel: datagrams out, datagrams in.
 *
 * {@linkcode NetlinkSocket} implements it; tests put a fake kernel behind it.
 */
export interface Transport extends Disposable {
  /**
   * Sends one datagram to the kernel.
   *
   * The kernel carries out the requests in it before this returns.
   *
   * @param datagram One or more messages.
   */
  send(datagram: Uint8Array<ArrayBuffer>): void;
  /**
   * Sends one datagram to the kernel without holding the event loop while the
   * kernel carries it out.
   *
   * It costs some 30 µs more than {@linkcode Transport.send}, and is for
   * requests that take the kernel long, such as deleting a link. Transports
   * without it are sent everything by {@linkcode Transport.send}.
   *
   * @param datagram One or more messages; not to be changed until the promise
   * settles.
   */
  sendLong?(datagram: Uint8Array<ArrayBuffer>): Promise<void>;
  /**
   * Has the kernel make the datagrams of dumps as large as it can, before the
   * first dump. Transports without it get what the kernel makes by itself.
   */
  prepareDump?(): void;
  /**
   * Takes a datagram if one is waiting; never blocks.
   *
   * @returns The datagram, borrowed until the next receive, or `undefined` if
   * there is none.
   */
  tryReceive(): Datagram | undefined;
  /**
   * Takes a datagram if one is waiting, without holding the event loop while
   * the kernel goes on with a dump. Nothing else may receive meanwhile.
   *
   * Transports without it are asked by {@linkcode Transport.tryReceive}.
   *
   * @returns The datagram, borrowed until the next receive, or `undefined` if
   * there is none.
   */
  receiveLong?(): Promise<Datagram | undefined>;
  /**
   * Waits until a receive may succeed, or fails for a reason that matters.
   *
   * @param signal Stops waiting: the promise rejects with its reason.
   */
  readable(signal?: AbortSignal): Promise<void>;
  /**
   * Joins a multicast group.
   *
   * @param group Number of the group.
   */
  join(group: number): void;
  /**
   * Leaves a multicast group.
   *
   * @param group Number of the group.
   */
  leave(group: number): void;
  /** Lets {@linkcode Transport.readable} keep the process alive, as it does
   * at first. */
  ref(): void;
  /** Keeps {@linkcode Transport.readable} from keeping the process alive. */
  unref(): void;
}
