/**
 * The netlink socket.
 *
 * @see {@link https://man7.org/linux/man-pages/man7/netlink.7.html | netlink(7)}
 *
 * @module
 */

import { inSocketNamespace } from "./namespace.ts";
import { SocketClosedError, SocketError } from "./error.ts";
import {
  attachFilter,
  detachFilter,
  type FilterInstruction,
} from "./filter.ts";
import { errno, libc } from "./libc.ts";
import { isNoopAck, NOOP } from "./noop.ts";
import { openSocket, type SocketOptions } from "./open.ts";
import {
  NETLINK_LISTEN_ALL_NSID,
  NETLINK_PKTINFO,
  SOL_NETLINK,
  SOL_SOCKET,
} from "./options.ts";
import { OtherThread } from "./other_thread.ts";
import { Watch } from "./poller.ts";
import { PORT_ID, portIdOf } from "./port_id.ts";
import { Receiver, ROOM } from "./receiver.ts";
import {
  getOption,
  joinGroup,
  leaveGroup,
  listMemberships,
  setOption,
  setReceiveBuffer,
  setSendBuffer,
  SO_RCVBUF,
  SO_SNDBUF,
} from "./sockopt.ts";
import type { Datagram, Transport } from "./transport.ts";

/**
 * A netlink socket.
 *
 * The kernel carries out requests before `send` returns, so
 * {@linkcode NetlinkSocket.tryReceive} finds the answer there; only
 * notifications have to be waited for.
 *
 * It needs `--allow-ffi`, or `--allow-ffi=PATH` with the path of the C library,
 * such as `/lib/x86_64-linux-gnu/libc.so.6`.
 *
 * @example Usage
 * ```ts ignore
 * import { NetlinkSocket } from "@netlink/netlink/socket";
 *
 * using socket = new NetlinkSocket(0, { groups: [1] }); // NETLINK_ROUTE, links
 * for (;;) {
 *   const { bytes, sender } = await socket.receive();
 *   if (sender === 0) console.log(bytes);
 * }
 * ```
 */
export class NetlinkSocket implements Transport {
  #fd: number;
  #closed = false;
  readonly #receiver: Receiver;
  #watch: Watch | undefined;
  #referenced = true;
  #otherThread: OtherThread | undefined;

  /**
   * Opens a socket and binds it to a port that the kernel chooses.
   *
   * @param protocol Netlink protocol, such as `NETLINK_ROUTE`.
   * @param options Where and how to open it.
   * @throws {UnsupportedError} If there are no netlink sockets here.
   * @throws {SocketError} If the kernel refuses.
   * @throws {NamespaceError} If this thread is lost in another namespace.
   */
  constructor(protocol: number, options: SocketOptions = {}) {
    this.#receiver = new Receiver(options.room ?? ROOM);
    this.#fd = openSocket(protocol, options);
  }

  /** Whether it is closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Port id that the kernel bound it to (`nl_pid`). */
  get portId(): number {
    return portIdOf(this.#open(PORT_ID));
  }

  /**
   * Sets an option.
   *
   * @param option The option, such as {@linkcode NETLINK_NO_ENOBUFS}.
   * @param value Its value.
   * @param level Level of the option, {@linkcode SOL_NETLINK} by default.
   * @throws {SocketError} If the kernel refuses; code `ENOPROTOOPT` means that
   * it lacks the option.
   */
  setOption(
    option: number,
    value: number | boolean,
    level: number = SOL_NETLINK,
  ): void {
    const action = `set socket option ${option}`;
    setOption(this.#open(action), level, option, Number(value), action);
    if (level !== SOL_NETLINK || !value) return;
    if (option === NETLINK_LISTEN_ALL_NSID || option === NETLINK_PKTINFO) {
      this.#receiver.ancillary = true;
    }
  }

  /**
   * Reads an option.
   *
   * @param option The option, such as {@linkcode NETLINK_EXT_ACK}.
   * @param level Level of the option, {@linkcode SOL_NETLINK} by default.
   * @returns Its value; 1 and 0 of an option that is on or off.
   * @throws {SocketError} If the kernel refuses; code `ENOPROTOOPT` means that
   * it lacks the option.
   */
  getOption(option: number, level: number = SOL_NETLINK): number {
    const fd = this.#open(`read socket option ${option}`);
    return getOption(fd, level, option);
  }

  /**
   * Joins a multicast group.
   *
   * @param group Number of the group, such as `RTNLGRP_LINK`.
   * @throws {SocketError} If the kernel refuses: `EINVAL` for a group that the
   * protocol does not have, `EPERM` for one that needs privileges.
   */
  join(group: number): void {
    joinGroup(this.#open("join a multicast group"), group);
  }

  /**
   * Leaves a multicast group; nothing happens if it was not joined.
   *
   * @param group Number of the group, such as `RTNLGRP_LINK`.
   * @throws {SocketError} If the protocol does not have the group (`EINVAL`).
   */
  leave(group: number): void {
    leaveGroup(this.#open("leave a multicast group"), group);
  }

  /**
   * Lists the multicast groups it has joined.
   *
   * @returns Numbers of the groups, ascending.
   */
  memberships(): number[] {
    return listMemberships(this.#open("list the multicast groups joined"));
  }

  /** Size of the kernel's receive buffer in bytes, bookkeeping included. */
  get receiveBuffer(): number {
    return this.getOption(SO_RCVBUF, SOL_SOCKET);
  }

  /** Size of the kernel's send buffer in bytes, bookkeeping included. */
  get sendBuffer(): number {
    return this.getOption(SO_SNDBUF, SOL_SOCKET);
  }

  /**
   * Sets the size of the kernel's receive buffer, where notifications wait.
   *
   * The kernel reserves twice as much, for its own bookkeeping. Who has
   * `CAP_NET_ADMIN` gets any size, others no more than
   * `/proc/sys/net/core/rmem_max`.
   *
   * @param bytes Size in bytes.
   */
  setReceiveBuffer(bytes: number): void {
    setReceiveBuffer(this.#open("set the receive buffer"), bytes);
  }

  /**
   * Sets the size of the kernel's send buffer, which limits what can be sent at
   * once.
   *
   * The kernel reserves twice as much, for its own bookkeeping. Who has
   * `CAP_NET_ADMIN` gets any size, others no more than
   * `/proc/sys/net/core/wmem_max`.
   *
   * @param bytes Size in bytes.
   */
  setSendBuffer(bytes: number): void {
    setSendBuffer(this.#open("set the send buffer"), bytes);
  }

  /**
   * Lets the kernel drop datagrams that a program of the classic BPF does not
   * accept, before they are received.
   *
   * @param program The instructions; they see the datagram from its first byte,
   * and load multi-byte values in network byte order.
   * @throws {SocketError} If the kernel refuses the program (`EINVAL`).
   */
  attachFilter(program: readonly FilterInstruction[]): void {
    attachFilter(this.#open("attach the filter"), program);
  }

  /**
   * Removes the filter.
   *
   * @throws {SocketError} If there is none (`ENOENT`).
   */
  detachFilter(): void {
    detachFilter(this.#open("detach the filter"));
  }

  /**
   * Sends one datagram to the kernel, which carries out the requests in it
   * before this returns.
   *
   * @param datagram One or more messages.
   * @throws {SocketError} If the kernel does not take it.
   */
  send(datagram: Uint8Array<ArrayBuffer>): void {
    const fd = this.#fd;
    if (libc().send(fd, datagram, sizeOf(datagram), 0) >= 0) return;
    const error = errno();
    this.#open("send");
    throw new SocketError("send", error, "send");
  }

  /**
   * Sends one datagram to the kernel without holding the event loop while the
   * kernel carries it out.
   *
   * It costs some 30 µs more than {@linkcode NetlinkSocket.send}, and is for
   * requests that take the kernel long, such as deleting a link.
   *
   * @param datagram One or more messages; not to be changed until the promise
   * settles.
   * @throws {SocketError} If the kernel does not take it.
   */
  async sendLong(datagram: Uint8Array<ArrayBuffer>): Promise<void> {
    // The error number stays behind in the other thread. A datagram that the
    // kernel did not take was not carried out, so it can be sent again.
    if (!await this.#elsewhere("send").send(datagram)) this.send(datagram);
  }

  /**
   * Has the kernel make the datagrams of dumps as large as it can: 32 KiB.
   *
   * The kernel sizes them by the largest buffer that it has received into on
   * this socket. Before the first receive it makes datagrams of a page, and an
   * object that does not fit into one ends the dump, on some kernels without an
   * error. So a message without effect (`NLMSG_NOOP`) is sent, and its
   * acknowledgement received, unless something has been received before. That
   * takes some 20 µs, once.
   *
   * @throws {SocketError} If the kernel reports an error.
   * @throws {SocketClosedError} If the socket is closed.
   */
  prepareDump(): void {
    const fd = this.#open("prepare a dump");
    if (this.#receiver.isLarge) return;
    this.send(NOOP);
    this.#receiver.receiveLarge(fd, isNoopAck);
  }

  /**
   * Takes a datagram if one is waiting, without holding the event loop while
   * the kernel goes on with a dump.
   *
   * {@linkcode NetlinkSocket.tryReceive} blocks where the kernel has to wait
   * for a lock before it can go on with a dump. This costs some 30 µs more.
   * Nothing else may be received meanwhile, and ancillary data
   * the address is left out.
   *
   * @returns The datagram, borrowed until the next receive on this socket, or
   * `undefined` if there is none.
   * @throws {SocketError} With code `ENOBUFS` if datagrams were lost.
   * @throws {TruncatedError} If the datagram was larger than the room for it.
   * @throws {SocketClosedError} If the socket is closed, or gets closed.
   */
  async receiveLong(): Promise<Datagram | undefined> {
    const datagram = await this.#elsewhere("receive").receive();
    this.#open("receive");
    return datagram;
  }

  /**
   * Takes a datagram if one is waiting; never waits for one.
   *
   * @returns The datagram, borrowed until the next receive on this socket, or
   * `undefined` if there is none.
   * @throws {SocketError} If the kernel reports an error: `ENOBUFS` means that
   * notifications were lost.
   * @throws {TruncatedError} If the datagram was larger than the room for it.
   * @throws {SocketClosedError} If the socket is closed.
   */
  tryReceive(): Datagram | undefined {
    return this.#receiver.receive(this.#open("receive"));
  }

  /**
   * Waits until a receive may succeed, or fails for a reason that matters.
   *
   * @param signal Stops waiting: the promise rejects with its reason.
   * @throws {SocketClosedError} If the socket is closed meanwhile.
   */
  async readable(signal?: AbortSignal): Promise<void> {
    const fd = this.#open("receive");
    if (this.#watch === undefined) {
      this.#watch = new Watch(fd);
      this.#watch.referenced = this.#referenced;
    }
    await this.#watch.wait(signal);
  }

  /**
   * Waits for a datagram and takes it.
   *
   * @param signal Stops waiting: the promise rejects with its reason.
   * @returns The datagram, which is the caller's own.
   * @throws {SocketError} If the kernel reports an error: `ENOBUFS` means that
   * notifications were lost.
   * @throws {SocketClosedError} If the socket is closed meanwhile.
   */
  async receive(signal?: AbortSignal): Promise<Datagram> {
    for (;;) {
      signal?.throwIfAborted();
      const datagram = this.tryReceive();
      if (datagram !== undefined) {
        return { ...datagram, bytes: datagram.bytes.slice() };
      }
      await this.readable(signal);
    }
  }

  /** Lets waiting keep the process alive, as it does at first. */
  ref(): void {
    this.#referenced = true;
    if (this.#watch !== undefined) this.#watch.referenced = true;
  }

  /**
   * Keeps waiting from keeping the process alive: it ends within half a second
   * of having nothing else to do.
   */
  unref(): void {
    this.#referenced = false;
    if (this.#watch !== undefined) this.#watch.referenced = false;
  }

  /**
   * Calls a function with this thread in the network namespace that the socket
   * was opened in, which may have lost its name since.
   *
   * @typeParam T What the function returns.
   * @param action What to do there. It has to be synchronous.
   * @returns What the function returned.
   * @throws {SocketError} If the namespace cannot be entered; without
   * `CAP_NET_ADMIN` in it, it cannot be found either (`EPERM`).
   */
  inNamespace<T>(action: () => T): T {
    return inSocketNamespace(this.#open("enter the namespace"), action);
  }

  #elsewhere(action: string): OtherThread {
    const fd = this.#open(action);
    return this.#otherThread ??= new OtherThread(fd);
  }

  #open(action: string): number {
    if (this.#closed) throw new SocketClosedError(action);
    return this.#fd;
  }

  /**
   * Closes the socket; who waits for it gets a {@linkcode SocketClosedError}.
   */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#watch?.stop();
    // A descriptor that another thread uses has to stay until it has done so.
    if (this.#otherThread !== undefined) this.#otherThread.close();
    else libc().close(this.#fd);
    this.#fd = -1;
  }

  /** Same as {@linkcode NetlinkSocket.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/** Sizes of short datagrams as `usize` wants them: making one takes 30 ns. */
const sizes: bigint[] = [];

function sizeOf({ length }: Uint8Array): bigint {
  return length < 512 ? sizes[length] ??= BigInt(length) : BigInt(length);
}
