# Sends packets with an IOAM trace that has room for two nodes (RFC 9486):
# ADDRESS NAMESPACE.
import socket
import struct
import sys

IPV6_HOPOPTS = 54
IOAM = 0x31
WORDS_OF_NODE = 4
NODES = 2

room = WORDS_OF_NODE * NODES
trace = struct.pack(
    "!HBBI", int(sys.argv[2]), WORDS_OF_NODE << 3, room, 0xf0000000
) + bytes(4 * room)
option = struct.pack("BBBB", IOAM, 2 + len(trace), 0, 0) + trace
# Two bytes of padding, as the option has to begin at a multiple of four.
header = bytes([0, (4 + len(option)) // 8 - 1, 1, 0]) + option
with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as sender:
    sender.setsockopt(socket.IPPROTO_IPV6, IPV6_HOPOPTS, header)
    for _ in range(3):
        sender.sendto(b"x", (sys.argv[1], 9))
