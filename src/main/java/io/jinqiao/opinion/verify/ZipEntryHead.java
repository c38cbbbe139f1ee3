package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One entry of the central directory, and the rules that its local header must say the same. Sizes are in bytes and were checked against
 * the file.
 */
record ZipEntryHead(String name, int flags, int method, int time, int crc, int packed, int unpacked, int at, int end, Map<Integer, byte[]> extras) {
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DESCRIBED = 0x08;
    private static final int UTF_8 = 0x800;
    /** Descriptor, level of compression, UTF-8 names: nothing else is used in documents. */
    private static final int KNOWN_FLAGS = DESCRIBED | 0x06 | UTF_8;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** Times and owners of Unix and Windows; others rename files or make sizes larger. */
    private static final Set<Integer> HARMLESS_EXTRAS = Set.of(0x5455, 0x7875, 0x000a, 0xcafe);

    /** @param in stands at the entry and is moved behind it */
    static ZipEntryHead central(ByteBuffer in) throws BadFile {
        require(in.remaining() >= 46 && in.getInt() == CENTRAL, "directory");
        int madeBy = u2(in);
        int needed = u2(in);
        int flags = u2(in);
        int method = u2(in);
        int time = in.getInt();
        int crc = in.getInt();
        int packed = in.getInt();
        int unpacked = in.getInt();
        int nameLength = u2(in);
        int extraLength = u2(in);
        int comment = u2(in);
        int disk = u2(in);
        int internal = u2(in);
        int external = in.getInt();
        int offset = in.getInt();
        require(comment == 0 && disk == 0 && internal <= 1 && needed <= 20, "directory");
        boolean unix = madeBy >> 8 == 3;
        require(unix || madeBy == needed && internal == 0 && external == 0 || madeBy >> 8 == 0 && external == 0x10, "directory");
        require((flags & ~KNOWN_FLAGS) == 0 && (method == STORED || method == DEFLATED), "flags");
        require(packed >= 0 && unpacked >= 0 && offset >= 0, "sizes");
        String name = name(in, nameLength, flags);
        return new ZipEntryHead(
                name, flags | needed << 16, method, time, crc, packed, unpacked, offset, -1, extras(in, extraLength));
    }

    /** Reads the local header and tells where the packed bytes stand ({@code at}) and where the next entry begins ({@code end}). */
    ZipEntryHead local(ByteBuffer file, int start) throws BadFile {
        require(at == start && start + 30 <= file.limit(), "gap");
        ByteBuffer in = file.duplicate().order(file.order()).position(start);
        require(in.getInt() == LOCAL, "local header");
        int needed = u2(in);
        require((u2(in) | needed << 16) == flags && u2(in) == method && in.getInt() == time, "local header");
        boolean described = (flags & DESCRIBED) != 0;
        sizes(in, described);
        int nameLength = u2(in);
        int extraLength = u2(in);
        require(name(in, nameLength, flags).equals(name), "local name");
        require(agree(extras(in, extraLength)), "extra");
        int data = in.position();
        require(packed <= in.remaining(), "sizes");
        in.position(data + packed);
        if (described) {
            require(in.remaining() >= 16 && in.getInt() == DESCRIPTOR, "descriptor");
            sizes(in, false);
        }
        return new ZipEntryHead(name, flags, method, time, crc, packed, unpacked, data, in.position(), extras);
    }

    boolean deflated() {
        return method == DEFLATED;
    }

    boolean folder() {
        return name.endsWith("/");
    }

    private void sizes(ByteBuffer in, boolean mayBeLater) throws BadFile {
        int localCrc = in.getInt();
        int localPacked = in.getInt();
        int localUnpacked = in.getInt();
        boolean same = localCrc == crc && localPacked == packed && localUnpacked == unpacked;
        boolean later = mayBeLater && localCrc == 0 && localPacked == 0 && localUnpacked == 0;
        require(same || later, "sizes");
    }

    private static String name(ByteBuffer in, int length, int flags) throws BadFile {
        require(length <= in.remaining(), "name");
        byte[] bytes = new byte[length];
        in.get(bytes);
        try {
            String name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean ascii = name.chars().allMatch(c -> c < 128);
            require(ascii || (flags & UTF_8) != 0, "name");
            return allowed(name);
        } catch (CharacterCodingException e) {
            throw new BadFile(DocumentFault.ZIP_NAME, "UTF-8");
        }
    }

    /** A relative path of plain parts, which no system reads in two ways. */
    static String allowed(String name) throws BadFile {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean control = plain.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == ':' || c == '*' || c == '?');
        if (plain.isEmpty() || plain.length() > 200 || control) {
            throw new BadFile(DocumentFault.ZIP_NAME, shown(name));
        }
        for (String part : plain.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || !part.equals(part.strip())) {
                throw new BadFile(DocumentFault.ZIP_NAME, shown(name));
            }
        }
        return name;
    }

    static String shown(String name) {
        return name.substring(0, Math.min(60, name.length())).replaceAll("\\p{Cntrl}", "?");
    }

    private static Map<Integer, byte[]> extras(ByteBuffer in, int length) throws BadFile {
        require(length <= in.remaining(), "extra");
        int end = in.position() + length;
        Map<Integer, byte[]> extras = new HashMap<>();
        while (in.position() < end) {
            require(end - in.position() >= 4, "extra");
            int id = u2(in);
            int size = u2(in);
            require(HARMLESS_EXTRAS.contains(id) && size <= end - in.position(), "extra");
            byte[] value = new byte[size];
            in.get(value);
            require(extras.put(id, value) == null, "extra");
        }
        return extras;
    }

    /** The directory repeats what the local header says, as far as it repeats it: a time of access stands in one of them only. */
    private boolean agree(Map<Integer, byte[]> local) {
        return local.keySet().equals(extras.keySet())
                && local.entrySet().stream().allMatch(extra -> same(extra.getValue(), extras.get(extra.getKey())));
    }

    private static boolean same(byte[] local, byte[] central) {
        int both = Math.min(local.length, central.length);
        return Arrays.equals(local, 0, both, central, 0, both);
    }

    private static int u2(ByteBuffer in) {
        return in.getShort() & 0xffff;
    }

    static void require(boolean holds, String what) throws BadFile {
        if (!holds) {
            throw new BadFile(DocumentFault.ZIP_DAMAGED, what);
        }
    }
}
