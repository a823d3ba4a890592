"""Sends echo requests and counts the replies: ping.py ADDRESS COUNT."""
import socket
import struct
import sys

address, count = sys.argv[1], int(sys.argv[2])
IDENTIFIER = 0x1234


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as s:
    s.settimeout(5)
    replies = 0
    for sequence in range(count):
        payload = b"x" * 56
        head = struct.pack("!BBHHH", 8, 0, 0, IDENTIFIER, sequence)
        head = struct.pack(
            "!BBHHH", 8, 0, checksum(head + payload), IDENTIFIER, sequence
        )
        s.sendto(head + payload, (address, 0))
        try:
            while True:
                data, (source, _) = s.recvfrom(2048)
                kind, _, _, identifier, number = struct.unpack("!BBHHH", data[20:28])
                if source == address and (kind, identifier, number) == (
                    0,
                    IDENTIFIER,
                    sequence,
                ):
                    replies += 1
                    break
        except TimeoutError:
            pass
print(replies)
