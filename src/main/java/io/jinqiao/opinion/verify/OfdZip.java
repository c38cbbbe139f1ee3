package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The files of a package, read so that there is one way to read it: local headers equal the directory, entries follow each other without
 * gaps, no comment, nothing before or after, each name once, nothing in unused bits. What a lenient reader might see otherwise is refused.
 */
final class OfdZip {
    static final int LARGEST_FILE = 20 << 20;
    static final int LARGEST_CONTENT = 64 << 20;
    static final int MOST_ENTRIES = 500;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;

    private OfdZip() {}

    /** @return path without leading slash → bytes, in the order of the package */
    static Map<String, byte[]> read(byte[] bytes) throws BadFile {
        if (bytes.length > LARGEST_FILE) {
            throw new BadFile(DocumentFault.TOO_LARGE, LARGEST_FILE + " bytes");
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ZipEntryHead.require(bytes.length >= END_LENGTH && file.getInt(bytes.length - END_LENGTH) == END, "end");
        int entries = entries(file, bytes.length - END_LENGTH);
        int directory = file.getInt(bytes.length - 6);
        ByteBuffer central = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        central.limit(bytes.length - END_LENGTH).position(directory);
        return entries(file, central, entries, directory);
    }

    /** Checks the end record: one disk, no comment, the directory right before it. */
    private static int entries(ByteBuffer file, int end) throws BadFile {
        int count = file.getShort(end + 8) & 0xffff;
        int size = file.getInt(end + 12);
        int offset = file.getInt(end + 16);
        boolean oneDisk = file.getInt(end + 4) == 0 && (file.getShort(end + 10) & 0xffff) == count;
        ZipEntryHead.require(oneDisk && file.getShort(end + 20) == 0, "end");
        ZipEntryHead.require(size >= 0 && offset >= 0 && (long) size + offset == end, "directory");
        if (count > MOST_ENTRIES) {
            throw new BadFile(DocumentFault.TOO_LARGE, count + " entries");
        }
        return count;
    }

    private static Map<String, byte[]> entries(ByteBuffer file, ByteBuffer central, int count, int directory) throws BadFile {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        Set<String> folders = new LinkedHashSet<>();
        int next = 0;
        int room = LARGEST_CONTENT;
        for (int i = 0; i < count; i++) {
            ZipEntryHead head = ZipEntryHead.central(central);
            if (!names.add(head.name().toLowerCase(Locale.ROOT))) {
                throw new BadFile(DocumentFault.ZIP_TWICE, head.name());
            }
            head = head.local(file, next);
            next = head.end();
            room -= head.unpacked();
            if (room < 0) {
                throw new BadFile(DocumentFault.TOO_LARGE, LARGEST_CONTENT + " bytes");
            }
            byte[] content = content(file.array(), head);
            ZipEntryHead.require(!head.folder() || content.length == 0, "folder");
            if (head.folder()) {
                folders.add(head.name());
            } else {
                files.put(head.name(), content);
            }
        }
        ZipEntryHead.require(next == directory && !central.hasRemaining(), "gap");
        onTheWay(folders, files.keySet());
        return files;
    }

    /** Folders are named not at all or every one that leads to a file, as ofdrw does; a single name nobody sealed has nothing to do there. */
    private static void onTheWay(Set<String> folders, Set<String> files) throws BadFile {
        Set<String> ways = new LinkedHashSet<>();
        for (String file : files) {
            for (int slash = file.indexOf('/'); slash != -1; slash = file.indexOf('/', slash + 1)) {
                ways.add(file.substring(0, slash + 1));
            }
        }
        if (!folders.isEmpty() && !folders.equals(ways)) {
            String first = folders.stream().filter(folder -> !ways.contains(folder)).findFirst().orElse(folders.iterator().next());
            throw new BadFile(DocumentFault.ZIP_FOLDER, ZipEntryHead.shown(first));
        }
    }

    private static byte[] content(byte[] file, ZipEntryHead head) throws BadFile {
        byte[] packed = Arrays.copyOfRange(file, head.at(), head.at() + head.packed());
        byte[] content = head.deflated() ? inflated(packed, head.unpacked()) : packed;
        ZipEntryHead.require(content != null && content.length == head.unpacked(), "sizes");
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntryHead.require((int) crc.getValue() == head.crc(), head.name());
        if (head.deflated()) {
            ZipEntryHead.require(!paddingUsed(packed, content), "unused bits");
        }
        return content;
    }

    /** Exactly {@code size} bytes out of exactly all the packed ones; null otherwise. Never more memory than was announced. */
    private static byte @org.jspecify.annotations.Nullable [] inflated(byte[] packed, int size) {
        Inflater inflater = new Inflater(true);
        try {
            byte[] content = new byte[size];
            inflater.setInput(packed);
            int length = inflater.inflate(content); // all there is in one call: the whole input is at hand
            boolean nothingMore = inflater.finished() || inflater.inflate(new byte[1]) == 0;
            return length == size && nothingMore && inflater.finished() && inflater.getRemaining() == 0 ? content : null;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** Bits behind the end of the packed data must be zero: if the highest set bit of the last byte can go, it meant nothing. */
    private static boolean paddingUsed(byte[] packed, byte[] content) {
        int last = packed.length == 0 ? 0 : packed[packed.length - 1] & 0xff;
        if (last == 0) {
            return false;
        }
        byte[] without = packed.clone();
        without[packed.length - 1] = (byte) (last & ~Integer.highestOneBit(last));
        return Arrays.equals(content, inflated(without, content.length));
    }
}
