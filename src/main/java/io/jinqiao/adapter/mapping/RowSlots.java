package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.RowPlaces;
import io.jinqiao.message.Shape;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one row in the same few arrays for every row of a file. Texts stay in the reader's bytes until somebody asks. */
public final class RowSlots implements FileRow {
    private static final byte ABSENT = 0;
    private static final byte NUMBER = 1;
    private static final byte ASCII = 2;
    private static final byte TEXT = 3;
    private static final byte[] NO_BYTES = new byte[0];

    private final RowPlaces places;
    private final CharsetDecoder decoder;
    private final byte[] state;
    private final long[] numbers;
    private final int[] from;
    private final int[] to;
    private final @Nullable String[] texts;
    private CharBuffer chars = CharBuffer.allocate(256);
    private ByteBuffer wrapped = ByteBuffer.allocate(0);
    private byte[] bytes = NO_BYTES;
    private long line;

    public RowSlots(RowPlaces places, Charset charset) {
        this.places = places;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.state = new byte[places.size()];
        this.numbers = new long[places.size()];
        this.from = new int[places.size()];
        this.to = new int[places.size()];
        this.texts = new String[places.size()];
    }

    void begin(long line, byte[] bytes) {
        this.line = line;
        this.bytes = bytes;
        Arrays.fill(state, ABSENT);
    }

    void number(int place, long value) {
        state[place] = NUMBER;
        numbers[place] = value;
    }

    void ascii(int place, int from, int to) {
        state[place] = ASCII;
        this.from[place] = from;
        this.to[place] = to;
    }

    private void text(int place, String text) {
        state[place] = TEXT;
        texts[place] = text;
    }

    /** Decodes a text that is not ASCII. @return null when the bytes are none of the charset */
    @Nullable CharBuffer decoded(byte[] from, int start, int end) {
        if (wrapped.array() != from) {
            wrapped = ByteBuffer.wrap(from);
        }
        if (chars.capacity() < end - start) {
            chars = CharBuffer.allocate(end - start);
        }
        wrapped.limit(end).position(start);
        chars.clear();
        decoder.reset();
        CoderResult result = decoder.decode(wrapped, chars, true);
        return result.isUnderflow() && decoder.flush(chars).isUnderflow() ? chars.flip() : null;
    }

    void decodedText(int place) {
        text(place, chars.toString());
    }

    /** Takes a row that was read the long way and found right. */
    public void take(long line, Content.Group content) {
        begin(line, NO_BYTES);
        for (int place = 0; place < places.size(); place++) {
            String text = find(content, places.name(place));
            if (text != null) {
                take(place, places.leaf(place), text);
            }
        }
    }

    private void take(int place, Shape.Leaf leaf, String text) {
        switch (leaf.type()) {
            case MONEY, NUMBER -> number(place, Long.parseLong(text));
            case DATE -> number(place, LocalDate.parse(text).toEpochDay());
            case WORD -> number(place, leaf.words().indexOf(text));
            case FLAG -> number(place, text.equals("true") ? 1 : 0);
            default -> text(place, text);
        }
    }

    /** @param name of a place, with dots; null when there is no value that could be read */
    public static @Nullable String find(Content.Group content, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return content.text(name);
        }
        return content.get(name.substring(0, dot)) instanceof Content.Group inner ? find(inner, name.substring(dot + 1)) : null;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean has(int place) {
        return state[place] != ABSENT;
    }

    @Override
    public long fen(int place) {
        return state[place] == NUMBER ? numbers[place] : 0;
    }

    @Override
    public long epochDay(int place) {
        return fen(place);
    }

    @Override
    public int number(int place) {
        return (int) fen(place);
    }

    @Override
    public int word(int place) {
        return state[place] == NUMBER ? (int) numbers[place] : -1;
    }

    @Override
    public @Nullable String text(int place) {
        return switch (state[place]) {
            case ASCII -> new String(bytes, from[place], to[place] - from[place], StandardCharsets.ISO_8859_1);
            case TEXT -> texts[place];
            default -> null;
        };
    }

    @Override
    public Content.Group content() {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int place = 0; place < places.size(); place++) {
            if (has(place)) {
                put(tree, places.name(place), canonical(place));
            }
        }
        return group(tree);
    }

    private String canonical(int place) {
        Shape.Leaf leaf = places.leaf(place);
        return switch (leaf.type()) {
            case MONEY, NUMBER -> Long.toString(numbers[place]);
            case DATE -> LocalDate.ofEpochDay(numbers[place]).toString();
            case WORD -> leaf.words().get((int) numbers[place]);
            case FLAG -> numbers[place] == 1 ? "true" : "false";
            default -> String.valueOf(text(place));
        };
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String name, String text) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            tree.put(name, text);
        } else {
            Object inner = tree.computeIfAbsent(name.substring(0, dot), n -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, name.substring(dot + 1), text);
        }
    }

    @SuppressWarnings("unchecked")
    private static Content.Group group(Map<String, Object> tree) {
        Content.GroupBuilder group = Content.group();
        tree.forEach((name, value) -> group.put(name, value instanceof Map<?, ?> inner ? group((Map<String, Object>) inner) : value));
        return group.build();
    }
}
