#!/usr/bin/env python3
"""Draws the icon set from icon.svg and icon-small.svg.

Run it after changing either drawing. Needs rsvg-convert (Debian: librsvg2-bin) and nothing else: the two
containers, .ico and .icns, are simple enough to write here.
"""

import struct
import subprocess
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SMALL = 32  # up to here the drawing on whole pixels is the sharper one


def png(size: int) -> bytes:
    master = "icon-small.svg" if size <= SMALL else "icon.svg"
    args = ["rsvg-convert", "--width", str(size), "--height", str(size), HERE / master]
    return subprocess.run(args, check=True, capture_output=True).stdout


def pixels(data: bytes) -> tuple[int, bytes]:
    """Width and RGBA rows of an 8-bit RGBA picture, which is what rsvg-convert writes."""
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    assert (depth, colour) == (8, 6), "expected 8-bit RGBA"
    packed, at = b"", 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(packed), width * 4
    above, rows = bytearray(stride), []
    for y in range(height):
        start = y * (stride + 1)
        kind, row = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        for x in range(stride):
            left = row[x - 4] if x >= 4 else 0
            corner = above[x - 4] if x >= 4 else 0
            if kind == 1:
                guess = left
            elif kind == 2:
                guess = above[x]
            elif kind == 3:
                guess = (left + above[x]) // 2
            elif kind == 4:
                p = left + above[x] - corner
                guess = min((left, above[x], corner), key=lambda v: abs(p - v))
            else:
                guess = 0
            row[x] = (row[x] + guess) & 255
        rows.append(bytes(row))
        above = row
    return width, b"".join(rows)


def bitmap(data: bytes) -> bytes:
    """The form Windows wants for the small sizes of an .ico: BGRA from the bottom up, then a mask."""
    width, rgba = pixels(data)
    rows = [rgba[y * width * 4 : (y + 1) * width * 4] for y in reversed(range(width))]
    body = bytearray(b"".join(rows))
    body[0::4], body[2::4] = body[2::4], body[0::4]
    mask = bytes(((width + 31) // 32) * 4 * width)
    header = struct.pack("<IiiHHIIiiII", 40, width, width * 2, 1, 32, 0, len(body) + len(mask), 0, 0, 0, 0)
    return header + bytes(body) + mask


def ico(sizes: list[int]) -> bytes:
    frames = [(size, png(size) if size == 256 else bitmap(png(size))) for size in sizes]
    at, heads, bodies = 6 + 16 * len(frames), b"", b""
    for size, frame in frames:
        heads += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(frame), at)
        bodies, at = bodies + frame, at + len(frame)
    return struct.pack("<HHH", 0, 1, len(frames)) + heads + bodies


def icns() -> bytes:
    kinds = {
        b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128,
        b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024,
    }
    parts = [(kind, png(size)) for kind, size in kinds.items()]
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    for name, size in {"32x32.png": 32, "64x64.png": 64, "128x128.png": 128, "128x128@2x.png": 256, "icon.png": 512}.items():
        (HERE / name).write_bytes(png(size))
    (HERE / "icon.ico").write_bytes(ico([32, 16, 24, 48, 64, 256]))
    (HERE / "icon.icns").write_bytes(icns())


if __name__ == "__main__":
    main()
