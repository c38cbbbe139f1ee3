package io.jinqiao.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Prepared messages: each four bytes of length, then the bytes; mapped, so that they cost no heap. */
final class MessageFile {
    private final MappedByteBuffer bytes;
    private final int[] offsets;

    private MessageFile(MappedByteBuffer bytes, int[] offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    static MessageFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            java.util.stream.IntStream.Builder offsets = java.util.stream.IntStream.builder();
            for (int at = 0; at < bytes.capacity(); at += 4 + bytes.getInt(at)) {
                offsets.add(at);
            }
            return new MessageFile(bytes, offsets.build().toArray());
        }
    }

    byte[] get(int i) {
        ByteBuffer message = bytes.duplicate();
        message.position(offsets[i] + 4);
        byte[] copy = new byte[bytes.getInt(offsets[i])];
        message.get(copy);
        return copy;
    }
}
