package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Transport.Crossing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * A directory into which we drop messages for one partner, a file each, and where its answers come: {@code BizMsg/Biz<number>.xml}, which has another
 * name until it is whole, and {@code RepMsg/Rep<number>.xml}. No link is followed: it leads to what is no message. Nothing left before a file has its name. An answer stays where it lies: it may be looked at
 * again. Some write it under its last name: as long as it grows between two looks, or is empty, it does not lie there.
 */
final class DropBox implements Processor {
    /** Property of the exchange with the number of the message. */
    static final String NUMBER = "jinqiao.number";

    private static final Pattern NUMBERS = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final long PAUSE_MILLIS = 100;
    private static final int OK = 200;

    private final Path directory;
    private final int limit;
    private final Pause pause;

    /** Between two looks. */
    interface Pause {
        void pass() throws InterruptedException;
    }

    /** @param limit of an answer in bytes; more is not read */
    DropBox(Path directory, int limit) {
        this(directory, limit, () -> Thread.sleep(PAUSE_MILLIS));
    }

    DropBox(Path directory, int limit, Pause pause) {
        this.directory = directory;
        this.limit = limit;
        this.pause = pause;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InterruptedException {
        Passage passage = Passage.current();
        String number = checked(exchange.getProperty(NUMBER, String.class));
        drop(number, exchange.getMessage().getBody(byte[].class), passage);
        long end = System.nanoTime() + passage.replyTimeout.toNanos();
        passage.answer = answer(number);
        while (passage.answer == null && System.nanoTime() < end) {
            pause.pass();
            passage.answer = answer(number);
        }
    }

    private void drop(String number, byte[] bytes, Passage passage) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("BizMsg"));
        Path half = folder.resolve("Biz" + number + ".xml.tmp");
        try (FileChannel file = FileChannel.open(half, Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        passage.left = true;
        Files.move(half, folder.resolve("Biz" + number + ".xml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What lies there by now for a message that was dropped; silence when nothing does. */
    Crossing look(String number) {
        try {
            Crossing.Answer answer = answer(checked(number));
            return answer == null ? new Crossing.Silence("no answer lies there yet") : answer;
        } catch (IOException e) {
            return new Crossing.Silence(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Crossing.Silence("interrupted");
        }
    }

    private Crossing.@Nullable Answer answer(String number) throws IOException, InterruptedException {
        Crossing.Answer first = read(number);
        if (first == null || first.body().length == 0) {
            return null;
        }
        pause.pass();
        Crossing.Answer second = read(number);
        return second != null && Arrays.equals(first.body(), second.body()) ? second : null;
    }

    private Crossing.@Nullable Answer read(String number) throws IOException {
        Path file = directory.resolve("RepMsg").resolve("Rep" + number + ".xml");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(limit + 1);
            boolean whole = bytes.length <= limit;
            return new Crossing.Answer(OK, Map.of(), whole ? bytes : Arrays.copyOf(bytes, limit), !whole);
        }
    }

    private static String checked(String number) {
        if (!NUMBERS.matcher(number).matches()) {
            throw new IllegalArgumentException("a number that is no name of a file");
        }
        return number;
    }
}
