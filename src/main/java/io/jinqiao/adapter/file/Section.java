package io.jinqiao.adapter.file;

import io.jinqiao.adapter.mapping.RecordPlan;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * One kind of line of a file: what it begins with, how it divides, what its columns mean. Thread-safe.
 *
 * @param tag what the line begins with; may be empty
 */
record Section(byte[] tag, Columns columns, RecordPlan plan, Charset charset) {

    Cut cut() {
        return new Cut(plan.names().size());
    }

    boolean split(LineSource line, Cut cut) {
        return columns.split(line.buffer(), line.start() + tag.length, line.end(), cut);
    }

    /** The content of a line that was split; what is no text of the charset is told alone, since the rest would only follow from it. */
    Content.Group decode(LineSource line, Cut cut, List<Problem> problems) {
        List<String> texts = new ArrayList<>(plan.names().size());
        for (int i = 0; i < plan.names().size(); i++) {
            texts.add(text(line, cut, i, problems));
        }
        return plan.decode(texts, problems.isEmpty() ? problems : new ArrayList<>());
    }

    private String text(LineSource line, Cut cut, int column, List<Problem> problems) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int from = cut.from[column];
        ByteBuffer bytes = ByteBuffer.wrap(line.buffer(), from, cut.to[column] - from);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining() + 1);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (!result.isUnderflow() || !decoder.flush(chars).isUnderflow()) {
            String at = "" + (bytes.position() - line.start() + 1);
            problems.add(Problem.of(FailureCode.CHARSET_WRONG, charset.name(), at)
                    .inTheirWords(plan.names().get(column)));
            return "";
        }
        String text = chars.flip().toString();
        return cut.doubled[column] ? text.replace("\"\"", "\"") : text;
    }

    /** @throws Refusal with everything the form cannot hold */
    void encode(Content.Group content, ByteArrayOutputStream out) {
        List<String> texts = plan.encode(content);
        List<byte[]> values = new ArrayList<>(texts.size());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            values.add(bytes(texts.get(i), i, problems));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        out.writeBytes(tag);
        try {
            columns.join(values, out);
        } catch (IllegalValue e) {
            throw new Refusal(e.code(), e.arguments().toArray(String[]::new));
        }
    }

    private byte[] bytes(String text, int column, List<Problem> problems) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] value = new byte[bytes.remaining()];
            bytes.get(value);
            return value;
        } catch (CharacterCodingException e) {
            problems.add(Problem.of(FailureCode.FIELD_WRONG_FORM, charset.name())
                    .inTheirWords(plan.names().get(column)));
            return new byte[0];
        }
    }
}
