package io.jinqiao.opinion.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP written field by field, so that a test can make any one of them untrue. */
final class RawZip {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int UTF_8 = 0x800;
    static final int DESCRIBED = 0x08;

    private final List<Entry> entries = new ArrayList<>();
    private final ByteArrayOutputStream files = new ByteArrayOutputStream();

    private record Entry(int at, int flags, int method, int crc, int packed, int unpacked, byte[] name, byte[] extra) {}

    RawZip stored(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return entry(name, 0, STORED, bytes, bytes, new byte[0], new byte[0]);
    }

    RawZip deflated(String name, byte[] content) {
        return entry(name, 0, DEFLATED, content, packed(content), new byte[0], new byte[0]);
    }

    RawZip withExtra(byte[] local, byte[] central) {
        return entry("e", 0, STORED, new byte[0], new byte[0], local, central);
    }

    RawZip entry(String name, int flags, int method, byte[] content, byte[] packed, byte[] localExtra, byte[] centralExtra) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        return entry(path, flags, method, content, packed, localExtra, centralExtra);
    }

    RawZip entry(byte[] path, int flags, int method, byte[] content, byte[] packed, byte[] localExtra, byte[] centralExtra) {
        CRC32 sum = new CRC32();
        sum.update(content);
        Entry entry = new Entry(
                files.size(), flags, method, (int) sum.getValue(), packed.length, content.length, path, centralExtra);
        entries.add(entry);
        boolean later = (flags & DESCRIBED) != 0;
        ByteBuffer head = buffer(30).putInt(0x04034b50).putShort((short) 20).putShort((short) flags).putShort((short) method);
        head.putInt(0).putInt(later ? 0 : entry.crc).putInt(later ? 0 : entry.packed).putInt(later ? 0 : entry.unpacked);
        head.putShort((short) path.length).putShort((short) localExtra.length);
        write(files, head.array(), path, localExtra, packed);
        if (later) {
            write(files, buffer(16).putInt(0x08074b50).putInt(entry.crc).putInt(entry.packed).putInt(entry.unpacked).array());
        }
        return this;
    }

    /** Bytes of no entry, at the place they are asked for. */
    RawZip loose(int count) {
        write(files, new byte[count]);
        return this;
    }

    Written written() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        write(all, files.toByteArray());
        List<Integer> central = new ArrayList<>();
        for (Entry e : entries) {
            central.add(all.size());
            ByteBuffer head = buffer(46).putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) e.flags);
            head.putShort((short) e.method).putInt(0).putInt(e.crc).putInt(e.packed).putInt(e.unpacked);
            head.putShort((short) e.name.length).putShort((short) e.extra.length).putShort((short) 0).putShort((short) 0);
            head.putShort((short) 0).putInt(0).putInt(e.at);
            write(all, head.array(), e.name, e.extra);
        }
        int end = all.size();
        ByteBuffer tail = buffer(22).putInt(0x06054b50).putInt(0);
        tail.putShort((short) entries.size()).putShort((short) entries.size()).putInt(end - files.size()).putInt(files.size());
        write(all, tail.array());
        return new Written(all.toByteArray(), entries.stream().map(Entry::at).toList(), central, end);
    }

    /** @param local where the local headers begin, {@code central} where the entries of the directory do */
    record Written(byte[] bytes, List<Integer> local, List<Integer> central, int end) {

        Written with2(int at, int value) {
            byte[] changed = bytes.clone();
            order(changed).putShort(at, (short) value);
            return new Written(changed, local, central, end);
        }

        Written with4(int at, int value) {
            byte[] changed = bytes.clone();
            order(changed).putInt(at, value);
            return new Written(changed, local, central, end);
        }

        int get4(int at) {
            return order(bytes).getInt(at);
        }
    }

    static byte[] packed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length / 2 + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static ByteBuffer buffer(int length) {
        return order(new byte[length]);
    }

    private static ByteBuffer order(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(ByteArrayOutputStream out, byte[]... parts) {
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
    }
}
